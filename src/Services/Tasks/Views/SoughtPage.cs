using Npgsql;
using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Views;

/// <summary>A page of the list as the database is asked for it: which tasks, in which order, how many, and for whom.</summary>
internal sealed record SoughtPage(TaskFilters Filters, TaskSort Sort, PageOrder Order, int Limit, Guid CallerId)
{
    /// <summary>The statement of the page and of one row more, by which it is seen that the list goes on.</summary>
    /// <param name="db">Where the tasks are.</param>
    /// <param name="columns">What is read of each.</param>
    /// <param name="before">Statements that go ahead of it.</param>
    /// <param name="ct">Ends the wait for a connection.</param>
    public async Task<NpgsqlCommand> CommandAsync(TasksDbContext db, string columns, string before, CancellationToken ct)
    {
        var parameters = Filters.Parameters.ConvertAll(p => p.Clone());
        var search = TextSearch.For(Filters.Texts, Filters.ProjectIds, parameters);
        var command = await db.CommandAsync(before + Order.Select(columns, Filters.Conditions, search), ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", CallerId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", Limit + 1));
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }
}
