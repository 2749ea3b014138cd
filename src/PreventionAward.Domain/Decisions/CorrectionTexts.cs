using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Decisions;

// What people write of a correction: the same texts by the same rules as in the decision, and what it is about.
public sealed partial class Correction
{
    /// <summary>Says what is corrected and how the parties were heard. Other words than before have to be read over anew.</summary>
    /// <returns>Refused: approved already; too long; new evidence to the detriment of a party; a party to whose detriment it is left unheard as if that were unnecessary.</returns>
    public Refusal? Describe(CorrectionStatement statement)
    {
        if (IsApproved) return new("decisions.already-approved");
        if (TextLimit.Check(statement.What) is { } tooLong) return tooLong;
        if (TextLimit.Check(statement.Hearing, statement.Consent) is { } longer) return longer;
        var facts = (statement.Facts ?? CorrectionFacts.None).For(Kind, statement.IsToDetriment);
        if (WhyNotOnNewEvidence(facts, statement.IsToDetriment, Content) is { } against) return against;
        if (facts.WhyNotUnheard(statement.IsToDetriment) is { } unheard) return unheard;
        var what = Language.All.Aggregate(LocalizedText.Empty, (text, language) => text.With(language, Answers.Clean(statement.What.In(language))));
        if (what != What || statement.IsToDetriment != IsToDetriment || !facts.SaysTheSameAs(Facts ?? CorrectionFacts.None)) TextStanding = TextStanding with { Checks = TextStanding.Checks.Clear() };
        (What, Hearing, IsToDetriment, Consent, Facts) = (what, Answers.Clean(statement.Hearing), statement.IsToDetriment, Answers.Clean(statement.Consent), facts);
        return null;
    }

    /// <summary>Names another outcome, as the jury has decided anew.</summary>
    /// <returns>Refused: approved already; a clerical error never changes the outcome; not among the entries assessed; winner also a mention; on new evidence a prize or mention taken or lessened; no reason.</returns>
    public Refusal? Redecide(DecisionScope scope, Outcome outcome)
    {
        if (IsApproved) return new("decisions.already-approved");
        var changed = Content with { WinnerId = outcome.Winner, Mentions = [.. outcome.Mentions.Distinct()], SharedWith = [.. outcome.SharedWith.Distinct()] };
        if (changed.HasOutcomeOf(Content)) return null;
        if (Kind == CorrectionKind.Clerical) return new("corrections.clerical-keeps-outcome");
        var named = outcome.Mentions.Concat(outcome.SharedWith).Concat(outcome.Winner is { } winner ? [winner] : []).ToList();
        if (named.Any(entry => !scope.Entries.Contains(entry))) return new("decisions.not-eligible");
        if (named.Distinct().Count() != named.Count) return new("decisions.winner-is-mention");
        if (WhyNotOnNewEvidence(Facts, IsToDetriment, changed) is { } against) return against;
        if (string.IsNullOrWhiteSpace(outcome.Reason)) return new("corrections.outcome-needs-reason");
        if (TextLimit.Check(outcome.Reason) is { } tooLong) return tooLong;
        var keepsTie = outcome.Winner == Replaces.WinnerId && outcome.SharedWith.ToHashSet().SetEquals(Replaces.SharedWith);
        Content = changed with { OutcomeReason = Answers.Clean(outcome.Reason), Tie = keepsTie ? Replaces.Tie : null };
        return null;
    }

    /// <inheritdoc cref="Decision.Write(IReadOnlyCollection{WrittenText})"/>
    public Refusal? Write(IReadOnlyCollection<WrittenText> written) => Through(draft => draft.Write(written));

    /// <inheritdoc cref="Decision.Confirm"/>
    public Refusal? Confirm(string section, Language language) => Through(draft => draft.Confirm(section, language));

    /// <inheritdoc cref="Decision.CheckLanguage"/>
    public Refusal? CheckLanguage(DecisionScope scope, Language language, PersonId by, DateTimeOffset now) =>
        !What.Has(language) && language != Language.English ? new("corrections.what-missing", language) : Through(draft => draft.CheckLanguage(scope, language, by, now));

    /// <inheritdoc cref="Decision.Pass"/>
    public Refusal? Pass(DecisionScope scope, string key, string? reason, PersonId by, DateTimeOffset now)
    {
        if (IsApproved || Warnings.All(warning => warning.Key != key)) return Through(draft => draft.Pass(scope, key, reason, by, now));
        (TextStanding, var refusal) = TextStanding.Pass(key, reason, by, now);
        return refusal;
    }

    // In whichever order the evidence and the outcome are put on record (Hallintolaki 50 § 2 mom.).
    private Refusal? WhyNotOnNewEvidence(CorrectionFacts? facts, bool isToDetriment, DecisionContent content) =>
        facts?.Error == FactError.NewEvidence && (isToDetriment || content.TakesFrom(Replaces)) ? new("corrections.new-evidence-in-favour-only") : null;

    // The rules are the decision's own.
    private Refusal? Through(Func<Decision, Refusal?> change)
    {
        var draft = Draft;
        if (change(draft) is { } refusal) return refusal;
        (Content, TextStanding) = (Content with { Texts = draft.Texts }, draft.TextStanding);
        return null;
    }
}

/// <summary>What a correction says of itself.</summary>
public sealed record CorrectionStatement(LocalizedText What, string? Hearing, bool IsToDetriment, string? Consent, CorrectionFacts? Facts = null);
