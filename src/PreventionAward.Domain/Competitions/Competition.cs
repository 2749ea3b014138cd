using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Competitions;

/// <summary>One year's competition: its call, its rules and where it stands. Entries, sheets and the decision refer to it.</summary>
public sealed class Competition
{
    private readonly List<Milestone> milestones = [];

    private Competition() { }

    public Competition(CompetitionId id, string name, Provenance provenance) =>
        (Id, Name, Provenance) = (id, name, provenance);

    public CompetitionId Id { get; private set; }

    /// <summary>Its name in addresses: lower-case letters, digits and hyphens.</summary>
    public string Name { get; private set; } = "";

    public Provenance Provenance { get; private set; }

    public Stage Stage { get; private set; }

    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    public Theme Theme { get; private set; } = Theme.Empty;

    public Authority Authority { get; private set; } = Authority.Empty;

    public Timetable Timetable { get; private set; } = new();

    public FormDefinition Form { get; private set; } = FormDefinition.Empty;

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public TieRule TieRule { get; private set; } = TieRule.Default;

    public QuorumRule Quorum { get; private set; } = QuorumRule.Default;

    /// <summary>Who appointed the jury and by which decision; told in the decision document.</summary>
    public LocalizedText Appointment { get; private set; } = LocalizedText.Empty;

    /// <summary>What the decision says of seeking a change to it; empty: our default, which the ministry has still to confirm.</summary>
    public LocalizedText Appeal { get; private set; } = LocalizedText.Empty;

    /// <summary>Who appointed the jury, by which decision and for how long.</summary>
    public JuryMandate Mandate { get; private set; } = JuryMandate.Empty;

    /// <summary>How many entries there were, where the record does not hold them all (a reconstruction); null otherwise.</summary>
    public int? EntriesReceived { get; private set; }

    /// <summary>What has happened and when, in the order in which it was recorded.</summary>
    public IReadOnlyList<Milestone> Milestones => milestones;

    /// <summary>The call has been opened, and so is public: one that was cancelled before never was.</summary>
    public bool IsAnnounced { get; private set; }

    public Matter Matter => new(Id, Stage) { IsAnnounced = IsAnnounced };

    /// <summary>The set-up as it stands: change it by <c>with</c> and hand it to <see cref="SetUp"/>.</summary>
    public CompetitionPlan Plan => new(Title, Theme, Authority, Timetable, Form, Criteria, TieRule, Appointment) { Mandate = Mandate, Quorum = Quorum, Appeal = Appeal };

    /// <summary>When it happened last, or null.</summary>
    public DateTimeOffset? At(MilestoneKind kind) => milestones.LastOrDefault(m => m.Kind == kind)?.At;

    /// <summary>Changes the call while it is being set up.</summary>
    /// <returns>Refused: a text that is too long; or the call has opened: criteria, weights, form and tie rule are frozen (rule R9).</returns>
    public Refusal? SetUp(CompetitionPlan plan)
    {
        if (!Stage.IsBeingSetUp) return new("competitions.frozen");
        if (plan.TooLong() is { } tooLong) return tooLong;
        Take(plan);
        return null;
    }

    /// <summary>Corrects contact, register number, appointment of the jury or what is said of appeal, which are facts and not rules of the competition.</summary>
    /// <param name="isApproved">The jury has approved its decision.</param>
    /// <returns>Refused once the jury has approved: the decision states them.</returns>
    public Refusal? Correct(Authority authority, LocalizedText appointment, LocalizedText appeal, bool isApproved)
    {
        if (WhyFactsAreFixed(isApproved) is { } isFixed) return isFixed;
        if ((Plan with { Authority = authority, Appointment = appointment, Appeal = appeal }).TooLong() is { } tooLong) return tooLong;
        (Authority, Appointment, Appeal) = (authority, appointment, appeal);
        return null;
    }

    /// <summary>Takes the default words on appeal as confirmed by the authority. It changes no word of the decision, so it is possible after approval too.</summary>
    /// <returns>Refused once the decision is public. Confirmed before = done.</returns>
    public Refusal? ConfirmAppeal(LocalizedText words)
    {
        if (Stage > Stage.Decided) return new("competitions.contact-fixed");
        if (Appeal.IsEmpty()) Appeal = words;
        return null;
    }

    /// <summary>Why the facts that the decision states can no longer be corrected: contact, appointment, how the members of the jury are named.</summary>
    public Refusal? WhyFactsAreFixed(bool isApproved) => Stage > Stage.Decided || isApproved ? new("competitions.contact-fixed") : null;

    /// <summary>Puts on record who appointed the jury, by which decision and for how long.</summary>
    /// <returns>Refused once the jury has approved its decision, which states it; or as <see cref="JuryMandate.Check"/>.</returns>
    public Refusal? Mandated(JuryMandate mandate, bool isApproved)
    {
        if (WhyFactsAreFixed(isApproved) is { } isFixed) return isFixed;
        if (mandate.Check() is { } wrong) return wrong;
        Mandate = mandate;
        return null;
    }

    /// <summary>The membership of the jury is frozen since scoring has started (rule R10): whatever changes from now on is a <see cref="JuryChange"/> on record.</summary>
    public bool IsJuryFrozen => Stage >= Stage.Scoring;

    /// <summary>Why nobody can leave the jury or change seats now: the approved decision names its members.</summary>
    public Refusal? WhyJuryIsFixed(bool isApproved) => Stage > Stage.Decided || isApproved ? new("membership.fixed") : null;

    /// <summary>Why nobody can join the jury now: once scoring is closed a new member could score nothing.</summary>
    public Refusal? WhyNobodyJoins() => Stage > Stage.Scoring ? new("membership.nobody-joins") : null;

    /// <summary>Why an entry cannot be submitted now, or null when it can. Half-open: the closing instant itself is late.</summary>
    public Refusal? WhyClosed(DateTimeOffset now) => Stage switch
    {
        Stage.Draft => new("entries.not-open-yet"),
        Stage.Open when now < Timetable.ClosesAt => null,
        _ => new("entries.closed", Timetable.ClosesAt!, now, Authority.ContactMail),
    };

    public bool AcceptsEntries(DateTimeOffset now) => WhyClosed(now) is null;

    /// <summary>Gives everybody more time. A call that has closed meanwhile opens again, as long as no entry has been opened.</summary>
    /// <param name="reason">Public; in both national languages.</param>
    /// <returns>Refused: not open yet, entries opened already, no later time, a time that has passed, no reason.</returns>
    public Refusal? Extend(DateTimeOffset to, LocalizedText reason, DateTimeOffset now)
    {
        if (Stage is not (Stage.Open or Stage.Closed) || Timetable.ClosesAt is not { } from) return new("extension.not-now");
        if (to <= from) return new("extension.not-later", from);
        if (to <= now) return new("extension.passed", to);
        if (!reason.Has(Language.Finnish) || !reason.Has(Language.Swedish)) return new("extension.reason-missing");
        if (TextLimit.Check(reason) is { } tooLong) return tooLong;

        Timetable = Timetable with { ClosesAt = to, Extensions = [.. Timetable.Extensions ?? [], new(from, to, reason, now)] };
        return Stage == Stage.Closed ? Advance(Stage.Open, new(), now) : null;
    }

    /// <summary>What a move still lacks, said before anybody tries it; null where it can be made.</summary>
    public Refusal? WhyNot(Stage to, Standing standing, DateTimeOffset now) => Lifecycle.Check(this, to, standing, now);

    /// <summary>Moves the competition on, or says what is missing.</summary>
    /// <param name="standing">What the record says about entries, sheets and the decision at this moment.</param>
    public Refusal? Advance(Stage to, Standing standing, DateTimeOffset now)
    {
        if (Lifecycle.Check(this, to, standing, now) is { } refusal) return refusal;
        milestones.Add(new(Lifecycle.MilestoneOf(Stage, to), now));
        Stage = to;
        IsAnnounced = WasOpened();
        return null;
    }

    /// <summary>Records a dated event that is no stage: nominated, sent to Europe, the result there.</summary>
    /// <param name="notBefore">When the day of the decision began.</param>
    /// <returns>Refused: no decision with a winner on record; a day before the decision or still to come; told already; a note in one national language only.</returns>
    public Refusal? Record(Milestone european, bool hasWinner, DateTimeOffset notBefore, DateTimeOffset now)
    {
        if (WhyNoEvents(hasWinner) is { } none) return none;
        if (WhyNot(european, notBefore, now) is { } refusal) return refusal;
        if (TextLimit.Check(european.Note) is { } tooLong) return tooLong;
        milestones.Add(european);
        return null;
    }

    /// <summary>Puts another day or note in the place of a recorded event, which keeps its place in the list.</summary>
    /// <returns>Refused as <see cref="Record"/>; no such event.</returns>
    public Refusal? Correct(Milestone before, Milestone after, DateTimeOffset notBefore, DateTimeOffset now)
    {
        var place = milestones.IndexOf(before);
        if (place < 0 || !before.Kind.IsEuropean) return new("nomination.no-such-event");
        milestones.RemoveAt(place);
        var refusal = WhyNot(after, notBefore, now);
        milestones.Insert(place, refusal is null ? after : before);
        return refusal;
    }

    /// <summary>Takes a recorded event back, as one that did not happen.</summary>
    public Refusal? TakeBack(Milestone european) =>
        european.Kind.IsEuropean && milestones.Remove(european) ? null : new("nomination.no-such-event");

    private Refusal? WhyNoEvents(bool hasWinner) =>
        !Stage.HasDecision ? new("nomination.not-decided-yet") : hasWinner ? null : new("nomination.no-winner");

    private Refusal? WhyNot(Milestone european, DateTimeOffset notBefore, DateTimeOffset now)
    {
        if (!european.Kind.IsEuropean) return new("nomination.no-such-event");
        if (european.At > now) return new("nomination.in-the-future");
        if (european.At < notBefore) return new("nomination.before-the-decision");
        if (milestones.Any(m => m.Kind == european.Kind && m.At == european.At)) return new("nomination.recorded-already");
        return european.Note?.LacksNational() is null ? null : new("nomination.note-in-both");
    }

    /// <summary>Puts a competition back as a record holds it: for the import of a dossier only.</summary>
    public static Competition Restore(
        CompetitionId id, string name, Provenance provenance, CompetitionPlan plan, Stage stage, IEnumerable<Milestone> milestones, int? entriesReceived)
    {
        var competition = new Competition(id, name, provenance) { EntriesReceived = entriesReceived };
        competition.Take(plan);
        competition.Stage = stage;
        competition.milestones.AddRange(milestones);
        competition.IsAnnounced = competition.WasOpened();
        return competition;
    }

    private bool WasOpened() => Stage switch
    {
        Stage.Draft => false,
        Stage.Cancelled => At(MilestoneKind.Opened) is not null,
        _ => true,
    };

    private void Take(CompetitionPlan plan)
    {
        (Title, Theme, Authority, Timetable) = (plan.Title, plan.Theme, plan.Authority, plan.Timetable);
        (Form, Criteria, TieRule, Quorum, Appointment) = (plan.Form, plan.Criteria, plan.TieRule, plan.Quorum, plan.Appointment);
        (Mandate, Appeal) = (plan.Mandate, plan.Appeal);
    }
}
