using System.Text.RegularExpressions;
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

namespace PreventionAward.Load;

/// <summary>The database behind the portal, and what is put into it to be measured.</summary>
internal sealed partial class Ground(string connection) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);
    private readonly TemplateStore templates = new(Path.Combine(SourceTree.Root, "templates"));

    public AwardDb Db() => new(new DbContextOptionsBuilder<AwardDb>().UseNpgsql(source).Options);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public async Task<DateTimeOffset> NowAsync()
    {
        await using var command = source.CreateCommand("select clock_timestamp()");
        return new((DateTime)(await command.ExecuteScalarAsync())!);
    }

    /// <summary>People by role: a number of them, with accounts.</summary>
    public async Task<IReadOnlyList<Account>> PeopleAsync(string role, int count, StaffRoles staff = StaffRoles.None)
    {
        await using var db = Db();
        List<Account> people = [.. Enumerable.Range(1, count).Select(n => new Account { Id = new(Guid.CreateVersion7()), Mail = $"{role}-{n}-{Guid.NewGuid():n}@example.fi", Name = LocalizedText.Name($"{role} {n}"), Staff = staff })];
        db.AddRange(people);
        await db.SaveChangesAsync();
        return people;
    }

    /// <summary>A competition with a jury and entries of some 6,000 characters each, every member clear of every entry.</summary>
    public async Task<(Competition Competition, IReadOnlyList<EntryId> Entries)> CompetitionAsync(string name, Stage stage, int entries, IReadOnlyList<Account> jury, Account owner)
    {
        var now = await NowAsync();
        var closes = stage == Stage.Open ? now.AddDays(30) : now.AddDays(-30);
        var plan = new CompetitionPlan(
            LocalizedText.Name(name), Theme.Empty with { Title = LocalizedText.Name(name) }, Authority.Empty with { ContactMail = "contact@example.fi" },
            new(closes, now.AddDays(60)), templates.EntryForm, templates.Criteria, TieRule.Default, LocalizedText.Empty);
        var competition = Competition.Restore(new(Guid.CreateVersion7()), name, Provenance.Example, plan, stage, [new(MilestoneKind.Opened, closes.AddDays(-60))], null);
        List<EntryId> ids = [];
        await using (var db = Db())
        {
            db.Add(competition);
            db.AddRange(jury.Select((account, place) => new JuryMember { CompetitionId = competition.Id, PersonId = account.Id, Role = place == 0 ? SeatRole.Chair : SeatRole.Member, Place = place + 1, AcknowledgedAt = now }));
            await db.SaveChangesAsync();
        }

        foreach (var numbers in Enumerable.Range(1, entries).Chunk(200))
        {
            await using var db = Db();
            foreach (var number in numbers) ids.Add(Add(db, competition, number, owner, closes));
            await db.SaveChangesAsync();
        }

        await ExecuteAsync(
            """
            insert into declarations (entry_id, person_id, competition_id, answer, explanation, finding_reason, declared_at)
            select e.id, m.person_id, e.competition_id, 'None', '', '', now() from entries e join jury_members m on m.competition_id = e.competition_id where e.competition_id = $1
            """, competition.Id.Value);
        return (competition, ids);
    }

    /// <summary>So many sheets for each entry, handed in, with points by chance and a comment of some length beside each.</summary>
    public async Task SheetsAsync(Competition competition, int perEntry, int comment)
    {
        var columns = string.Join(", ", competition.Criteria.Select((c, n) => $"abs(hashtext(e.id::text || m.person_id::text || '{n}')) % 6 as p{n}"));
        var marks = string.Join(", ", competition.Criteria.Select((c, n) => $"'{c.Key}', jsonb_build_object('points', p{n}, 'comment', repeat('perustelu ', {comment / 10}), 'abstains', false)"));
        var counted = string.Join(" || ' ' || ", competition.Criteria.Select((c, n) => $"'{c.Key}=' || p{n}"));
        await ExecuteAsync(
            $"""
            insert into score_sheets (entry_id, juror_id, competition_id, marks, counted, earlier, saved_at, handed_in_at)
            select id, person_id, competition_id, jsonb_build_object({marks}), {counted}, '[]', now(), now()
            from (select e.id, m.person_id, e.competition_id, {columns} from entries e join jury_members m on m.competition_id = e.competition_id
                  where e.competition_id = $1 and (m.place + e.number) % (select count(*) from jury_members where competition_id = $1) < {perEntry}) given
            """, competition.Id.Value);
    }

    /// <summary>As autovacuum leaves a table that has been at rest for a while.</summary>
    public async Task SettleAsync()
    {
        foreach (var table in new[] { "score_sheets", "declarations", "entries", "entry_versions" }) await ExecuteAsync($"vacuum analyze {table}");
    }

    /// <summary>Signs somebody in as a browser does, and gives the cookies that a browser then sends.</summary>
    public async Task<string> SignInAsync(Uri address, Account account)
    {
        await using var db = Db();
        var (link, token, _) = SendSignInLink.Create(db, account.Mail, await NowAsync());
        await db.SaveChangesAsync();
        var cookies = new System.Net.CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        var path = Links.SignInLink(link.Id, token);
        var page = await http.GetStringAsync(path);
        using var form = new FormUrlEncodedContent(Hidden(page, "sign-in-link").Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await http.PostAsync(path, form);
        return cookies.GetCookieHeader(address);
    }

    /// <summary>The hidden fields of a form of a page, by its name.</summary>
    public static IReadOnlyList<(string Name, string Value)> Hidden(string page, string form)
    {
        var found = FormTag().Matches(page).First(f => f.Value.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal)).Value;
        return [.. HiddenTag().Matches(found).Select(tag => (Attribute(tag.Value, "name"), Attribute(tag.Value, "value")))];
    }

    private static EntryId Add(AwardDb db, Competition competition, int number, Account owner, DateTimeOffset closes)
    {
        var id = new EntryId(Guid.CreateVersion7());
        var answers = FilledForm.Of(competition.Form, "Ehdotus").With(
        [
            new("title", $"Ehdotus {number}: nuorten turvallinen ilta"), new("contactMail", owner.Mail),
            .. competition.Form.Fields.Where(f => f.Kind == FieldKind.Text).Take(3).Select(f => KeyValuePair.Create(f.Key, string.Concat(Enumerable.Repeat("Kahden tuhannen merkin vastaus. ", 62)))),
        ]);
        var isOpen = competition.Stage == Stage.Open;
        db.Add(Entry.Restore(new(
            id, competition.Id, isOpen ? null : number, Language.Finnish, isOpen ? EntryStatus.Draft : EntryStatus.Eligible, answers, closes.AddDays(-1), null, isOpen ? null : closes.AddDays(1),
            isOpen ? [] : [new(id, 1, answers, Language.Finnish, [], answers.Digest([]), owner.Id, closes.AddDays(-1))], [new(id, owner.Id, TeamRole.Owner)], StartedAt: closes.AddDays(-40))));
        return id;
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }

    private static string Attribute(string tag, string name) => System.Net.WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenTag();
}
