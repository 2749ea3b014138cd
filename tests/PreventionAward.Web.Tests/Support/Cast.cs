using PreventionAward.Domain;
using PreventionAward.Domain.Access;

namespace PreventionAward.Web.Tests.Support;

/// <summary>The people of a year, each by role: the same in every test.</summary>
internal sealed class Cast(string suffix = "")
{
    public Account Secretary { get; } = Somebody(suffix, "cast-secretary", StaffRoles.Secretary);

    public Account Publisher { get; } = Somebody(suffix, "cast-publisher", StaffRoles.Publisher);

    public Account Chair { get; } = Somebody(suffix, "cast-chair");

    /// <summary>Juror 1 is clear of every entry.</summary>
    public Account Clear { get; } = Somebody(suffix, "cast-juror-1");

    /// <summary>Juror 2 has declared nothing.</summary>
    public Account Undeclared { get; } = Somebody(suffix, "cast-juror-2");

    /// <summary>Juror 3 is in doubt about the entry of team North.</summary>
    public Account InDoubt { get; } = Somebody(suffix, "cast-juror-3");

    /// <summary>Juror 4 is recused from the entry of team North.</summary>
    public Account Recused { get; } = Somebody(suffix, "cast-juror-4");

    public Account North { get; } = Somebody(suffix, "team-north", language: Language.Swedish);

    public Account South { get; } = Somebody(suffix, "team-south");

    /// <summary>The jury in the order of its list, chair first.</summary>
    public IReadOnlyList<Account> Jury => [Chair, Clear, Undeclared, InDoubt, Recused];

    public IReadOnlyList<Account> All => [Secretary, Publisher, .. Jury, North, South];

    private static Account Somebody(string suffix, string role, StaffRoles staff = StaffRoles.None, Language? language = null) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Mail = (role + suffix).ToLowerInvariant() + "@example.fi",
        Name = LocalizedText.Name(role),
        Staff = staff,
        Language = language ?? Language.Finnish,
    };
}
