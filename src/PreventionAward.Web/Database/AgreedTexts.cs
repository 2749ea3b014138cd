using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Database;

/// <summary>What the jury agreed on in its meetings about one entry and criterion, as material for the decision. No points.</summary>
public sealed record AgreedText(EntryId Entry, string Key, LocalizedText Criterion, string Text, Language Language);

/// <summary>Reads what the jury agreed on.</summary>
public static class AgreedTexts
{
    /// <summary>The last word on each entry and criterion, of the entries whose scores the person may see, in the order of the criteria.</summary>
    public static async Task<IReadOnlyList<AgreedText>> AgreedTextsAsync(this AwardDb db, Competition competition, Person person)
    {
        var meetings = await db.MeetingsAsync(competition, person);
        return Of(competition, meetings.SelectMany(m => m.Consensus));
    }

    /// <summary>The same of one entry for its own team, once the decision is public; whoever asks has asked the permission.</summary>
    public static async Task<IReadOnlyList<AgreedText>> AgreedForTeamAsync(this AwardDb db, Competition competition, EntryId entry)
    {
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderByDescending(m => m.Number).ToListAsync();
        return Of(competition, meetings.SelectMany(m => m.Consensus).Where(c => c.Entry == entry));
    }

    private static IReadOnlyList<AgreedText> Of(Competition competition, IEnumerable<Consensus> newestFirst)
    {
        var said = newestFirst.DistinctBy(c => (c.Entry, c.Criterion)).ToList();
        return
        [
            .. from criterion in competition.Criteria
               from agreed in said
               where agreed.Criterion == criterion.Key
               select new AgreedText(agreed.Entry, criterion.Key, criterion.Title, agreed.Text, agreed.Language),
        ];
    }

    /// <summary>Those in one language as a text to start from: a paragraph for each criterion.</summary>
    /// <param name="named">Each paragraph begins with the name of its criterion.</param>
    public static string AsStart(this IEnumerable<AgreedText> texts, Language language, bool named) =>
        string.Join("\n\n", texts.Where(t => t.Language == language).Select(t => named ? $"{t.Criterion.Best(language).Text}: {t.Text}" : t.Text));
}
