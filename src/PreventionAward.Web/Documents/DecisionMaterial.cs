using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Documents;

/// <summary>What the decision document and its public record are drawn from. No score of anybody is in it, so none can come out.</summary>
/// <param name="Jury">In the order of its list.</param>
/// <param name="Entries">Those that were submitted and not withdrawn, by number, with their versions.</param>
/// <param name="Declarations">Of the jury's members.</param>
/// <param name="Late">Attempts after the deadline.</param>
public sealed record DecisionMaterial(
    Competition Competition, Decision Decision, IReadOnlyList<JuryMember> Jury, IReadOnlyList<Entry> Entries,
    IReadOnlyList<Declaration> Declarations, IReadOnlyList<LateAttempt> Late)
{
    /// <summary>The outcome has been left out: "no winner" would be untrue of it.</summary>
    public bool IsOutcomeWithheld { get; init; }

    /// <summary>How the jury changed after scoring had started, oldest first.</summary>
    public IReadOnlyList<JuryChange> Changes { get; init; } = [];

    /// <summary>What the record says of the jury's meetings; null where it is kept from the reader.</summary>
    public MeetingFacts? Meetings { get; init; }

    /// <summary>Officials who stepped aside from an entry, by entry number.</summary>
    public IReadOnlyList<OfficialAside> Officials { get; init; } = [];

    /// <summary>What has been corrected since the first publication, oldest first; with the one that is being drawn.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>In whose name the published document is sealed; null where it is not.</summary>
    public string? SealedBy { get; init; }

    /// <summary>The entries that the jury assessed.</summary>
    internal IReadOnlyList<Entry> Assessed => [.. Entries.Where(e => e.Status == EntryStatus.Eligible)];

    /// <summary>What the decision has to speak about.</summary>
    public DecisionScope Scope => DecisionScope.Of(Competition, Assessed.Select(e => e.Id)) with
    {
        Titles = new(() => Assessed.ToDictionary(e => e.Id, IReadOnlyList<string> (e) => [.. Language.All.Select(language => e.TitleIn(language).Text).Distinct()])),
    };

    /// <summary>How many entries there were, those that the record does not hold included.</summary>
    internal int Received => Competition.EntriesReceived ?? Entries.Count;

    internal Entry? Winner => Assessed.FirstOrDefault(e => e.Id == Decision.WinnerId);

    /// <summary>Those who share the prize with the winner.</summary>
    internal IEnumerable<Entry> SharedWith => Assessed.Where(e => Decision.SharedWith.Contains(e.Id));

    /// <summary>The note on the nomination of the winner for Europe; null where there is none, or where it was of a winner whom a correction has replaced since.</summary>
    internal LocalizedText? NominationNote => Competition.Milestones.LastOrDefault(m => m.Kind == MilestoneKind.Nominated) is { Note: { } note, At: var at }
        && !note.IsEmpty() && Corrections.WinnerAt(at, Decision.WinnerId) == Decision.WinnerId ? note : null;

    internal IEnumerable<Entry> Mentions => Assessed.Where(e => Decision.Mentions.Contains(e.Id));

    /// <summary>Who was found recused from which entry, by member and entry number.</summary>
    internal IEnumerable<(JuryMember Member, Entry Entry, Declaration Declaration)> Recusals =>
        from member in Jury
        from entry in Entries
        from declaration in Declarations
        where declaration.PersonId == member.PersonId && declaration.EntryId == entry.Id && declaration.Interest == Interest.Recused
        select (member, entry, declaration);

    /// <summary>Who decided a recusal of a member: the jury only where its meeting was handling the entry.</summary>
    internal RecusalDecider DeciderOf(Declaration declaration) =>
        RecusalDeciders.Of(declaration, SeatOf(declaration.ConfirmedBy), Meetings?.MinutedRecusals.Contains((declaration.EntryId, declaration.PersonId)) == true);

    /// <summary>Entries that exist only as a late attempt, each once.</summary>
    internal IEnumerable<LateAttempt> LateEntries =>
        Late.Where(attempt => Entries.All(e => e.Id != attempt.EntryId)).DistinctBy(attempt => attempt.EntryId);

    /// <summary>When the text of the decision was approved for the jury; null while it is a draft.</summary>
    internal DateTimeOffset? DecidedAt => Decision.ApprovedAt;

    /// <summary>The chair or vice-chair who approved for the jury; null where the secretary recorded its approval, since both stay out of an entry.</summary>
    internal JuryMember? Approver => Jury.FirstOrDefault(m => m.Role != SeatRole.Member && m.PersonId == Decision.ApprovedBy);

    private SeatRole? SeatOf(PersonId? person) => Jury.FirstOrDefault(m => m.PersonId == person)?.Role ?? Changes.LastOrDefault(c => c.PersonId == person)?.Role;

    /// <summary>A member's name; of one who has left the jury, as the record of its changes has it.</summary>
    internal LocalizedText? NameOf(PersonId person) => Jury.FirstOrDefault(m => m.PersonId == person)?.Name ?? Changes.LastOrDefault(c => c.PersonId == person)?.Name;

    /// <summary>The applicant's summary is the applicant's: a corrected decision says that it has not been corrected.</summary>
    internal string SummaryKeyIn(Language language) =>
        $"documents.decision.applicants-summary{(Winner is { } winner && winner.IsTranslatedIn(language) ? "-translated" : "")}{(Corrections.Count > 0 ? "-kept" : "")}";

    internal bool IsReconstructed => Competition.Provenance == Provenance.Reconstructed;
}

/// <summary>What a decision tells of the meetings behind it: no word and no vote that fell in them.</summary>
/// <param name="Held">In their order.</param>
/// <param name="NotHandled">The entries that no meeting had handled when the decision was put on record.</param>
/// <param name="SheetsRescored">How many sheets were given anew in a meeting.</param>
public sealed record MeetingFacts(IReadOnlyList<HeldMeeting> Held, IReadOnlyList<EntryId> NotHandled, int SheetsRescored)
{
    /// <summary>The recusals that were decided while a meeting was handling the entry.</summary>
    public IReadOnlyList<(EntryId Entry, PersonId Member)> MinutedRecusals { get; init; } = [];

    /// <summary>Who took part in handling an entry before the ground or the doubt came up, and until when.</summary>
    public IReadOnlyList<(PersonId Person, EntryId Entry, DateTimeOffset Until)> TookPartUntil { get; init; } = [];
}

/// <summary>When a meeting was held; null while it is under way.</summary>
public sealed record HeldMeeting(int Number, DateTimeOffset From, DateTimeOffset? To);

/// <summary>An official who stepped aside from an entry.</summary>
/// <param name="Roles">In which the official would have handled it: nobody is named.</param>
public sealed record OfficialAside(IReadOnlyList<OfficialRole> Roles, Entry Entry, Declaration Declaration);

/// <summary>What an official is in a competition.</summary>
public enum OfficialRole
{
    Secretary,
    Publisher,

    /// <summary>Has translated an entry.</summary>
    Translator,

    /// <summary>An official who holds no office any more.</summary>
    Official,
}

/// <summary>How documents name an entry: by what was submitted, not by a draft changed since.</summary>
internal static class EntryNames
{
    extension(Entry entry)
    {
        public string PublicTitle => entry.Content["title"];

        public string PublicOrganisation => entry.Content["organisation"];

        /// <summary>The title in that language if there is a translation, else as it was written, marked with the language of the entry where that is not the document's.</summary>
        public Passage TitleIn(Language language) => entry.Written("title", language);

        public Passage OrganisationIn(Language language) => entry.Written("organisation", language);

        /// <summary>The applicant's public abstract where the applicant wrote it in the document's language and lets it be published; null otherwise.</summary>
        /// <param name="isPublicAlready">It comes from a public source, and nobody need be asked.</param>
        public string? SummaryIn(Language language, bool isPublicAlready) =>
            (isPublicAlready || entry.LetsSummaryBePublished())
            && Reading.Of(entry.Content, entry.WrittenIn, language).Of("summary") is var (text, found, _) && found == language && text.Length > 0 ? text : null;

        /// <summary>Whether what the applicant says in that language is the applicant's own translation.</summary>
        public bool IsTranslatedIn(Language language) => entry.WrittenIn != language;

        private Language WrittenIn => entry.Submitted?.Language ?? entry.Language;

        // A translation, by the team or by staff, is in the document's own language.
        private Passage Written(string key, Language language)
        {
            var (text, found, _) = Reading.Of(entry.Content, entry.WrittenIn, language, entry.Translations).Of(key);
            return new(text, found == language ? null : found);
        }
    }
}
