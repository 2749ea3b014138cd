using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Database;

/// <summary>An eligible entry as lists name it: number, and the title of the version that counts.</summary>
public sealed record EntryTitle(EntryId Id, int Number, string Title, Language Language)
{
    /// <summary>What a permission about it is asked with.</summary>
    public Matter MatterIn(Competition competition) => competition.Matter with { Entry = Id, Status = EntryStatus.Eligible };
}

/// <summary>A member of a jury as lists name the person.</summary>
public sealed record Juror(PersonId Id, SeatRole Role, LocalizedText Name);

/// <summary>The names that lists need, without the content behind them.</summary>
public static class EntryTitles
{
    /// <summary>Every eligible entry of a competition by number; only the title is taken out of its answers.</summary>
    public static async Task<IReadOnlyList<EntryTitle>> EligibleAsync(this AwardDb db, Competition competition, CancellationToken cancel = default)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select e.id as "Id", e.number as "Number", v.title as "Title", v.language as "Language"
            from entries e
            join lateral (select title, language from entry_versions where entry_id = e.id order by version desc limit 1) v on true
            where e.competition_id = {competition.Id.Value} and e.status = {nameof(EntryStatus.Eligible)}
            """).ToListAsync(cancel);
        return [.. rows.Select(r => new EntryTitle(new(r.Id), r.Number, r.Title, Language.Of(r.Language))).OrderBy(e => e.Number)];
    }

    /// <summary>The members of a jury in the order of its list.</summary>
    public static async Task<IReadOnlyList<Juror>> JurorsAsync(this AwardDb db, Competition competition, CancellationToken cancel = default)
    {
        var members = await (
            from member in db.JuryMembers.AsNoTracking()
            where member.CompetitionId == competition.Id
            join account in db.Accounts on member.PersonId equals account.Id
            orderby member.Place
            select new { member.PersonId, member.Role, member.Name, AccountName = account.Name, account.Mail }).ToListAsync(cancel);
        return [.. members.Select(m => new Juror(m.PersonId, m.Role, FirstWritten(m.Name, m.AccountName, m.Mail)))];
    }

    private static LocalizedText FirstWritten(LocalizedText name, LocalizedText accountName, string mail) =>
        !name.IsEmpty() ? name : !accountName.IsEmpty() ? accountName : LocalizedText.Name(mail);

    private sealed record Row(Guid Id, int Number, string Title, string Language);
}
