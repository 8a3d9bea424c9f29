using System.Globalization;
using Npgsql;

namespace Waymark.Tasks.Cycles;

/// <summary>One line of the scope log.</summary>
public sealed record CycleScopeChange(Guid TaskId, [property: OneOf(typeof(CycleScopeChanges))] string Change, Guid? ActorId, DateTimeOffset At);

/// <summary>What a cycle has taken on and dropped, and when.</summary>
internal static class ListCycleScope
{
    private const string Sort = "seq";

    private const string Query =
        "select s.seq, s.task_id, s.change, s.actor_id, s.at from cycle_scope s where s.cycle_id = @cycle and s.seq > @after order by s.seq limit @limit";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/cycles/{cycleId:guid}/scope", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListCycleScope)).WithSummary("What a cycle has taken on and dropped, oldest first");

    private static async Task<Results<Answer<Page<CycleScopeChange>>, Problem>> HandleAsync(
        Guid cycleId, int? limit, string? cursor, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        var after = 0L;
        if (cursor is not null && !(Cursor.TryParse(cursor, Sort, out var from) && long.TryParse(from.Value, NumberStyles.None, CultureInfo.InvariantCulture, out after)))
        {
            return Cursor.Invalid;
        }

        if (await CycleStore.FindAsync(db, guard, cycleId, caller.Id, ct) is null)
        {
            return Problems.NotFound("cycle");
        }

        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("cycle", cycleId));
        command.Parameters.Add(new NpgsqlParameter<long>("after", after));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", size + 1));
        await using var row = await command.ExecuteReaderAsync(ct);
        var lines = new List<(long Seq, CycleScopeChange Line)>();
        while (await row.ReadAsync(ct))
        {
            lines.Add((row.GetInt64(0), new CycleScopeChange(row.GetGuid(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetGuid(3), row.GetFieldValue<DateTimeOffset>(4))));
        }

        var page = Page<(long Seq, CycleScopeChange Line)>.Of(lines, size, l => new Cursor(Sort, l.Seq.ToString(CultureInfo.InvariantCulture), cycleId).ToString());
        return Answers.Ok(new Page<CycleScopeChange>([.. page.Items.Select(l => l.Line)], page.NextCursor));
    }
}
