using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Drafts;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions.Correcting;

/// <summary>Writes a correction that is being prepared, or puts on record what those who read it over have found.</summary>
public sealed class ReviseCorrection(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: recused from an entry; another outcome by somebody who does not approve for the jury; approved already; what the step itself refuses; changed by somebody else meanwhile.</returns>
    public async Task<Refusal?> RunAsync(string competition, CorrectionStep step)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionInForceAsync(competition, forChange: true) is not { Open: { } correction } found) return new("ui.not-found");
        if (person.Id is not { } by || !person.May(Can.CorrectDecision, found.InForce.Competition.Matter)) return new("ui.not-found");
        if (found.IsOut(person)) return new("corrections.you-are-out");
        if (step is CorrectionStep.Redecide && found.InForce.WhyNotApprovedBy(person) is { } notThis) return notThis;
        if (step is CorrectionStep.ReadOver { Reading: Reading.Whole { Version: var seen } } && db.Entry(correction).Property<uint>("RowVersion").CurrentValue != seen)
            return new("decisions.changed-since-reading");
        if (Take(step, correction, found, by, now) is { } refusal) return refusal;

        if (step is CorrectionStep.Discard) db.Remove(correction);
        db.Audit(by, step.Action, now, correction.CompetitionId, null, new { correction.Version, step.Detail });
        return await db.CommitAsync();
    }

    /// <summary>Saves texts, in the background or by a button; what another writer changed meanwhile stays.</summary>
    /// <returns>Refused: as above. Texts that two writers changed are named, and the other's stays.</returns>
    public async Task<SavedDraft> SaveAsync(string competition, DraftChange change)
    {
        var now = await clock.NowAsync();
        return await SavedDraft.UntilNobodyElseSavesAsync(() => TryAsync(competition, change, now));
    }

    private async Task<SavedDraft> TryAsync(string competition, DraftChange change, DateTimeOffset now)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionInForceAsync(competition, forChange: true) is not { Open: { } correction } found || person.Id is not { } by) return SavedDraft.Refused(new("ui.not-found"));
        if (!person.May(Can.CorrectDecision, found.InForce.Competition.Matter)) return SavedDraft.Refused(new("ui.not-found"));
        if (found.IsOut(person)) return SavedDraft.Refused(new("corrections.you-are-out"));

        var draft = correction.Draft;
        var sections = draft.Sections(found.InForce.Scope);
        var typed = change.Answers.Where(text => DecisionFields.Of(text.Key) is var (section, _) && sections.Contains(section)).ToDictionary();
        var merged = DraftMerge.Merge(DecisionFields.Saved(draft), typed, change.Seen, change.Sent);
        if (merged.Changed.Count == 0) return new(correction.IsApproved ? new("decisions.already-approved") : null, merged, now);
        if (correction.Write([.. merged.Changed.Select(field => DecisionFields.Written(field, merged.Answers[field]))]) is { } refusal) return SavedDraft.Refused(refusal);

        if (!change.IsAutomatic) db.Audit(by, "correction-texts-saved", now, correction.CompetitionId, null, new { correction.Version, fields = merged.Changed });
        return new(await db.CommitAsync(), merged, now);
    }

    private static Refusal? Take(CorrectionStep step, Correction correction, DecisionInForce found, PersonId by, DateTimeOffset now) => step switch
    {
        CorrectionStep.Describe { Typed: var typed, Shown: var shown } => found.WhyNotDecided(typed.Facts?.Anew, HelsinkiTime.DayOf(now)) ?? StatementMerge.Take(correction, typed, shown),
        CorrectionStep.Redecide redecide => correction.Redecide(found.InForce.Scope, redecide.Outcome),
        CorrectionStep.ReadOver { Reading: Reading.SaysTheSame same } => correction.Confirm(same.Section, same.Language),
        CorrectionStep.ReadOver { Reading: Reading.Whole whole } => correction.CheckLanguage(found.InForce.Scope, whole.Language, by, now),
        CorrectionStep.ReadOver { Reading: Reading.MayPass pass } => correction.Pass(found.InForce.Scope, pass.Warning, pass.Reason, by, now),
        CorrectionStep.Discard discard => string.IsNullOrWhiteSpace(discard.Reason) ? new("corrections.reason-missing") : null,
        _ => new("ui.not-found"),
    };
}

/// <summary>One thing that is done to a correction before its approval.</summary>
/// <param name="Action">What the audit trail calls it.</param>
public abstract record CorrectionStep(string Action)
{
    /// <summary>What the audit trail keeps of it; null where the correction's own record says it.</summary>
    public virtual object? Detail => null;

    /// <summary>What is corrected and how the parties were heard.</summary>
    /// <param name="Shown">The texts over which they were typed.</param>
    public sealed record Describe(CorrectionStatement Typed, CorrectionStatement Shown) : CorrectionStep("correction-described");

    /// <summary>The jury has decided anew.</summary>
    public sealed record Redecide(Outcome Outcome) : CorrectionStep("correction-outcome")
    {
        public override object Detail => Outcome;
    }

    /// <summary>What somebody found in reading it over.</summary>
    public sealed record ReadOver(Reading Reading) : CorrectionStep(Reading.Action)
    {
        public override object Detail => Reading.Detail;
    }

    /// <summary>The correction is given up; the published version stays.</summary>
    public sealed record Discard(string? Reason) : CorrectionStep("correction-discarded")
    {
        public override object Detail => new { reason = Reason };
    }
}
