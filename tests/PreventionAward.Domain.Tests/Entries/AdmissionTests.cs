using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class AdmissionTests
{
    private static readonly DateTimeOffset Arrived = An.ClosingTime.AddMinutes(7);
    private static readonly PersonId Secretary = An.Person();
    private readonly Competition competition = An.Competition(Stage.Screening);
    private readonly Entry entry;

    public AdmissionTests() => entry = An.Entry(competition);

    [Theory]
    [InlineData(AdmissionKind.InTimeByGround)]
    [InlineData(AdmissionKind.Late)]
    public void An_admitted_attempt_is_a_version_with_its_own_arrival_and_marks_the_entry(AdmissionKind kind)
    {
        var attempt = Attempt(Arrived);

        Assert.Null(entry.Admit(competition, attempt, Ruling(attempt, kind), 5));

        Assert.Equal((1, Arrived, attempt.Sha256, attempt.By), (entry.Submitted!.Version, entry.Submitted.At, entry.Submitted.Sha256, entry.Submitted.By));
        Assert.Equal((5, EntryStatus.Submitted, kind), (entry.Number, entry.Status, entry.Admission!.Kind));
    }

    [Fact]
    public void Arrival_in_time_needs_evidence_and_any_admission_a_reason()
    {
        var attempt = Attempt(Arrived);

        Assert.Equal("late.evidence-missing", entry.Admit(competition, attempt, Ruling(attempt, AdmissionKind.InTimeByGround) with { Evidence = " " }, 1)?.Code);
        Assert.Equal("late.reason-missing", entry.Admit(competition, attempt, Ruling(attempt, AdmissionKind.Late) with { Reason = " " }, 1)?.Code);
        Assert.Null(entry.Admit(competition, attempt, Ruling(attempt, AdmissionKind.Late) with { Evidence = "" }, 1));
    }

    [Fact]
    public void An_older_attempt_does_not_replace_a_newer_version_and_none_counts_twice()
    {
        var (first, second) = (Attempt(Arrived), Attempt(Arrived.AddMinutes(1)));
        entry.Admit(competition, second, Ruling(second, AdmissionKind.Late), 1);

        Assert.Equal("late.newer-there", entry.Admit(competition, first, Ruling(first, AdmissionKind.Late), 1)?.Code);
        Assert.Equal("late.newer-there", entry.Admit(competition, second, Ruling(second, AdmissionKind.Late), 1)?.Code);
    }

    [Fact]
    public void What_was_incomplete_or_taken_back_is_not_admitted()
    {
        var empty = Attempt(Arrived) with { Answers = Answers.None };
        Assert.Equal("late.incomplete", entry.Admit(competition, empty, Ruling(empty, AdmissionKind.Late), 1)?.Code);

        entry.Withdraw(An.Competition(Stage.Closed));
        var whole = Attempt(Arrived);
        Assert.Equal("late.withdrawn", entry.Admit(competition, whole, Ruling(whole, AdmissionKind.Late), 1)?.Code);
    }

    [Fact]
    public void Once_scoring_has_begun_nothing_is_admitted()
    {
        var attempt = Attempt(Arrived);

        foreach (var stage in Enum.GetValues<Stage>())
            Assert.Equal(stage is Stage.Open or Stage.Closed or Stage.Screening ? null : "late.not-now",
                An.Entry(competition).Admit(An.Competition(stage), attempt, Ruling(attempt, AdmissionKind.Late), 1)?.Code);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void An_outage_covers_what_falls_into_it(int minute, bool covers)
    {
        var outage = new Outage(Guid.NewGuid(), Arrived, Arrived.AddMinutes(60), "The database", Secretary, Arrived);

        Assert.Equal(covers, outage.Covers(Arrived.AddMinutes(minute)));
        Assert.Equal(minute >= 0, (outage with { To = null }).Covers(Arrived.AddMinutes(minute)));
    }

    private LateAttempt Attempt(DateTimeOffset at) => new(Guid.NewGuid(), entry.Id, competition.Id, entry.Draft, entry.Draft.Digest([]), An.Person(), at);

    private static Admission Ruling(LateAttempt attempt, AdmissionKind kind) => new(kind, attempt.Id, "The portal was down", "Log of the server", Secretary, Arrived.AddDays(1));
}
