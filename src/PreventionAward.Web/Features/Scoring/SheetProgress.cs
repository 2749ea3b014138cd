using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Which sheets are in, and from whom one is missing: never what is in them.</summary>
/// <param name="Rows">Every entry before the jury; one from which the reader stays out has no cells.</param>
public sealed record SheetProgress(IReadOnlyList<Juror> Jurors, IReadOnlyList<SheetProgressRow> Rows)
{
    /// <summary>Entries on one page of the table by entry.</summary>
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Rows.Count + PageSize - 1) / PageSize);

    /// <summary>The rows of one page, from 1; beyond the last it is the last.</summary>
    public IReadOnlyList<SheetProgressRow> RowsOf(int page) => [.. Rows.Skip((Number(page) - 1) * PageSize).Take(PageSize)];

    /// <summary>The page that is shown when that one is asked for.</summary>
    public int Number(int page) => Math.Clamp(page, 1, Pages);

    public int HandedIn => Rows.SelectMany(r => r.Cells).Count(SheetStates.IsIn);

    public int Expected => Rows.SelectMany(r => r.Cells).Count(c => c != SheetState.Recused);

    public int Missing => Expected - HandedIn;

    /// <summary>A member's own sheets: how many are in, of how many.</summary>
    public (int HandedIn, int Expected) Of(int juror)
    {
        var cells = Rows.Where(r => r.Cells.Count > 0).Select(r => r.Cells[juror]).ToList();
        return (cells.Count(SheetStates.IsIn), cells.Count(c => c != SheetState.Recused));
    }
}

/// <summary>One entry's sheets, in the order of the jurors.</summary>
public sealed record SheetProgressRow(EntryTitle Entry, IReadOnlyList<SheetState> Cells);

/// <summary>Where one juror's sheet for one entry is.</summary>
public enum SheetState
{
    Undeclared,
    InDoubt,
    Recused,
    Missing,
    HandedIn,

    /// <summary>Handed in on paper and typed in by staff; its juror has not confirmed or corrected it.</summary>
    FromPaper,
}

/// <summary>The facts about sheets that lists ask for.</summary>
public static class SheetStates
{
    public static bool IsIn(this SheetState state) => state is SheetState.HandedIn or SheetState.FromPaper;
}

/// <summary>Reads the progress of a jury.</summary>
public static class SheetProgressQuery
{
    /// <summary>Recused, in doubt, or in the entry's own team: nothing about its handling is shown.</summary>
    public static bool StaysOutOf(this Person person, EntryId entry) =>
        person.InterestIn(entry) is Interest.Recused or Interest.InDoubt || person.Teams.ContainsKey(entry);

    /// <summary>Whether there is an entry before the jury from which the person stays out: no number may then tell of its sheets.</summary>
    public static async Task<bool> StaysOutOfAnyAsync(this AwardDb db, Person person, Competition competition) =>
        (await db.EligibleAsync(competition)).Any(entry => person.StaysOutOf(entry.Id));

    /// <summary>The progress as that person may see it. No points and no comment is read from the database.</summary>
    public static async Task<SheetProgress> SheetProgressAsync(this AwardDb db, Competition competition, Person person)
    {
        var jurors = await db.JurorsAsync(competition);
        var declarations = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id).ToListAsync();
        var interests = declarations.ToDictionary(d => (d.EntryId, d.PersonId), d => d.Interest);
        var sheets = await db.ScoreSheets.Where(s => s.CompetitionId == competition.Id && s.HandedInAt != null).Select(s => new { s.EntryId, s.JurorId, s.Paper }).ToListAsync();
        var handedIn = sheets.ToDictionary(s => (s.EntryId, s.JurorId), s => s.Paper is { AwaitsJuror: true } ? SheetState.FromPaper : SheetState.HandedIn);

        SheetState StateOf(EntryId entry, PersonId juror) => interests.GetValueOrDefault((entry, juror)) switch
        {
            Interest.Undeclared => SheetState.Undeclared,
            Interest.InDoubt => SheetState.InDoubt,
            Interest.Recused => SheetState.Recused,
            _ => handedIn.GetValueOrDefault((entry, juror), SheetState.Missing),
        };

        return new(jurors,
        [
            .. from entry in await db.EligibleAsync(competition)
               let isOut = person.StaysOutOf(entry.Id)
               select new SheetProgressRow(entry, isOut ? [] : [.. jurors.Select(j => StateOf(entry.Id, j.Id))]),
        ]);
    }
}
