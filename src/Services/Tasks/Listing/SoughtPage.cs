using Npgsql;
using Waymark.Tasks.Querying;
using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Listing;

/// <summary>A page of the list as the database is asked for it: which tasks, in which order, how many, and for whom.</summary>
internal sealed record SoughtPage(TaskFilters Filters, TaskSort Sort, PageOrder Order, int Limit, Guid CallerId)
{
    /// <summary>How long the database may look; null where it has no reason to look long.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether columns are computed, for which the statement must know the time.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Reads the page and one row more, by which it is seen that the list goes on.</summary>
    /// <param name="db">Where the tasks are.</param>
    /// <param name="columns">What is read of each.</param>
    /// <param name="readAsync">Reads the rows.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<T> ReadAsync<T>(TasksDbContext db, string columns, Func<NpgsqlDataReader, Task<T>> readAsync, CancellationToken ct)
    {
        var parameters = Filters.Parameters.ConvertAll(p => p.Clone());
        var search = TextSearch.For(Filters.Texts, Filters.ProjectIds, parameters);
        await using var command = await db.CommandAsync((TimeLimit is null ? "" : LimitedTime.Sql) + Order.Select(columns, Filters.Conditions, search), ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", CallerId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", Limit + 1));
        command.Parameters.AddRange(parameters.ToArray());
        if (IsComputed)
        {
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", db.Scope.Now));
        }

        if (TimeLimit is { } limit)
        {
            command.Parameters.Add(LimitedTime.Parameter(limit));
        }

        await using var row = await command.ExecuteReaderAsync(ct);
        if (TimeLimit is not null)
        {
            await row.NextResultAsync(ct);
        }

        return await readAsync(row);
    }
}
