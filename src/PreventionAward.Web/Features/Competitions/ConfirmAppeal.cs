using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Records that the ministry has confirmed the default words on appeal (Hallintolaki 47-49 §); without that, or words of its own, no decision is published.</summary>
public sealed class ConfirmAppeal(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Texts texts)
{
    public async Task<Refusal?> RunAsync(string name)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");

        var words = Language.All.Aggregate(LocalizedText.Empty, (all, language) => all.With(language, texts.In(language)["documents.decision.appeal-default"]));
        if (competition.ConfirmAppeal(words) is { } refusal) return refusal;
        db.Audit(person.Id, "appeal-confirmed", now, competition.Id, detail: new { competition.Appeal });
        return await db.CommitAsync();
    }
}
