using System.Text.Json;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Json;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The public part of a decision for machines, one record in all languages. What is not named in this file does not leave: no points, no spread, no comment, no answer but title and organisation.</summary>
public sealed record PublicRecord(
    string Format, PublicRecord.Call Competition, PublicRecord.Office Authority, IReadOnlyList<PublicRecord.Member>? Jury, IReadOnlyList<PublicRecord.Recusal>? Recusals,
    IReadOnlyList<PublicRecord.Bid> Entries, int EntriesReceived, int? LateEntries, IReadOnlyList<PublicRecord.Measure>? Criteria, PublicRecord.Ruling Decision)
{
    /// <summary>Left out where it is not on record.</summary>
    public Mandate? Appointment { get; init; }

    /// <summary>Officials who stepped aside; left out where none did.</summary>
    public IReadOnlyList<OfficialRecusal>? OfficialsAside { get; init; }

    /// <summary>Left out of a reconstructed year.</summary>
    public Sittings? Meetings { get; init; }

    /// <summary>Name and version of this form of record.</summary>
    public const string FormatName = "prevention-award/decision/1";

    /// <summary>Which version of the decision it is, from 1; a later one corrects and replaces the one before.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The version that this one replaces.</summary>
    public int? Replaces { get; init; }

    /// <summary>The day on which the jury decided what this version replaces.</summary>
    public DateOnly? ReplacesDecisionOf { get; init; }

    /// <summary>What has been corrected, oldest first.</summary>
    public IReadOnlyList<Correction>? Corrected { get; init; }

    /// <summary>The name under which it is attached to the decision.</summary>
    public const string FileName = "decision.json";

    public static PublicRecord Of(DecisionMaterial material)
    {
        var (competition, decision) = (material.Competition, material.Decision);
        return new PublicRecord(
            FormatName,
            new(competition.Name, competition.Provenance, competition.Title, competition.Theme.Title, Day(competition.At(MilestoneKind.Opened)), competition.Timetable.ClosesAt),
            new(competition.Authority.Name, competition.Authority.Unit, competition.Authority.DiaryNumber, competition.Authority.ContactName, competition.Authority.ContactMail, competition.Authority.ContactPhone),
            Known(material.Jury.Select(m => new Member(m.Name, m.Role, m.Organisation))),
            Known(material.Recusals.Select(r => new Recusal(
                r.Member.Name, r.Entry.Number, r.Declaration.Ground, material.DeciderOf(r.Declaration), HelsinkiTime.DayOf(RecusalDeciders.DecidedAt(r.Declaration))))),
            [.. material.Entries.Select(e => new Bid(e.Number, e.PublicTitle, e.PublicOrganisation, e.Language.Code, material.IsReconstructed ? null : e.Status, e.IneligibleReason))],
            material.Received,
            material.IsReconstructed ? null : material.LateEntries.Count(),
            Known(competition.Criteria.Select(c => new Measure(c.Key, c.Weight, c.Title))),
            new(
                material.DecidedOn, material.Winner?.Number, Known(material.Mentions.Select(e => e.Number)), decision[DecisionSection.Grounds],
                Known(material.Assessed.Where(e => !decision[DecisionSection.Assessment(e.Id)].IsEmpty()).Select(e => new Assessment(e.Number, decision[DecisionSection.Assessment(e.Id)]))),
                decision[DecisionSection.Remarks],
                Some(competition.Criteria.Where(c => !decision[DecisionSection.Criterion(c.Key)].IsEmpty()).Select(c => new OnCriterion(c.Key, decision[DecisionSection.Criterion(c.Key)]))))
            { SharedWith = Some(material.SharedWith.Select(e => e.Number)), Appeal = competition.Appeal.IsEmpty() ? null : competition.Appeal, TextApprovedOn = material.TextApprovedOn })
        {
            Appointment = competition.Mandate is var m && m != JuryMandate.Empty ? new(m.AppointedBy, m.DecidedOn, m.Reference, m.From, m.Until) : null,
            OfficialsAside = Some(material.Officials.Select(o => new OfficialRecusal(
                o.Roles, o.Entry.Number, o.Declaration.Ground, RecusalDeciders.Of(o.Declaration, null, isMinuted: false), HelsinkiTime.DayOf(RecusalDeciders.DecidedAt(o.Declaration))))),
            Meetings = material.IsReconstructed || material.Meetings is not { } meetings ? null : Of(meetings, material),
        }.Corrections(material);

        IReadOnlyList<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;

        // Of a reconstructed year an empty list would say that there were none; what is not known is left out.
        IReadOnlyList<T>? Known<T>(IEnumerable<T> items) => material.IsReconstructed && !items.Any() ? null : [.. items];
    }

    private static Sittings Of(MeetingFacts facts, DecisionMaterial material)
    {
        var deciding = material.Decision.Deciding;
        return new(
            [.. facts.Held.Select(m => new Sitting(m.Number, m.From, m.To))],
            facts.Held.Count == 0 ? null : [.. material.Assessed.Where(e => facts.NotHandled.Contains(e.Id)).Select(e => e.Number)], facts.SheetsRescored,
            deciding is null ? null : new(
                deciding.Meeting, [.. deciding.TookPart.Select(material.NameOf).OfType<LocalizedText>()],
                [.. deciding.Out.Where(o => material.Jury.Any(m => m.PersonId == o.Person)).Select(o => new Aside(material.NameOf(o.Person)!, o.Reason))],
                deciding.Quorum.Present, deciding.Quorum.Members, deciding.Quorum.Needed, material.Competition.Quorum));
    }

    /// <summary>The record as the decision carries it, described in the decision's language.</summary>
    public PaperAttachment Attachment(Texts texts) => new(FileName, "application/json", ToJson(), texts["documents.decision.attachment"]);

    /// <summary>UTF-8, the same bytes for the same record.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, AwardJson.Readable);

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? HelsinkiTime.DayOf(at) : null;

    /// <summary>The same record with its version and corrections.</summary>
    private PublicRecord Corrections(DecisionMaterial material) => material.Corrections.Count == 0 ? this : this with
    {
        Version = material.Corrections[^1].Version,
        Replaces = material.Corrections[^1].Version - 1,
        ReplacesDecisionOf = material.ReplacedDecidedOn,
        Corrected = [.. material.Corrections.Select(c => Of(c, material))],
    };

    private static Correction Of(Domain.Decisions.Correction c, DecisionMaterial material) => new(c.Version, c.Kind, c.What, Day(c.PublishedAt))
    {
        ApprovedOn = Day(c.ApprovedAt),
        Error = c.Facts?.Error,
        DecidedAnew = c.Facts?.Anew is { } anew ? new(anew.Way, anew.On, [.. anew.TookPart.Select(material.NameOf).OfType<LocalizedText>()]) : null,
        PartiesHeard = c.Facts is { WereHeard: true } ? true : c.Facts?.NotHeard is null ? null : false,
        NotHeardBecause = c.Facts?.NotHeard,
        DetrimentBasis = c.Facts?.Basis,
        ConsentedOn = c.Facts?.ConsentedOn,
    };

    /// <summary>A correction: which version it made, on what ground, what it corrected.</summary>
    public sealed record Correction(int Version, CorrectionKind Kind, LocalizedText What, DateOnly? PublishedOn)
    {
        /// <summary>The day on which it was approved for the jury.</summary>
        public DateOnly? ApprovedOn { get; init; }

        /// <summary>Which error of fact; left out of a clerical one.</summary>
        public FactError? Error { get; init; }

        /// <summary>How the jury decided anew; left out of a clerical error.</summary>
        public DecidedAgain? DecidedAnew { get; init; }

        /// <summary>Left out where it is not on record.</summary>
        public bool? PartiesHeard { get; init; }

        /// <summary>What let the parties be left unheard; left out where they were heard, or where it is not on record.</summary>
        public NotHeardBecause? NotHeardBecause { get; init; }

        /// <summary>What lets it be to the detriment of a party; left out where it is not.</summary>
        public DetrimentBasis? DetrimentBasis { get; init; }

        public DateOnly? ConsentedOn { get; init; }
    }

    /// <summary>How the jury decided anew, and who took part.</summary>
    public sealed record DecidedAgain(DecidingWay Way, DateOnly On, IReadOnlyList<LocalizedText> TookPart);

    /// <summary>The competition.</summary>
    public sealed record Call(string Name, Provenance Provenance, LocalizedText Title, LocalizedText Theme, DateOnly? OpenedOn, DateTimeOffset? ClosesAt);

    /// <summary>The authority.</summary>
    public sealed record Office(LocalizedText Name, LocalizedText Unit, string DiaryNumber, LocalizedText ContactName, string ContactMail, string ContactPhone);

    /// <summary>A member of the jury.</summary>
    public sealed record Member(LocalizedText Name, SeatRole Role, LocalizedText Organisation);

    /// <summary>Who appointed the jury, by which decision and for how long.</summary>
    public sealed record Mandate(LocalizedText AppointedBy, DateOnly? DecidedOn, string Reference, DateOnly? From, DateOnly? Until);

    /// <summary>A member who stayed out of one entry, by which ground of the law, and who decided it when.</summary>
    public sealed record Recusal(LocalizedText Member, int? Entry, RecusalGround? Ground, RecusalDecider DecidedBy, DateOnly DecidedOn);

    /// <summary>An official who stayed out of one entry, by role.</summary>
    public sealed record OfficialRecusal(IReadOnlyList<OfficialRole> Roles, int? Entry, RecusalGround? Ground, RecusalDecider DecidedBy, DateOnly DecidedOn);

    /// <summary>The jury's meetings in the portal.</summary>
    /// <param name="EntriesNotHandled">Entries that no meeting had handled when the decision was put on record; left out where there was no meeting.</param>
    /// <param name="SheetsRescored">How many sheets were given anew in a meeting.</param>
    /// <param name="Deciding">Left out where no meeting took up the decision.</param>
    public sealed record Sittings(IReadOnlyList<Sitting> Held, IReadOnlyList<int?>? EntriesNotHandled, int SheetsRescored, Deciders? Deciding);

    /// <summary>A meeting.</summary>
    public sealed record Sitting(int Number, DateTimeOffset From, DateTimeOffset? To);

    /// <summary>Who took part in deciding, and by which quorum.</summary>
    public sealed record Deciders(int Meeting, IReadOnlyList<LocalizedText> TookPart, IReadOnlyList<Aside> Out, int Present, int Members, int Needed, QuorumRule Rule);

    /// <summary>A member who stayed out of deciding.</summary>
    public sealed record Aside(LocalizedText Member, Domain.Meetings.OutReason Reason);

    /// <summary>An entry.</summary>
    public sealed record Bid(int? Number, string Title, string Organisation, string Language, EntryStatus? Status, string? Reason);

    /// <summary>A criterion with its weight in per cent.</summary>
    public sealed record Measure(string Key, int Weight, LocalizedText Title);

    /// <summary>What was decided, and why; entries by their number.</summary>
    public sealed record Ruling(
        DateOnly? DecidedOn, int? Winner, IReadOnlyList<int?>? Mentions, LocalizedText Grounds, IReadOnlyList<Assessment>? Assessments, LocalizedText Remarks,
        IReadOnlyList<OnCriterion>? GroundsByCriterion)
    {
        /// <summary>Those who share the prize with the winner, who is the one nominated for Europe.</summary>
        public IReadOnlyList<int?>? SharedWith { get; init; }

        /// <summary>The day on which the text was approved for the jury, which had decided on <see cref="DecidedOn"/>.</summary>
        public DateOnly? TextApprovedOn { get; init; }

        /// <summary>What the authority has written of seeking a change; left out: the default words.</summary>
        public LocalizedText? Appeal { get; init; }
    }

    /// <summary>The grounds on one criterion for the winner.</summary>
    public sealed record OnCriterion(string Criterion, LocalizedText Text);

    /// <summary>The jury's words on one other entry.</summary>
    public sealed record Assessment(int? Entry, LocalizedText Text);
}
