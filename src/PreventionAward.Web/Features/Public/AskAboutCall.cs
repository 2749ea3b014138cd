using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Questions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Public;

/// <summary>Takes a question about a call, from somebody signed in or with an address to answer to. Nothing is mailed to that address before staff have answered.</summary>
public sealed class AskAboutCall(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <summary>So many questions from one address in an hour.</summary>
    private const int MostOfOne = 3;

    /// <summary>So many from people who are not signed in, whoever they are, in an hour.</summary>
    private const int MostOfStrangers = 30;

    /// <param name="mail">Asked of those only who are not signed in.</param>
    /// <param name="trap">A field that no person sees: what is written there was written by a machine, and is thanked for and forgotten.</param>
    /// <returns>Refused: no such call, not now, no text, too long, no address, too many.</returns>
    public async Task<Refusal?> RunAsync(string competitionName, string? text, string? mail, Language language, string? trap)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var call = await db.Competitions.AsNoTracking().VisibleTo(person).FirstOrDefaultAsync(c => c.Name == competitionName);
        if (call is null) return new("ui.not-found");
        if (!person.May(Can.AskAboutCall, call.Matter)) return new("questions.not-now", call.Authority.ContactMail);

        var asked = Answers.Clean(text);
        if (CallQuestion.WhyNot(asked) is { } refusal) return refusal;
        var address = (await current.AccountAsync())?.Mail ?? Recipient.Parse(mail);
        if (address is null) return new("questions.not-a-mail-address");
        if (!string.IsNullOrEmpty(trap)) return null;

        var since = now.AddHours(-1);
        var recent = db.Set<CallQuestion>().Where(q => q.CompetitionId == call.Id && q.AskedAt > since);
        if (await recent.CountAsync(q => q.Mail == address) >= MostOfOne || (!person.IsSignedIn && await recent.CountAsync() >= MostOfStrangers))
            return new("questions.too-many", call.Authority.ContactMail);

        db.Add(new CallQuestion(Guid.CreateVersion7(now), call.Id, address, language, asked, now));
        db.Audit(person.Id, "question-asked", now, call.Id);
        return await db.CommitAsync();
    }
}
