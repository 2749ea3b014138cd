using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>One entry on a juror's desk.</summary>
public sealed record JuryEntry(EntryTitle Entry, JuryEntryState State, int Scored)
{
    /// <summary>The juror has something to do with it.</summary>
    public bool IsToDo => State is JuryEntryState.ToDeclare or JuryEntryState.ToScore or JuryEntryState.InProgress;
}

/// <summary>How far a juror is with an entry.</summary>
public enum JuryEntryState
{
    ToDeclare,
    ToScore,
    InProgress,
    HandedIn,
    InDoubt,
    Recused,
}

/// <summary>Reads a juror's desk.</summary>
public static class JuryEntries
{
    /// <summary>Every entry before the jury as that juror stands towards it; empty before scoring opens. Two queries, however many entries.</summary>
    public static async Task<IReadOnlyList<JuryEntry>> DeskAsync(this AwardDb db, Competition competition, Person person)
    {
        if (person.Id is not { } id) return [];
        var entries = await db.EligibleAsync(competition);
        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => s.CompetitionId == competition.Id && s.JurorId == id).ToDictionaryAsync(s => s.EntryId);
        return
        [
            .. from entry in entries
               where person.May(Can.SeeEntryTitle, entry.MatterIn(competition))
               let sheet = sheets.GetValueOrDefault(entry.Id)
               let state = StateOf(person, entry.Id, sheet)
               select new JuryEntry(entry, state, state == JuryEntryState.Recused ? 0 : Scored(sheet)),
        ];
    }

    public static JuryEntryState StateOf(Person person, EntryId entry, ScoreSheet? sheet) => (person.InterestIn(entry), sheet) switch
    {
        (Interest.Undeclared, _) => JuryEntryState.ToDeclare,
        (Interest.InDoubt, _) => JuryEntryState.InDoubt,
        (Interest.Recused, _) => JuryEntryState.Recused,
        _ when person.Teams.ContainsKey(entry) => JuryEntryState.Recused,
        (_, { IsHandedIn: true }) => JuryEntryState.HandedIn,
        (_, { Marks.Count: > 0 }) => JuryEntryState.InProgress,
        _ => JuryEntryState.ToScore,
    };

    /// <summary>The criteria that have points or an abstention.</summary>
    public static int Scored(ScoreSheet? sheet) => sheet?.Marks.Values.Count(m => m.Abstains || m.Points is not null) ?? 0;
}
