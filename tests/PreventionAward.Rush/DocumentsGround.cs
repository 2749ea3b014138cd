using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Features.SignIn;
using PreventionAward.Web.Ui;

namespace PreventionAward.Rush;

/// <summary>Decisions that wait for the publisher, in the database.</summary>
internal static class DocumentsGround
{
    /// <summary>Somebody who may read them.</summary>
    public static async Task<Person> PublisherAsync(this Ground ground, RushClock clock)
    {
        await using var db = ground.Db();
        var account = new Account { Id = new(Guid.CreateVersion7(clock.Now)), Mail = $"publisher-{clock.Now.ToUnixTimeSeconds()}@example.fi", Name = LocalizedText.Name("Publisher"), Staff = StaffRoles.Publisher };
        var (link, token, _) = SendSignInLink.Create(db, account.Mail, clock.Now);
        db.Add(account);
        await db.SaveChangesAsync();
        return new(account.Id, account.Mail, Links.SignInLink(link.Id, token), new(Guid.Empty));
    }

    /// <param name="words">Of the grounds; of each assessment a tenth of it, 60 at least.</param>
    public static async Task<Competition> DecidedAsync(this Ground ground, string name, int entries, int words, RushClock clock)
    {
        var closes = clock.Now.AddDays(-30);
        var call = Competition.Restore(
            new(Guid.CreateVersion7(clock.Now)), $"{name}-{clock.Now.ToUnixTimeSeconds()}", Provenance.Example, SampleEntries.Plan(name, closes), Stage.Decided,
            [new(MilestoneKind.Opened, closes.AddDays(-30))], null);
        var all = Enumerable.Range(1, entries).Select(number => SampleEntries.Entry(call.Id, call.Form, number, closes.AddHours(-number))).ToList();
        var chair = new PersonId(Guid.CreateVersion7(clock.Now));
        var texts = all.Skip(1).Select(entry => (Section: DecisionSection.Assessment(entry.Id), Words: Math.Max(60, words / 10)))
            .Prepend((DecisionSection.Grounds, words)).Append((DecisionSection.Remarks, 60))
            .Select((section, seed) => KeyValuePair.Create(section.Item1, Three(SampleEntries.Text(section.Item2, seed))));

        await using var db = ground.Db();
        db.Add(new Account { Id = chair, Mail = $"chair-{call.Name}@example.fi", Name = LocalizedText.Name("Chair") });
        db.Add(call);
        db.AddRange(all);
        db.Add(new JuryMember { CompetitionId = call.Id, PersonId = chair, Role = SeatRole.Chair, Name = LocalizedText.Name("Chair"), Place = 1 });
        db.Add(Decision.Restore(call.Id, new(all[0].Id, [], ""), texts, chair, clock.Now, chair, clock.Now));
        await db.SaveChangesAsync();
        return call;
    }

    /// <summary>Changes a word in every text of the decision.</summary>
    public static Task TouchDecisionAsync(this Ground ground, CompetitionId competition, int round) => ground.ExecuteAsync(
        "update decisions set texts = regexp_replace(texts::text, '\"fi\": ?\"(Kierros \\d+ )?', '\"fi\": \"Kierros ' || $2 || ' ', 'g')::jsonb where competition_id = $1",
        competition.Value, round.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static LocalizedText Three(string text) => new(text, text, text);
}
