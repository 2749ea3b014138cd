using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>A member leaves the jury in the commit at hand, by resigning or released by staff. The score sheets are kept; whether they stay in the results is ruled by the domain.</summary>
public sealed class Vacating(Outbox outbox)
{
    /// <summary>Takes the seat away, records the change where scoring has started, and tells the member or, of one who resigned, the competition's contact.</summary>
    public async Task RunAsync(AwardDb db, Competition competition, JuryMember member, JuryChangeKind kind, Why why)
    {
        if (competition.IsJuryFrozen)
        {
            var leaving = await db.LeavingAsync(competition, member.PersonId);
            db.Add(JuryChange.Of(member, kind, why.Reason, why.Explanation, leaving.Stay, why.By, why.At));
        }

        db.Remove(member);
        if (kind == JuryChangeKind.Released) await TellMemberAsync(db, competition, member, why.At);
        else await TellContactAsync(db, competition, member, why.At);
    }

    private async Task TellMemberAsync(AwardDb db, Competition competition, JuryMember member, DateTimeOffset now)
    {
        var account = await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == member.PersonId);
        (string, string)[] contact = competition.Authority.ContactMail is { Length: > 0 } mail ? [("contact", mail)] : [];
        outbox.Put(db, "jury-removed", account.Mail, account.Language, now, competition.Id, [("competition", Title(competition, account.Language)), .. contact]);
    }

    private async Task TellContactAsync(AwardDb db, Competition competition, JuryMember member, DateTimeOffset now)
    {
        if (competition.Authority.ContactMail is not { Length: > 0 } contact) return;
        var mail = await db.Accounts.Where(a => a.Id == member.PersonId).Select(a => a.Mail).FirstAsync();
        var language = Domain.Language.Finnish;
        outbox.Put(db, "jury-resigned", contact, language, now, competition.Id,
            [("competition", Title(competition, language)), ("member", member.Name.Best(language).Text), ("link", outbox.Address(language, Ui.Links.Setup(competition.Name, SetupSection.Jury))), ("contact", mail)]);
    }

    private static string Title(Competition competition, Domain.Language language) =>
        competition.Title.Best(language).Text is { Length: > 0 } known ? known : competition.Name;
}
