using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Draws the documents of demo decisions: their dossiers hold the record, and their PDFs come from it. Ministry's own decisions are drawn when they are published.</summary>
public sealed class DrawDemoDecisions(IDbContextFactory<AwardDb> dbs, PaperPress press, Texts texts)
{
    public async Task RunAsync()
    {
        await using var db = await dbs.CreateDbContextAsync();
        var names = await db.Competitions
            .Where(c => (c.Stage == Stage.Published || c.Stage == Stage.Archived) && c.Provenance != Provenance.Real)
            .Where(c => !db.PublishedDocuments.Any(d => d.CompetitionId == c.Id && d.Kind == DecisionPdf.Kind))
            .OrderBy(c => c.Name).Select(c => c.Name).ToListAsync();
        foreach (var name in names)
            if (await db.DecisionMaterialAsync(name) is { } material && material.Competition.At(MilestoneKind.Published) is { } published)
                db.AddRange(await DecisionPdf.EditionAsync(press, texts, material, published));
        await db.CommitAsync();
    }
}
