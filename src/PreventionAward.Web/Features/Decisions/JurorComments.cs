using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>What a juror wrote beside a criterion, as material for the one who writes the decision. No points.</summary>
public sealed record JurorComment(EntryId Entry, LocalizedText Juror, string Key, LocalizedText Criterion, string Text);

/// <summary>Reads the jurors' comments of the entries whose scores the person may see.</summary>
public static class JurorComments
{
    public static async Task<IReadOnlyList<JurorComment>> JurorCommentsAsync(this AwardDb db, DecisionMaterial material, Person person)
    {
        var competition = material.Competition;
        var sheets = await db.CountingSheetsAsync(competition);
        var names = await db.ScorersAsync(competition);
        return
        [
            .. from entry in material.Entries
               where person.May(Can.SeeScores, entry.MatterIn(competition))
               from criterion in competition.Criteria
               from member in names
               from sheet in sheets
               where sheet.EntryId == entry.Id && sheet.JurorId == member.Id
               let comment = sheet.Marks.GetValueOrDefault(criterion.Key)?.Comment
               where !string.IsNullOrEmpty(comment)
               select new JurorComment(entry.Id, member.Name, criterion.Key, criterion.Title, comment),
        ];
    }
}
