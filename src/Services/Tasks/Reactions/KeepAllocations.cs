using Npgsql;
using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Reactions;

/// <summary>Keeps how much people are planned for projects: the schedule levels by it. An older state that arrives late changes nothing.</summary>
internal sealed class KeepAllocations(TasksDbContext db) : IEventHandler<AllocationCreated>, IEventHandler<AllocationUpdated>, IEventHandler<AllocationDeleted>
{
    private const string Store =
        """
        insert into project_allocation as a (id, project_id, user_id, hours_per_week, "from", "to", is_deleted, version)
        values (@id, @project, @user, @hours, @from, @to, @deleted, @version)
        on conflict (id) do update set user_id = excluded.user_id, hours_per_week = excluded.hours_per_week, "from" = excluded."from", "to" = excluded."to",
            is_deleted = excluded.is_deleted, version = excluded.version
        where a.version < excluded.version
        """;

    public Task HandleAsync(AllocationCreated e, EventContext context, CancellationToken ct) => StoreAsync(e.Allocation, isDeleted: false, context, ct);

    public Task HandleAsync(AllocationUpdated e, EventContext context, CancellationToken ct) => StoreAsync(e.Allocation, isDeleted: false, context, ct);

    public Task HandleAsync(AllocationDeleted e, EventContext context, CancellationToken ct) => StoreAsync(e.Allocation, isDeleted: true, context, ct);

    private async Task StoreAsync(AllocationState allocation, bool isDeleted, EventContext context, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Store, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", allocation.Id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", allocation.ProjectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("user", allocation.UserId));
        command.Parameters.Add(new NpgsqlParameter<decimal>("hours", allocation.HoursPerWeek));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("from", allocation.From));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("to", allocation.To));
        command.Parameters.Add(new NpgsqlParameter<bool>("deleted", isDeleted));
        command.Parameters.Add(new NpgsqlParameter<long>("version", context.KeyVersion));
        await command.ExecuteNonQueryAsync(ct);
    }
}
