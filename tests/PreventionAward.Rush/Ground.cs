using Microsoft.EntityFrameworkCore;
using Npgsql;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.SignIn;
using PreventionAward.Web.Templates;
using PreventionAward.Web.Tests.Support;
using PreventionAward.Web.Ui;

namespace PreventionAward.Rush;

/// <summary>Somebody who will submit: an account, a way to sign in, an entry that is nearly done.</summary>
internal sealed record Person(PersonId Id, string Mail, string SignInPath, EntryId Entry);

/// <summary>The database behind the portal: what the rush needs is put into it, and what became of it is read from it.</summary>
internal sealed class Ground(string connection) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);

    public AwardDb Db() => new(new DbContextOptionsBuilder<AwardDb>().UseNpgsql(source).Options);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public async Task<DateTimeOffset> NowAsync() => new((DateTime)(await ScalarAsync("select clock_timestamp()"))!);

    /// <summary>What is not durable is not measured.</summary>
    public async Task InsistOnDurabilityAsync()
    {
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
        {
            var value = (string?)await ScalarAsync($"show {setting}");
            Console.WriteLine($"{setting} = {value}");
            if (value != "on") throw new InvalidOperationException($"PostgreSQL runs with {setting} = {value}.");
        }
    }

    public async Task<IReadOnlyList<Person>> PeopleAsync(string name, int count, RushClock clock)
    {
        await using var db = Db();
        List<Person> people = [];
        for (var place = 1; place <= count; place++)
        {
            var mail = $"{name}-{place}-{clock.Now.ToUnixTimeSeconds()}@example.fi";
            var account = new Account { Id = new(Guid.CreateVersion7(clock.Now)), Mail = mail, Name = LocalizedText.Name($"Applicant {place}") };
            var (link, token, _) = SendSignInLink.Create(db, mail, clock.Now);
            db.Add(account);
            people.Add(new(account.Id, mail, Links.SignInLink(link.Id, token), new(Guid.CreateVersion7(clock.Now))));
        }

        await db.SaveChangesAsync();
        return people;
    }

    /// <summary>An open call with an entry for each: all questions answered, none submitted.</summary>
    public async Task<Competition> CallAsync(string name, IReadOnlyList<Person> people, DateTimeOffset closes)
    {
        var templates = new TemplateStore(Path.Combine(SourceTree.Root, "templates"));
        var plan = new CompetitionPlan(
            LocalizedText.Name("Rush"), Theme.Empty with { Title = LocalizedText.Name("Rush") }, Authority.Empty with { ContactMail = "contact@example.fi" },
            new(closes), templates.EntryForm, templates.Criteria, TieRule.Default, LocalizedText.Empty);
        var opened = closes.AddDays(-30);
        var call = Competition.Restore(
            new(Guid.CreateVersion7(closes)), $"{name}-{closes.ToUnixTimeSeconds()}", Provenance.Example, plan, Stage.Open, [new(MilestoneKind.Opened, opened)], null);
        await using var db = Db();
        db.Add(call);
        foreach (var person in people)
        {
            var answers = FilledForm.Of(call.Form, "Rush").With([new("contactMail", person.Mail)]);
            db.Add(Entry.Restore(new(
                person.Entry, call.Id, null, Language.Finnish, EntryStatus.Draft, answers, opened, null, null, [], [new(person.Entry, person.Id, TeamRole.Owner)])));
        }

        await db.SaveChangesAsync();
        return call;
    }

    /// <summary>Spoils the record as each fault that the checker looks for would, once: a checker that finds nothing then is itself at fault.</summary>
    public async Task PlantFaultsAsync(IReadOnlyList<Applicant> rush, DateTimeOffset closes, Report report)
    {
        var accepted = rush.Where(a => a.Attempts.Any(t => t.Accepted)).Take(3).Select(a => a.Person.Entry.Value).ToArray();
        await ExecuteAsync("delete from entry_versions where entry_id = $1", accepted[0]);
        await ExecuteAsync(
            """
            insert into entry_versions (entry_id, version, answers, language, files, sha256, "by", at)
            select entry_id, version + 1, answers, language, files, sha256, "by", at from entry_versions where entry_id = $1 order by version desc limit 1
            """, accepted[1]);
        await ExecuteAsync("update entry_versions set at = $2 where entry_id = $1 and version = 1", accepted[2], closes.UtcDateTime);
        report.Error("planted: an error that no client met");
        Console.WriteLine("Planted: one error, one submitted version taken away, one doubled, one moved to the deadline.");
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        if (await command.ExecuteNonQueryAsync() == 0) throw new InvalidOperationException($"Nothing to change: {sql}");
    }
}
