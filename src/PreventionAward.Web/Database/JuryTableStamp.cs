using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Web.Database;

/// <summary>
/// Which transaction was the last to change anything that a jury's table of points is made of. The database keeps it itself, so that
/// nobody who writes can forget to: what was read under one stamp is true for as long as the stamp is the same.
/// </summary>
internal static class JuryTableStamp
{
    /// <summary>Makes, or makes anew, what keeps the stamps; may be run at any time.</summary>
    public const string Triggers = """
        create table if not exists jury_tables (competition_id uuid primary key, changed_by xid8 not null);

        create or replace function jury_table_changed(competition uuid) returns void language sql as $$
          insert into jury_tables as known (competition_id, changed_by) values (competition, pg_current_xact_id())
          on conflict (competition_id) do update set changed_by = excluded.changed_by where known.changed_by <> excluded.changed_by
        $$;

        create or replace function of_jury_table() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' then perform jury_table_changed(old.competition_id); end if;
          if tg_op <> 'DELETE' then perform jury_table_changed(new.competition_id); end if;
          return null;
        end $$;

        -- A sheet that is only being filled in and an entry that is not before the jury are no part of the table.
        create or replace function of_jury_table_sheet() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' then if old.handed_in_at is not null then perform jury_table_changed(old.competition_id); end if; end if;
          if tg_op <> 'DELETE' then if new.handed_in_at is not null then perform jury_table_changed(new.competition_id); end if; end if;
          return null;
        end $$;

        create or replace function of_jury_table_entry() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' then if old.status = 'Eligible' then perform jury_table_changed(old.competition_id); end if; end if;
          if tg_op <> 'DELETE' then if new.status = 'Eligible' then perform jury_table_changed(new.competition_id); end if; end if;
          return null;
        end $$;

        create or replace function of_jury_table_version() returns trigger language plpgsql as $$
        declare changed record;
        begin
          if tg_op = 'DELETE' then changed := old; else changed := new; end if;
          perform jury_table_changed(competition_id) from entries where id = changed.entry_id and status = 'Eligible';
          return null;
        end $$;

        create or replace trigger jury_table after insert or update or delete on declarations for each row execute function of_jury_table();
        create or replace trigger jury_table after insert or update or delete on jury_members for each row execute function of_jury_table();
        create or replace trigger jury_table after insert or update or delete on jury_changes for each row execute function of_jury_table();
        create or replace trigger jury_table after insert or update or delete on score_sheets for each row execute function of_jury_table_sheet();
        create or replace trigger jury_table after insert or update or delete on entries for each row execute function of_jury_table_entry();
        create or replace trigger jury_table after insert or update or delete on entry_versions for each row execute function of_jury_table_version();
        """;

    /// <summary>Brings a database to this version: tables by migration, then the stamps.</summary>
    public static async Task BringUpToDateAsync(this AwardDb db, CancellationToken cancel = default)
    {
        await db.Database.MigrateAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(Triggers, cancel);
    }

    /// <summary>The stamp as it is now; 0 where nothing has ever been changed.</summary>
    public static Task<ulong> JuryTableStampAsync(this AwardDb db, Competition competition, CancellationToken cancel = default) => db.AskAsync(
        "select changed_by from jury_tables where competition_id = $1",
        async row => await row.ReadAsync(cancel) ? row.GetFieldValue<ulong>(0) : 0, [competition.Id.Value], cancel);
}
