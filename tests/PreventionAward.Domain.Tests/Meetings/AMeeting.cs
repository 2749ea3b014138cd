using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Meetings;

/// <summary>A jury of five with a secretary before two entries; juror 4 is recused from the first, juror 3 is in doubt about it.</summary>
internal sealed class AMeeting
{
    public static readonly DateTimeOffset Noon = new(2027, 5, 3, 9, 0, 0, TimeSpan.Zero);

    public AMeeting(QuorumRule? rule = null)
    {
        People = [new(Chair, SeatRole.Chair), .. Jurors.Select(j => new Attendee(j, SeatRole.Member)), new(Secretary, null)];
        foreach (var entry in new[] { First, Second })
            foreach (var person in People.Where(p => p.IsMember))
                Declare(entry, person.Id, InterestAnswer.None);
        Declare(First, Jurors[3], InterestAnswer.Ground);
        Declare(First, Jurors[2], InterestAnswer.Unsure);
        Rule = rule ?? QuorumRule.Default;
        Meeting = Meeting.Open(An.Competition(Stage.Deliberation), null, [First, Second], "Helsinki", Secretary, Guid.NewGuid(), Noon).Meeting!;
    }

    public PersonId Chair { get; } = An.Person();

    public PersonId Secretary { get; } = An.Person();

    public IReadOnlyList<PersonId> Jurors { get; } = [An.Person(), An.Person(), An.Person(), An.Person()];

    public EntryId First { get; } = new(Guid.NewGuid());

    public EntryId Second { get; } = new(Guid.NewGuid());

    public IReadOnlyList<Attendee> People { get; set; }

    public Dictionary<(EntryId Entry, PersonId Person), Declaration> Declarations { get; } = [];

    public QuorumRule Rule { get; }

    public Meeting Meeting { get; }

    public JuryTable Table => new(People, [First, Second], Declarations, Rule);

    public void Declare(EntryId entry, PersonId person, InterestAnswer answer)
    {
        var declaration = new Declaration(new(Guid.NewGuid()), entry, person);
        declaration.Declare(answer, answer == InterestAnswer.Ground ? RecusalGround.Employment : null, "why", Noon);
        Declarations[(entry, person)] = declaration;
    }

    public AMeeting With(params PersonId[] people)
    {
        foreach (var person in people) Assert.Null(Meeting.Arrive(person, Table, Noon));
        return this;
    }

    /// <summary>Everybody is there, and the first entry is at hand.</summary>
    public AMeeting AtFirst()
    {
        With([Chair, .. Jurors]);
        Assert.Null(Meeting.MoveTo(1, Table, Noon.AddMinutes(5)));
        return this;
    }

    /// <summary>The same, and whoever must leave has left.</summary>
    public AMeeting Handling()
    {
        AtFirst();
        foreach (var absence in Meeting.MustLeave(Table)) Assert.Null(Meeting.StepOut(absence.Person, Table, Noon.AddMinutes(6)));
        return this;
    }
}
