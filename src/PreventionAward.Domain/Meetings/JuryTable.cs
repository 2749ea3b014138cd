using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Meetings;

/// <summary>Who belongs at the table and where each stands towards every entry: the facts that a meeting is held by, read anew for each step.</summary>
/// <param name="People">The members in the order of their list, then the staff who take part.</param>
/// <param name="Entries">Those before the jury.</param>
/// <param name="Declarations">By entry and person; what is not there is undeclared.</param>
public sealed record JuryTable(
    IReadOnlyList<Attendee> People, IReadOnlyList<EntryId> Entries, IReadOnlyDictionary<(EntryId Entry, PersonId Person), Declaration> Declarations, QuorumRule Rule)
{
    /// <summary>The members.</summary>
    public IEnumerable<Attendee> Members => People.Where(p => p.IsMember);

    /// <summary>The same table with a declaration that has just been made or decided.</summary>
    public JuryTable With(Declaration declaration) =>
        this with { Declarations = new Dictionary<(EntryId Entry, PersonId Person), Declaration>(Declarations) { [(declaration.EntryId, declaration.PersonId)] = declaration } };

    /// <summary>Why a person must be out of the room during an item, or null. Computed from the declarations, never chosen (Hallintolaki 27 §).</summary>
    /// <remarks>The decision weighs every entry against the others, so whoever stays out of one of them stays out of it too.</remarks>
    public OutReason? WhyOut(AgendaItem item, PersonId person) => item.Kind switch
    {
        ItemKind.Entry => WhyOut(item.Entry!.Value, person),
        ItemKind.Decision => Entries.Select(entry => WhyOut(entry, person)).Max(),
        _ => null,
    };

    /// <summary>The ground that the person declared, where there is one.</summary>
    public RecusalGround? Ground(AgendaItem item, PersonId person) =>
        (item.Entry is { } one ? [one] : Entries).Select(entry => Declarations.GetValueOrDefault((entry, person))?.Ground).FirstOrDefault(ground => ground is not null);

    /// <summary>Whether enough members are there for an item. A member who is recused or in doubt counts neither among the present nor among all.</summary>
    public Quorum QuorumOf(AgendaItem item, IEnumerable<PersonId> present)
    {
        var counting = Members.Where(m => WhyOut(item, m.Id) is not (OutReason.Recused or OutReason.InDoubt)).ToList();
        var there = counting.Where(m => WhyOut(item, m.Id) is null && present.Contains(m.Id)).ToList();
        var lacksChair = Rule.WithChair && counting.Any(m => m.MayPreside) && !there.Any(m => m.MayPreside);
        return new(there.Count, Rule.Needed(counting.Count), counting.Count, lacksChair);
    }

    /// <summary>The seats of those who could preside over an item: chair and vice-chair, without one who is recused or in doubt.</summary>
    public IReadOnlyList<SeatRole> Presiders(AgendaItem item) =>
        [.. Members.Where(m => m.MayPreside && WhyOut(item, m.Id) is not (OutReason.Recused or OutReason.InDoubt)).Select(m => m.Role!.Value)];

    private OutReason? WhyOut(EntryId entry, PersonId person)
    {
        var isMember = People.Any(p => p.Id == person && p.IsMember);
        return (Declarations.GetValueOrDefault((entry, person))?.Interest ?? Interest.Undeclared) switch
        {
            Interest.Recused => OutReason.Recused,
            Interest.InDoubt => OutReason.InDoubt,
            Interest.Undeclared when isMember => OutReason.Undeclared,
            _ => null,
        };
    }
}

/// <summary>Somebody who may be at a meeting.</summary>
/// <param name="Role">The seat in the jury; null for the secretary.</param>
public sealed record Attendee(PersonId Id, SeatRole? Role)
{
    public bool IsMember => Role is not null;

    /// <summary>Chair or vice-chair.</summary>
    public bool MayPreside => Role is not (null or SeatRole.Member);
}

/// <summary>Why somebody is out of the room during an item; the later, the graver.</summary>
public enum OutReason
{
    /// <summary>Has not declared yet.</summary>
    Undeclared,

    /// <summary>A doubt that nobody has decided: one stays out until then.</summary>
    InDoubt,
    Recused,
}

/// <summary>Whether enough members are there.</summary>
/// <param name="Needed">How many are needed.</param>
/// <param name="Members">How many could take part.</param>
/// <param name="LacksChair">Neither the chair nor the vice-chair is there, though one of them could be.</param>
public sealed record Quorum(int Present, int Needed, int Members, bool LacksChair)
{
    public bool IsMet => Members > 0 && Present >= Needed && !LacksChair;

    /// <summary>What to tell whoever wants to go on, or null.</summary>
    /// <param name="presiders">Who could preside: somebody of them is waited for.</param>
    public Refusal? WhyNot(IReadOnlyCollection<SeatRole> presiders) => IsMet ? null
        : Members == 0 ? new("meeting.nobody-left")
        : Present < Needed ? new("meeting.no-quorum", Present, Needed)
        : presiders.Contains(SeatRole.Chair) ? new(presiders.Contains(SeatRole.ViceChair) ? "meeting.no-presider" : "meeting.no-chair")
        : new("meeting.no-vice-chair");
}
