using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Gives somebody a seat in the jury and queues the invitation; a new chair or vice-chair takes the place of the former, who stays a member.</summary>
public sealed class AppointJuror(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <returns>Refused: not a mail address; scoring is closed; it has started and no reason is given (rule R10); a member already; oneself, who could no longer prepare the competition; somebody whose team competes.</returns>
    public async Task<Refusal?> RunAsync(string name, NewJuror juror)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");
        if (competition.WhyNobodyJoins() is { } isFixed) return isFixed;
        if (competition.IsJuryFrozen && JuryChange.Check(JuryChangeKind.Appointed, juror.Reason, juror.Explanation) is { } unexplained) return unexplained;
        if (Recipient.Parse(juror.Mail) is not { } mail) return new("competitions.not-a-mail-address");
        if (juror.Name.IsEmpty()) return new("competitions.juror-name-missing");
        if (TextLimit.CheckLine(juror.Name, juror.Organisation, juror.Expertise) is { } tooLong) return tooLong;

        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Mail == mail);
        if (account is null) db.Add(account = new() { Id = new(Guid.CreateVersion7(now)), Mail = mail, Name = juror.Name, Language = juror.Language });
        if (account.Id == person.Id) return new("competitions.juror-is-oneself");
        var jury = await db.JuryMembers.Where(m => m.CompetitionId == competition.Id).ToListAsync();
        if ((await db.PersonAsync(account.Id)).Person.WhyNoSeatIn(competition.Id) is { } isParty) return isParty;
        if (jury.Any(m => m.PersonId == account.Id)) return new("competitions.juror-twice", mail);

        foreach (var change in Seat(db, competition, account, juror, jury))
            if (competition.IsJuryFrozen) db.Add(JuryChange.Of(change.Member, change.Kind, juror.Reason!.Value, juror.Explanation, sheetsStay: false, person.Id!.Value, now));
        Invite(db, competition, account, juror, now);
        db.Audit(person.Id, "juror-appointed", now, competition.Id, detail: new { person = account.Id, mail, juror.Role, juror.Name, juror.Organisation, juror.Reason });
        return await db.CommitAsync();
    }

    // Whoever held the seat before stays as a member, which is a change of its own.
    private static IEnumerable<(JuryMember Member, JuryChangeKind Kind)> Seat(AwardDb db, Competition competition, Account account, NewJuror juror, List<JuryMember> jury)
    {
        var member = new JuryMember
        {
            CompetitionId = competition.Id,
            PersonId = account.Id,
            Name = juror.Name,
            Organisation = juror.Organisation,
            Expertise = juror.Expertise,
            Place = jury.Select(m => m.Place).DefaultIfEmpty().Max() + 1,
        };
        db.Add(member);
        var changed = jury.Give(member, juror.Role);
        return [(member, JuryChangeKind.Appointed), .. changed.Where(m => m != member).Select(m => (m, JuryChangeKind.RoleChanged))];
    }

    private void Invite(AwardDb db, Competition competition, Account account, NewJuror juror, DateTimeOffset now)
    {
        var language = juror.Language;
        var title = competition.Title.Best(language).Text is { Length: > 0 } known ? known : competition.Name;
        (string, string)[] values =
        [
            ("competition", title), ("role", texts.In(language).Written(juror.Role)),
            ("link", outbox.Address(language, $"{Links.SignIn}?returnTo={Links.JuryDesk(competition.Name)}")),
            .. competition.Authority.ContactMail.Length > 0 ? [("contact", competition.Authority.ContactMail)] : Array.Empty<(string, string)>(),
        ];
        outbox.Put(db, "jury-invitation", account.Mail, language, now, competition.Id, values);
    }
}

/// <summary>Somebody to be appointed to a jury.</summary>
/// <param name="Language">Of the invitation.</param>
/// <param name="Reason">Why somebody joins after scoring has started.</param>
public sealed record NewJuror(
    string Mail, LocalizedText Name, LocalizedText Organisation, SeatRole Role, Language Language, LocalizedText Expertise, JuryChangeReason? Reason = null, string Explanation = "");
