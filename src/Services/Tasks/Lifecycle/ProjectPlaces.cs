using Npgsql;

namespace Waymark.Tasks.Lifecycle;

/// <summary>The numbers of many new tasks of a project and the end of its order, taken in one statement; the row lock keeps them dense.</summary>
internal sealed record ProjectPlaces(int LastNumber, long LastRank, int Count)
{
    private const string Take =
        """
        insert into project_counter (project_id, last_number, first_rank, last_rank) values (@project, @count, 0, @count)
        on conflict (project_id) do update set last_number = project_counter.last_number + @count, last_rank = project_counter.last_rank + @count
        returning last_number, last_rank
        """;

    /// <summary>Takes so many places; needs an open transaction.</summary>
    public static async Task<ProjectPlaces> TakeAsync(TasksDbContext db, Guid projectId, int count, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Take, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<int>("count", count));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new ProjectPlaces(row.GetInt32(0), row.GetInt64(1), count);
    }

    /// <summary>Puts the n-th of them, counted from 0, in its place.</summary>
    public void Give(TaskItem draft, int index)
    {
        var behind = Count - 1 - index;
        (draft.Number, draft.Rank) = (LastNumber - behind, Rank.Whole(LastRank - behind));
    }
}
