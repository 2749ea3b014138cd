using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>The roles one can try in demo mode; they exist only there.</summary>
public static class DemoAccounts
{
    private const string Domain = "@demo.example";

    /// <summary>Text keys of the buttons are <c>sign-in.as-NAME</c>.</summary>
    public static readonly IReadOnlyList<(string Name, StaffRoles Staff, LocalizedText Title)> All =
    [
        ("secretary", StaffRoles.Secretary, new("Kilpailun sihteeri", "Tävlingens sekreterare", "Secretary")),
        ("applicant", StaffRoles.None, new("Hakija", "Sökande", "Applicant")),
        ("juror-1", StaffRoles.None, new("Raadin jäsen 1", "Jurymedlem 1", "Juror 1")),
        ("chair", StaffRoles.None, new("Raadin puheenjohtaja", "Juryns ordförande", "Chair of the jury")),
        ("publisher", StaffRoles.Publisher, new("Julkaisija", "Publiceringsansvarig", "Publisher")),
    ];

    public static string Mail(string name) => name + Domain;

    /// <summary>Makes the accounts that are not there yet.</summary>
    public static async Task EnsureAsync(AwardDb db, DateTimeOffset now)
    {
        foreach (var (name, staff, title) in All)
        {
            var mail = Mail(name);
            var account = await db.Accounts.FirstOrDefaultAsync(a => a.Mail == mail);
            if (account is null) db.Add(account = new Account { Id = new(Guid.CreateVersion7(now)), Mail = mail });
            (account.Staff, account.Name) = (staff, title);
        }
    }
}
