using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Waymark.Projects.Lifecycle;

/// <summary>
/// Erases what has been in the trash for 30 days, a bounded batch at a time, tells of it, and erases invitations that have run out. Any number of processes may do so at once: each
/// takes other rows.
/// </summary>
internal sealed class EraseDeletedProjects(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EraseDeletedProjects> log) : RepeatedWork(clock, log)
{
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    private const int BatchSize = 50;

    private const string Erase =
        """
        with old as (
            select id from project where deleted_at < @before order by deleted_at limit @batch for update skip locked),
        streams as (
            delete from project_event e using old where e.stream_id = old.id)
        delete from project p using old where p.id = old.id returning p.id
        """;

    private const string EraseInvitations = "delete from invitation where expires_at < @now";

    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    /// <summary>Erases everything that is due; answers how many projects that were.</summary>
    public async Task<int> EraseAsync(CancellationToken ct)
    {
        await EraseInvitationsAsync(ct);
        var all = 0;
        for (var last = BatchSize; last == BatchSize; all += last)
        {
            last = await EraseBatchAsync(ct);
        }

        return all;
    }

    protected override Task RunRoundAsync(CancellationToken ct) => EraseAsync(ct);

    private async Task<int> EraseBatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProjectsDbContext>();
        await using var transaction = await db.BeginAsync(ct);
        var erased = new List<Guid>();
        await using (var command = await db.CommandAsync(Erase, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("before", db.Scope.Now - Keep));
            command.Parameters.Add(new NpgsqlParameter<int>("batch", BatchSize));
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                erased.Add(row.GetGuid(0));
            }
        }

        erased.ForEach(id => db.PublishAlone("project_erasure", new ProjectErased(id)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return erased.Count;
    }

    private async Task EraseInvitationsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProjectsDbContext>();
        await using var command = await db.CommandAsync(EraseInvitations, ct);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", db.Scope.Now));
        await command.ExecuteNonQueryAsync(ct);
    }
}
