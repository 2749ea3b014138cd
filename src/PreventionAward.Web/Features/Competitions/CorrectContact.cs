using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Writes who organises the competition, who answers questions, how the jury was appointed and what the decision says of appeal; possible until the jury has approved its decision.</summary>
public sealed class CorrectContact(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    public async Task<Refusal?> RunAsync(string name, Authority authority, LocalizedText appointment, LocalizedText appeal)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");

        var before = new { competition.Authority, competition.Appointment, competition.Appeal };
        if (competition.Correct(authority, appointment, appeal, await db.IsApprovedAsync(competition)) is { } refusal) return refusal;
        db.Audit(person.Id, "contact-corrected", now, competition.Id, detail: new { before, after = new { authority, appointment, appeal } });
        return await db.CommitAsync();
    }
}
