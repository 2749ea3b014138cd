using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.SignIn;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Loads the demo accounts and the demo competitions, each once: 2023 from its public facts, and examples for every role to try.</summary>
public sealed class LoadDemo(IDbContextFactory<AwardDb> dbs, AwardClock clock, ImportDossier import)
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
            if (there.Contains(Path.GetFileNameWithoutExtension(file))) continue;
            var faults = await import.RunAsync(file, dossier => StillOpen(dossier, now));
            if (faults.Count > 0) return faults;
        }

        return [];
    }

    // The open example stays open however old the file is: its closing day moves on by whole weeks.
    private static Dossier StillOpen(Dossier dossier, DateTimeOffset now)
    {
        if (dossier is not { Stage: Stage.Open, Timetable.ClosesAt: { } closes }) return dossier;
        while (closes < now.AddDays(14)) closes = closes.AddDays(364);
        return dossier with { Timetable = dossier.Timetable with { ClosesAt = closes } };
    }
}
