using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Puts on record that the winner was nominated, that the nomination went to Europe, or what came of it.</summary>
public sealed class RecordEuropeanEvent(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="european">What happened, and the first instant of its day.</param>
    /// <returns>Refused: not decided yet; no winner; a day before the decision or still to come; a note in one national language only.</returns>
    public async Task<Refusal?> RunAsync(string name, Milestone european)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");

        var hasWinner = await db.Decisions.AnyAsync(d => d.CompetitionId == competition.Id && d.WinnerId != null);
        if (competition.Record(european, hasWinner, EuropeanEvents.NotBefore(competition), now) is { } refusal) return refusal;
        if (!person.May(Can.NominateWinner, competition.Matter)) return new("ui.not-found");
        var action = european.Kind switch { MilestoneKind.Nominated => "nominated", MilestoneKind.SentToEurope => "sent", _ => "result" };
        db.Audit(person.Id, "europe-" + action, now, competition.Id, detail: new { european.At, european.Note });
        return await db.CommitAsync();
    }
}

/// <summary>The winner's events in Europe, as pages find and bound them.</summary>
internal static class EuropeanEvents
{
    /// <summary>The events of this kind, in the order in which they come.</summary>
    public static readonly IReadOnlyList<MilestoneKind> Kinds = [.. Enum.GetValues<MilestoneKind>().Where(kind => kind.IsEuropean)];

    /// <summary>When the day of the jury's decision began; what is not known bounds nothing.</summary>
    public static DateTimeOffset NotBefore(Competition competition) =>
        competition.At(MilestoneKind.Decided) is { } decided ? HelsinkiTime.StartOfDay(decided) : DateTimeOffset.MinValue;
}
