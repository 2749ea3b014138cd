using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Json;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Access;

/// <summary>Reads a person from the record, with everything that permissions depend on: one question, since every request asks it.</summary>
public static class PersonQuery
{
    private const string Everything = """
        select a.mail, a.name, a.language, a.staff, seat.ids, seat.roles, team.ids, team.roles, declared.ids, declared.answers, declared.found, seat.acknowledged, declared.competitions,
               case when team.ids is null then null else (
                 select array_agg(distinct e.competition_id) from entries e where e.id = any(team.ids) and e.number is not null and e.status <> 'Withdrawn') end,
               seat.until, clock_timestamp()
        from accounts a
        left join lateral (select array_agg(competition_id) as ids, array_agg(role) as roles, array_agg(acknowledged_at is not null) as acknowledged, array_agg(c.mandate->>'until') as until
          from jury_members m join competitions c on c.id = m.competition_id where m.person_id = a.id) seat on true
        left join lateral (select array_agg(entry_id) as ids, array_agg(role) as roles from entry_team where person_id = a.id) team on true
        left join lateral (select array_agg(entry_id) as ids, array_agg(answer) as answers, array_agg(found_recused) as found, array_agg(competition_id) as competitions from declarations where person_id = a.id) declared on true
        where a.id = $1 and ($2 is null or exists (select from sessions s where s.id = $2 and s.person_id = a.id))
        """;

    /// <param name="session">Only while this session is alive; asked in the same query.</param>
    public static async Task<(Person Person, Account? Account)> PersonAsync(this AwardDb db, PersonId id, Guid? session = null)
    {
        var ofSession = new NpgsqlParameter { Value = (object?)session ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
        var (person, account) = await db.AskAsync(Everything, async row => await row.ReadAsync() ? Read(row, id) : (Person.Anyone, null), [id.Value, ofSession]);
        return account is null ? (person, null) : (person with { Presidia = await db.PresidiaForAsync(person.Staff, person.Seats) }, account);
    }

    private static (Person, Account?) Read(NpgsqlDataReader row, PersonId id)
    {
        var account = new Account
        {
            Id = id,
            Mail = row.GetString(0),
            Name = JsonSerializer.Deserialize<LocalizedText>(row.GetString(1), AwardJson.Options)!,
            Language = Language.Of(row.GetString(2)),
            Staff = (StaffRoles)row.GetInt32(3),
        };
        var seats = Column<Guid>(row, 4).Zip(Column<string>(row, 5), Column<bool>(row, 11)).Zip(Column<string?>(row, 14))
            .Select(s => new Seat(new(s.First.First), Enum.Parse<SeatRole>(s.First.Second)) { HasAcknowledged = s.First.Third, EndsAt = After(s.Second) }).ToList();
        var teams = Column<Guid>(row, 6).Zip(Column<string>(row, 7)).ToDictionary(t => new EntryId(t.First), t => Enum.Parse<TeamRole>(t.Second));
        var interests = Column<Guid>(row, 8).Zip(Column<string>(row, 9), Column<bool?>(row, 10)).ToDictionary(d => new EntryId(d.First), d => Declaration.InterestOf(d.Third, Answer(d.Second)));
        var aside = Column<Guid>(row, 12).Zip(Column<Guid>(row, 8)).Where(d => Presider.StepsAside(interests[new(d.Second)])).Select(d => new CompetitionId(d.First));
        return (new(id, account.Staff, seats, teams, interests)
        {
            Calls = Column<Guid>(row, 13).Select(call => new CompetitionId(call)).ToHashSet(),
            Aside = aside.ToHashSet(),
            At = row.GetFieldValue<DateTimeOffset>(15),
        }, account);
    }

    // The term ends with its last day in Finland.
    private static DateTimeOffset? After(string? lastDay) =>
        lastDay is null ? null : HelsinkiTime.StartOf(DateOnly.ParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1));

    // A juror may have declared hundreds: each name is compared, not looked up.
    private static InterestAnswer Answer(string name) => name switch
    {
        nameof(InterestAnswer.None) => InterestAnswer.None,
        nameof(InterestAnswer.Ground) => InterestAnswer.Ground,
        _ => Enum.Parse<InterestAnswer>(name),
    };

    private static T[] Column<T>(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? [] : row.GetFieldValue<T[]>(place);
}
