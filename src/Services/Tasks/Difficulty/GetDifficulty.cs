using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Difficulty;

/// <summary>How difficult a task is and why, in one trip.</summary>
internal static class GetDifficulty
{
    private static readonly string Query =
        $"""
        select t.difficulty, {string.Join(", ", DifficultyFactor.All.Select(f => $"({f.AmountSql})::bigint"))}
        from task t join project p on p.id = t.project_id
        where t.id = $1 and t.deleted_at is null and {AccessSql.VisibleTo("$2")}
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/{task}/difficulty", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetDifficulty)).WithSummary("Explain how difficult a task is");

    private static Task<Results<Answer<DifficultyResponse>, Problem>> HandleAsync(
        TaskReference reference, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        OpenTask.AnswerAsync(db, projects, reference, caller.Id, id => ReadAsync(db, id, caller.Id, ct), ct);

    private static async Task<DifficultyResponse?> ReadAsync(TasksDbContext db, Guid id, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.With(id).With(callerId);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            return null;
        }

        var factors = DifficultyFactor.All.Select((factor, i) => DifficultyFactorResponse.Of(factor, row.GetInt64(i + 1))).ToList();
        return new DifficultyResponse(row.IsDBNull(0) ? null : row.GetInt16(0), DifficultyFactor.SumOf(factors.Select(f => f.Points)), factors);
    }
}
