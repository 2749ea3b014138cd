using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Puts on record who appointed the jury, by which decision, for how long, and when its members' names become public.</summary>
public sealed class SetJuryMandate(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: a term that ends before it begins; a text in one national language only; the jury has approved its decision.</returns>
    public async Task<Refusal?> RunAsync(string name, JuryMandate mandate)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");
        foreach (var text in new[] { mandate.AppointedBy, mandate.Secretary })
            if (text.LacksNational() is { } language) return new("mandate.lacks-language", language);

        var before = competition.Mandate;
        if (competition.Mandated(mandate, await db.IsApprovedAsync(competition)) is { } refusal) return refusal;
        db.Audit(person.Id, "mandate-set", now, competition.Id, detail: new { before, after = mandate });
        return await db.CommitAsync();
    }
}
