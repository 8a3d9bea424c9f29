using Npgsql;
using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Erasure;

/// <summary>The tasks of an erased project go with it, their history and everything that was kept about them.</summary>
internal sealed class EraseProject(TasksDbContext db) : IEventHandler<ProjectErased>
{
    private const string Erase =
        """
        with gone as (delete from task where project_id = any(@projects) returning id),
        events as (delete from task_event e using gone where e.stream_id = gone.id),
        cycles as (delete from cycle where project_id = any(@projects)),
        cycle_rules as (delete from cycle_settings where project_id = any(@projects)),
        views as (delete from saved_view where project_id = any(@projects)),
        templates as (delete from task_template where project_id = any(@projects)),
        calendars as (delete from project_calendar where project_id = any(@projects)),
        allocations as (delete from project_allocation where project_id = any(@projects)),
        labels as (delete from project_label where project_id = any(@projects)),
        milestones as (delete from project_milestone where project_id = any(@projects)),
        fields as (delete from project_field where project_id = any(@projects)),
        types as (delete from project_type where project_id = any(@projects)),
        parents as (delete from project_parent where project_id = any(@projects))
        delete from project_counter where project_id = any(@projects)
        """;

    public Task HandleAsync(ProjectErased e, EventContext context, CancellationToken ct) => EraseAsync(db, [e.ProjectId], ct);

    public static async Task EraseAsync(TasksDbContext db, Guid[] projects, CancellationToken ct)
    {
        await using var erase = await db.CommandAsync(Erase, ct);
        erase.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", projects));
        await erase.ExecuteNonQueryAsync(ct);
    }
}
