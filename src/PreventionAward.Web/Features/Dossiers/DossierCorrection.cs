using System.Collections.Immutable;
using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>A correction of the published decision: the version it replaces, and the one it makes.</summary>
/// <param name="PublishedAt">Left out: it is being prepared.</param>
public sealed record DossierCorrection(
    int Version, CorrectionKind Kind, string Reason, LocalizedText What, DossierDecisionContent Content, DossierDecisionContent Replaces,
    string OpenedBy, DateTimeOffset OpenedAt, string Hearing = "", bool IsToDetriment = false, string Consent = "",
    string? ApprovedBy = null, DateTimeOffset? ApprovedAt = null, string? PublishedBy = null, DateTimeOffset? PublishedAt = null,
    IReadOnlyList<string>? OutOfDate = null, SortedDictionary<string, DossierCheckedLanguage>? Checks = null, SortedDictionary<string, DossierPassedWarning>? Passed = null,
    DossierCorrectionFacts? Facts = null);

/// <summary>What the correction holds by codes: which error, how the jury decided anew, whether the parties were heard or why not, what lets it be to a detriment.</summary>
public sealed record DossierCorrectionFacts(
    bool WereHeard, FactError? Error = null, DossierDecidedAnew? Anew = null, DetrimentBasis? Basis = null, DateOnly? ConsentedOn = null,
    NotHeardBecause? NotHeard = null);

/// <summary>How the jury decided anew; members by mail address.</summary>
public sealed record DossierDecidedAnew(DecidingWay Way, DateOnly On, IReadOnlyList<string> TookPart);

/// <summary>What one version of the decision says.</summary>
public sealed record DossierDecisionContent(
    SortedDictionary<string, LocalizedText> Texts, EntryId? Winner = null, IReadOnlyList<EntryId>? Mentions = null, IReadOnlyList<EntryId>? SharedWith = null,
    SettledTie? Tie = null, string OutcomeReason = "", string? ApprovedBy = null, DateTimeOffset? ApprovedAt = null);

/// <summary>Corrections on their way into a dossier and out of it.</summary>
internal static class DossierCorrections
{
    /// <param name="mail">The mail address of an account.</param>
    public static DossierCorrection Of(Correction c, Func<PersonId, string> mail) => new(
        c.Version, c.Kind, c.Reason, c.What, Of(c.Content, mail), Of(c.Replaces, mail), mail(c.OpenedBy), c.OpenedAt, c.Hearing, c.IsToDetriment, c.Consent,
        c.ApprovedBy is { } approver ? mail(approver) : null, c.ApprovedAt, c.PublishedBy is { } publisher ? mail(publisher) : null, c.PublishedAt,
        c.TextStanding.OutOfDate.Count == 0 ? null : [.. c.TextStanding.OutOfDate],
        Sorted(c.TextStanding.Checks, check => new DossierCheckedLanguage(mail(check.By), check.At, check.Words)),
        Sorted(c.TextStanding.Passed, passed => new DossierPassedWarning(passed.Reason, mail(passed.By), passed.At)),
        c.Facts is not { } f ? null : new(f.WereHeard, f.Error, f.Anew is { } anew ? new(anew.Way, anew.On, [.. anew.TookPart.Select(mail)]) : null, f.Basis, f.ConsentedOn, f.NotHeard));

    public static Correction Restored(CompetitionId competition, DossierCorrection c, IReadOnlyDictionary<string, PersonId> people) => Correction.Restore(new(
        competition, c.Version, c.Kind, c.Reason, c.What, c.Hearing, c.IsToDetriment, c.Consent, Restored(c.Content, people), Restored(c.Replaces, people),
        new(
            [.. c.OutOfDate ?? []],
            (c.Checks ?? []).ToImmutableSortedDictionary(check => check.Key, check => new LanguageCheck(people[check.Value.By], check.Value.At, check.Value.Words)),
            (c.Passed ?? []).ToImmutableSortedDictionary(p => p.Key, p => new PassedWarning(p.Value.Reason, people[p.Value.By], p.Value.At))),
        people[c.OpenedBy], c.OpenedAt, Known(c.ApprovedBy, people), c.ApprovedAt, Known(c.PublishedBy, people), c.PublishedAt,
        c.Facts is not { } f ? null : new(f.Error, f.Anew is { } anew ? new(anew.Way, anew.On, [.. anew.TookPart.Select(who => people[who])]) : null, f.WereHeard, f.Basis, f.ConsentedOn) { NotHeard = f.NotHeard }));

    /// <summary>Everybody who had a hand in it, by mail address.</summary>
    public static IEnumerable<string> People(DossierCorrection c) =>
    [
        c.OpenedBy, .. new[] { c.ApprovedBy, c.PublishedBy, c.Content.ApprovedBy, c.Replaces.ApprovedBy }.OfType<string>(),
        .. (c.Checks ?? []).Values.Select(check => check.By), .. (c.Passed ?? []).Values.Select(p => p.By), .. c.Facts?.Anew?.TookPart ?? [],
    ];

    /// <summary>The entries that its versions name.</summary>
    public static IEnumerable<EntryId> EntriesOf(DossierCorrection c) => new[] { c.Content, c.Replaces }.SelectMany(content =>
        (content.Mentions ?? []).Concat(content.SharedWith ?? []).Concat(content.Winner is { } winner ? [winner] : []));

    private static DossierDecisionContent Of(DecisionContent c, Func<PersonId, string> mail) => new(
        new(c.Texts, StringComparer.Ordinal), c.WinnerId, c.Mentions.Count == 0 ? null : c.Mentions, c.SharedWith.Count == 0 ? null : c.SharedWith, c.Tie, c.OutcomeReason,
        c.ApprovedBy is { } approver ? mail(approver) : null, c.ApprovedAt);

    private static DecisionContent Restored(DossierDecisionContent c, IReadOnlyDictionary<string, PersonId> people) => new(
        c.Winner, c.Mentions ?? [], c.SharedWith ?? [], c.Tie, c.OutcomeReason, c.Texts.ToImmutableSortedDictionary(StringComparer.Ordinal), Known(c.ApprovedBy, people), c.ApprovedAt);

    private static PersonId? Known(string? mail, IReadOnlyDictionary<string, PersonId> people) => mail is null ? null : people[mail];

    private static SortedDictionary<string, TOut>? Sorted<TIn, TOut>(IReadOnlyDictionary<string, TIn> items, Func<TIn, TOut> of) =>
        items.Count == 0 ? null : new(items.ToDictionary(item => item.Key, item => of(item.Value)), StringComparer.Ordinal);
}
