namespace Waymark.Tasks.Definitions;

/// <summary>
/// Marks the copies of projects that have computed fields, so that the read of one task knows without looking whether there is more to ask.
/// Fields and projects come by events of their own, in any order: whichever is written second sets the mark, and a lock for each project
/// keeps two that are written at once from missing each other. A migration runs this.
/// </summary>
internal static class ComputedMark
{
    public const string Property = "HasComputedFields";
    public const string Column = "has_computed_fields";

    public const string Create =
        """
        create function mark_computed_fields() returns trigger language plpgsql as $$
        begin
            perform pg_advisory_xact_lock(hashtextextended('computed_fields:' || new.id, 0));
            new.has_computed_fields := exists (select from project_field f where f.project_id = new.id and f.result_type is not null and not f.is_gone);
            return new;
        end $$;
        create trigger mark_computed_fields before insert on project for each row execute function mark_computed_fields();
        create function mark_project_of_field() returns trigger language plpgsql as $$
        begin
            perform pg_advisory_xact_lock(hashtextextended('computed_fields:' || new.project_id, 0));
            update project set has_computed_fields = exists (select from project_field f where f.project_id = new.project_id and f.result_type is not null and not f.is_gone)
            where id = new.project_id;
            return null;
        end $$;
        create trigger mark_project_of_field after insert or update on project_field for each row when (new.result_type is not null)
            execute function mark_project_of_field();
        """;

    public const string Drop =
        """
        drop trigger mark_project_of_field on project_field;
        drop function mark_project_of_field();
        drop trigger mark_computed_fields on project;
        drop function mark_computed_fields();
        """;
}
