using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Finds what a juror's write is about.</summary>
internal static class BeforeTheJury
{
    /// <summary>The competition of that name and what a permission about its entry is asked with; null where there is no such entry.</summary>
    public static async Task<(Competition Competition, Matter Matter)?> EntryBeforeTheJuryAsync(this AwardDb db, string name, EntryId id)
    {
        if (await db.CompetitionAsync(name) is not { } competition) return null;
        var found = await db.Entries.Where(e => e.Id == id && e.CompetitionId == competition.Id).Select(e => new { e.Status }).FirstOrDefaultAsync();
        return found is null ? null : (competition, competition.Matter with { Entry = id, Status = found.Status });
    }

    /// <summary>The sheet that the person may write on now, made where there is none; or why not, in words the juror can act on.</summary>
    public static async Task<(Competition? Competition, ScoreSheet? Sheet, Refusal? Refusal)> SheetToWriteAsync(this AwardDb db, Person person, string name, EntryId id)
    {
        if (await db.EntryBeforeTheJuryAsync(name, id) is not var (competition, matter)) return (null, null, new("ui.not-found"));
        if (!person.May(Can.ScoreEntry, matter)) return (null, null, WhyNot(person, matter));

        var sheet = await db.ScoreSheets.FindAsync(id, person.Id);
        if (sheet is null) db.Add(sheet = new(competition.Id, id, person.Id!.Value));
        return (competition, sheet, null);
    }

    private static Refusal WhyNot(Person person, Matter matter)
    {
        if (person.SeatIn(matter.Competition) is { } seat && seat.IsOver(person.At)) return new("jury.term-is-over");
        if (person.SeatIn(matter.Competition) is null || !person.May(Can.SeeEntryTitle, matter)) return new("ui.not-found");
        if (person.SeatIn(matter.Competition) is { HasAcknowledged: false }) return new("secrecy.first");
        return person.InterestIn(matter.Entry!.Value) switch
        {
            Interest.Undeclared => new("scoring.declare-first"),
            Interest.Clear when matter.Stage != Stage.Scoring => new("scoring.closed"),
            _ => new("scoring.recused"),
        };
    }
}
