using NpgsqlTypes;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Model.Custom;

namespace Waymark.Tasks.Definitions;

/// <summary>Reads and keeps the copy of the custom fields of projects.</summary>
internal static class ProjectFields
{
    /// <summary>The fields of task <c>t</c>'s project, where the task has values; else null.</summary>
    public const string OfTask = "case when t.custom_fields is not null then fields_of_project(t.project_id) end";

    /// <summary>The fields of task <c>t</c>'s project, whether the task has values or not.</summary>
    public const string OfAnyTask = "fields_of_project(t.project_id)";

    /// <summary>The same for a task that is to be changed: also where it has no values, but the project may want some.</summary>
    public const string OfChangedTask =
        "case when t.custom_fields is not null or exists (select from project_field f where f.project_id = t.project_id and f.required <> 'never' and not f.is_gone) then fields_of_project(t.project_id) end";

    /// <summary>The fields of project <c>p</c>, where it may want values of new tasks; else null.</summary>
    public const string OfNewTask =
        "case when exists (select from project_field f where f.project_id = p.id and f.required <> 'never' and not f.is_gone) then fields_of_project(p.id) end";

    /// <summary>Whether task <c>t</c>'s project <c>p</c> has fields that are computed; see <see cref="ComputedMark"/>.</summary>
    public const string HaveComputed = $"p.{ComputedMark.Column}";

    /// <summary>
    /// A function and not a sub-select, which PostgreSQL would set up for every read of a task, though most tasks have no values.
    /// A migration runs it.
    /// </summary>
    public const string CreateFunction =
        """
        create or replace function fields_of_project(project uuid) returns text language plpgsql stable parallel safe as $$
        begin
            return (
                select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'options', f.options, 'taskTypes', f.task_types, 'required', f.required))::text
                from project_field f where f.project_id = project and not f.is_gone);
        end $$
        """;

    public const string DropFunction = "drop function fields_of_project(uuid)";

    private const string Query = "select id, name, type, options, task_types, required from project_field where project_id = $1 and (not is_gone or $2)";

    private const string Insert =
        """
        insert into project_field as f
            (id, project_id, name, folded, type, options, is_gone, formula, roll_up_function, roll_up_field_id, result_type, task_types, required)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (id) do update set name = excluded.name, folded = excluded.folded, options = excluded.options, is_gone = f.is_gone or excluded.is_gone,
            formula = excluded.formula, roll_up_function = excluded.roll_up_function, roll_up_field_id = excluded.roll_up_field_id, result_type = excluded.result_type,
            task_types = excluded.task_types, required = excluded.required
        """;

    public static async Task<IReadOnlyList<TaskCustomField>> ReadAsync(TasksDbContext db, Guid projectId, CancellationToken ct, bool withGone = false)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.With(projectId).With(withGone);
        await using var row = await command.ExecuteReaderAsync(ct);
        var fields = new List<TaskCustomField>();
        while (await row.ReadAsync(ct))
        {
            fields.Add(new TaskCustomField(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3), row.GetFieldValue<string[]>(4), row.GetString(5)));
        }

        return fields;
    }

    /// <summary>Keeps what an event tells of a field.</summary>
    public static async Task KeepAsync(TasksDbContext db, CustomFieldState field, bool isGone, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Insert, ct);
        command.Parameters.With(field.Id).With(field.ProjectId).With(field.Name).With(LabelNames.Fold(field.Name)).With(field.Type)
            .With(field.Options.ToArray()).With(isGone).With(field.Formula, NpgsqlDbType.Text).With(field.RollUp?.Function, NpgsqlDbType.Text)
            .With(field.RollUp?.FieldId, NpgsqlDbType.Uuid).With(field.ResultType, NpgsqlDbType.Text)
            .With((field.TaskTypes ?? []).ToArray()).With(field.Required ?? CustomFieldRequirements.Never);
        await command.ExecuteNonQueryAsync(ct);
    }
}
