using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>What a juror's page of one entry reads. It is the jury's most opened page: its questions are translated once.</summary>
internal static class JuryEntryQuery
{
    private static readonly Func<AwardDb, CompetitionId, EntryId, Task<Entry?>> Entry = EF.CompileAsyncQuery(
        (AwardDb db, CompetitionId competition, EntryId id) => db.Entries.AsNoTracking().Include(e => e.Versions).FirstOrDefault(e => e.Id == id && e.CompetitionId == competition));

    private static readonly Func<AwardDb, EntryId, PersonId, Task<ScoreSheet?>> Sheet = EF.CompileAsyncQuery(
        (AwardDb db, EntryId id, PersonId juror) => db.ScoreSheets.AsNoTracking().FirstOrDefault(s => s.EntryId == id && s.JurorId == juror));

    private static readonly Func<AwardDb, CompetitionId, PersonId, Task<LocalizedText?>> Organisation = EF.CompileAsyncQuery(
        (AwardDb db, CompetitionId competition, PersonId juror) => db.JuryMembers.Where(m => m.CompetitionId == competition && m.PersonId == juror).Select(m => m.Organisation).FirstOrDefault());

    /// <summary>The entry with its versions, if it is one of that competition.</summary>
    public static Task<Entry?> EntryAsync(this AwardDb db, Competition competition, EntryId id) => Entry(db, competition.Id, id);

    /// <summary>The juror's own sheet; null before the first point.</summary>
    public static Task<ScoreSheet?> SheetAsync(this AwardDb db, EntryId id, PersonId juror) => Sheet(db, id, juror);

    /// <summary>What of the entry looks like the person's own organisation in that jury.</summary>
    public static async Task<IReadOnlyList<string>> OwnOrganisationHintAsync(this AwardDb db, Competition competition, PersonId juror, Answers answers) =>
        await Organisation(db, competition.Id, juror) is { } own ? OrganisationMatch.Of(own, answers.Organisations) : [];
}
