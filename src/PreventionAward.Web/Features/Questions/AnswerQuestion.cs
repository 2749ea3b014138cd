using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Questions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Questions;

/// <summary>Keeps, publishes or corrects the answer to a question about a call, or puts the question aside. The asker is mailed when the answer is published.</summary>
public sealed class AnswerQuestion(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    /// <param name="publish">False to keep what has been written so far; a published answer is corrected either way.</param>
    /// <returns>Refused: not found, put aside, a national language missing, somebody else was first.</returns>
    public Task<Refusal?> RunAsync(string competitionName, Guid id, LocalizedText question, LocalizedText answer, bool publish) =>
        ChangeAsync(competitionName, id, (found, by, now) =>
        {
            var isPublished = found.PublishedAt is not null;
            if (found.Write(question, answer) is { } refusal) return (null, refusal);
            if (!publish || isPublished) return (isPublished ? "question-corrected" : "question-written", null);
            return ("question-published", found.Publish(by, now));
        });

    /// <summary>Puts a question aside without an answer.</summary>
    public Task<Refusal?> DismissAsync(string competitionName, Guid id) =>
        ChangeAsync(competitionName, id, (found, _, now) => ("question-dismissed", found.Dismiss(now)));

    /// <summary>Takes a question up again that had been put aside.</summary>
    public Task<Refusal?> TakeUpAsync(string competitionName, Guid id) =>
        ChangeAsync(competitionName, id, (found, _, _) =>
        {
            found.TakeUpAgain();
            return ("question-taken-up", null);
        });

    private async Task<Refusal?> ChangeAsync(string competitionName, Guid id, Func<CallQuestion, PersonId, DateTimeOffset, (string? Action, Refusal? Refusal)> change)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var call = await db.Competitions.AsNoTracking().ForStaffAsync(person, competitionName);
        if (call is null || !person.May(Can.AnswerQuestions, call.Matter) || person.Id is not { } by) return new("ui.not-found");
        if (await db.Set<CallQuestion>().FirstOrDefaultAsync(q => q.Id == id && q.CompetitionId == call.Id) is not { } found) return new("ui.not-found");

        var (action, refusal) = change(found, by, now);
        if (refusal is not null) return refusal;
        db.Audit(by, action!, now, call.Id, detail: new { question = id });
        if (action == "question-published") Tell(db, call, found, now);
        return await db.CommitAsync();
    }

    private void Tell(AwardDb db, Competition call, CallQuestion question, DateTimeOffset now) => outbox.Put(
        db, "question-answered", question.Mail, question.Language, now, call.Id,
        ("competition", call.Title.Best(question.Language).Text), ("question", question.Question.Best(question.Language).Text),
        ("answer", question.Answer.Best(question.Language).Text), ("link", outbox.Address(question.Language, Links.Competition(call.Name) + "#questions")),
        ("contact", call.Authority.ContactMail));
}
