using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Corrects how public pages and the decision name a member of the jury; possible until the jury has approved its decision.</summary>
public sealed class CorrectJuror(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: no name; an organisation in one national language only; the decision has been approved.</returns>
    public async Task<Refusal?> RunAsync(string name, PersonId member, LocalizedText memberName, LocalizedText organisation, LocalizedText expertise)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");
        if (await db.JuryMembers.FirstOrDefaultAsync(m => m.CompetitionId == competition.Id && m.PersonId == member) is not { } juror) return new("ui.not-found");
        if (competition.WhyFactsAreFixed(await db.IsApprovedAsync(competition)) is { } isFixed) return isFixed;
        if (memberName.IsEmpty()) return new("competitions.juror-name-missing");
        if (organisation.LacksNational() is { } language) return new("jury.organisation-lacks-language", memberName, language);
        if (TextLimit.CheckLine(memberName, organisation, expertise) is { } tooLong) return tooLong;

        var before = new { juror.Name, juror.Organisation, juror.Expertise };
        (juror.Name, juror.Organisation, juror.Expertise) = (memberName, organisation, expertise);
        db.Audit(person.Id, "juror-corrected", now, competition.Id, detail: new { person = member, before, after = new { juror.Name, juror.Organisation, juror.Expertise } });
        return await db.CommitAsync();
    }
}
