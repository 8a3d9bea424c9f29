namespace Waymark.ActivityLog.Data;

/// <summary>What a model cannot say about the record's tables; the first migration runs it.</summary>
internal static class AppendOnly
{
    /// <summary>
    /// Refuses every change and removal, whoever asks. Emptying an empty table is let pass: that is how a restore begins.
    /// Encrypted payloads do not compress, so nobody tries.
    /// </summary>
    public const string Up =
        """
        create function refuse_change() returns trigger language plpgsql as $$
        declare is_empty boolean := false;
        begin
            if tg_op = 'TRUNCATE' then
                execute format('select not exists (select 1 from %I.%I)', tg_table_schema, tg_table_name) into is_empty;
            end if;
            if not is_empty then
                raise exception 'The activity record is append-only.' using errcode = 'insufficient_privilege';
            end if;
            return null;
        end $$;
        create trigger append_only before update or delete or truncate on activity_entry for each statement execute function refuse_change();
        create trigger append_only before update or delete or truncate on seal for each statement execute function refuse_change();
        alter table activity_entry alter column payload set storage external;
        alter table unsealed set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
        """;

    public const string Down = "drop function refuse_change() cascade";
}
