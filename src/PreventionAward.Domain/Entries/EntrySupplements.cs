using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Entries;

// Supplementing: the one way in which the content of an entry changes after the deadline.
public sealed partial class Entry
{
    private readonly List<SupplementRequest> supplements = [];

    /// <summary>What staff asked the team to supplement, oldest first.</summary>
    public IReadOnlyList<SupplementRequest> Supplements => supplements;

    /// <summary>The request that the team can answer now, or null.</summary>
    public SupplementRequest? OpenSupplement(DateTimeOffset now) => supplements.Find(request => request.IsOpen(now));

    /// <summary>Asks the team to supplement its answers to these questions; those that hang on them are open too.</summary>
    /// <returns>Refused outside screening, for an entry not submitted, without a question of the form or a message, with a message that is too long, with a time that has passed, while another is open.</returns>
    public Refusal? AskSupplement(
        Competition competition, Guid id, IReadOnlyCollection<string> fields, string message, DateTimeOffset until, PersonId by, DateTimeOffset now)
    {
        if (competition.Stage != Stage.Screening) return new("supplements.not-now");
        if (Status is EntryStatus.Draft or EntryStatus.Withdrawn || Submitted is not { } submitted) return new("screening.not-submitted");
        if (OpenSupplement(now) is not null) return new("supplements.one-open");
        List<string> open = [.. competition.Form.Fields.Where(f => fields.Contains(f.Key) || (f.ShowWhen is { } when && fields.Contains(when.Field))).Select(f => f.Key)];
        if (open.Count == 0 || !fields.All(open.Contains)) return new("supplements.choose-questions");
        if (string.IsNullOrWhiteSpace(message)) return new("supplements.message-missing");
        if (TextLimit.Check(message) is { } tooLong) return tooLong;
        if (until <= now) return new("supplements.passed");

        supplements.Add(new(id, Id, open, Answers.Clean(message), until, by, now, submitted.Answers.Only(open)));
        return null;
    }

    /// <summary>Hands a supplement in: a new version with these answers changed and nothing else. The entry is screened anew.</summary>
    /// <param name="added">The files that were attached to the supplement; those of the version before stay.</param>
    /// <param name="now">The moment the whole request had arrived (law 13/2003, 10 §).</param>
    /// <returns>Refused: over; nothing changed; an answer is missing. A supplement handed in already is no refusal: it is the same one.</returns>
    public Refusal? HandInSupplement(Competition competition, Guid id, IReadOnlyList<SubmittedFile> added, PersonId by, DateTimeOffset now)
    {
        if (supplements.Find(s => s.Id == id) is not { } request || Submitted is not { } before) return new("supplements.closed");
        if (request.Version is not null) return null;
        if (competition.Stage != Stage.Screening || Status == EntryStatus.Withdrawn || !request.IsOpen(now)) return new("supplements.closed");
        var answers = before.Answers.Replacing(request.Fields, request.Draft);
        IReadOnlyList<SubmittedFile> files = [.. before.Files, .. added];
        var digest = answers.Digest(files);
        if (digest == before.Sha256) return new("supplements.nothing-changed");
        var problems = EntryCheck.Problems(competition.Form, answers, files.Count, now).Count(problem => request.Fields.Contains(Answers.FieldOf(problem.Key)));
        if (problems > 0) return new("supplements.incomplete", problems);

        versions.Add(new(Id, versions.Max(v => v.Version) + 1, answers, before.Language, files, digest, by, now) { Supplement = id });
        request.HandedIn(Submitted.Version, now);
        (Draft, DraftSavedAt) = (Draft.Replacing(request.Fields, request.Draft), now);
        (Status, IneligibleReason, ScreenedAt) = (EntryStatus.Submitted, null, null);
        return null;
    }
}
