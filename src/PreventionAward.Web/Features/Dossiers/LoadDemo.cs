using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Features.Decisions;
using PreventionAward.Web.Features.SignIn;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Loads the demo accounts and the demo competitions, each once: 2023 from its public facts, and examples for every role to try.</summary>
public sealed class LoadDemo(IDbContextFactory<AwardDb> dbs, AwardClock clock, ImportDossier import, PaperPress press, Texts texts)
{
    /// <returns>What is wrong with a demo dossier; empty when all are there.</returns>
    public async Task<IReadOnlyList<DossierFault>> RunAsync()
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        await DemoAccounts.EnsureAsync(db, now);
        await db.CommitAsync();

        var there = await db.Competitions.Select(c => c.Name).ToListAsync();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "templates", "demo"), "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (there.Contains(name)) continue;
            var faults = await import.RunAsync(file, dossier => StillOpen(dossier, now));
            if (faults.Count > 0) return faults;
            await DrawAsync(db, name);
        }

        return [];
    }

    // A demo dossier carries no PDFs: they are drawn here by the very code that publishes, as of the day of publication.
    private async Task DrawAsync(AwardDb db, string name)
    {
        if (await db.DecisionMaterialAsync(name) is not { } material || material.Competition.At(MilestoneKind.Published) is not { } at) return;
        db.AddRange(await DecisionPdf.EditionAsync(press, texts, material, at));
        await db.CommitAsync();
    }

    // The open example stays open however old the file is: its closing day moves on by whole weeks.
    private static Dossier StillOpen(Dossier dossier, DateTimeOffset now)
    {
        if (dossier is not { Stage: Stage.Open, Timetable.ClosesAt: { } closes }) return dossier;
        while (closes < now.AddDays(14)) closes = closes.AddDays(364);
        return dossier with { Timetable = dossier.Timetable with { ClosesAt = closes } };
    }
}
