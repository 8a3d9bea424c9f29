using Npgsql;
using Waymark.Contracts.Users;
using Waymark.Querying;
using Waymark.Querying.Tree;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Searching;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Querying;

/// <summary>
/// The list of tasks that a query asks for, together with the list's other filters. Rights, names and time limit go to the
/// database in the round trip that reads the tasks.
/// </summary>
internal sealed class QueriedList(TasksDbContext db, IUserDirectory directory)
{
    public static readonly ProblemKind QueryInvalid =
        ProblemKind.BadRequest("query_invalid", "The query is none; position says where, counted from 0, and expected what could stand there.");

    public static readonly ProblemKind QueryTooBroad = ProblemKind.Unprocessable("query_too_broad", "The query looks at too many tasks at once; narrow it down.");

    private static readonly IReadOnlyDictionary<string, object?> Advice = new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["advice"] = new[] { "Name a project.", "Ask for a status, an assignee or a due date as well.", "Search for fewer texts." },
    };

    /// <summary>How long the database may look: nothing keeps a query from reading all of a large project.</summary>
    public TimeSpan TimeLimit { get; init; } = LimitedTime.Usual;

    /// <summary>The refusal of a read that takes too long, with what helps.</summary>
    public static Problem TooBroad => QueryTooBroad.Because(extensions: Advice);

    public async Task<(Page<TaskResponse>? Page, Problem? Problem)> ReadAsync(
        TaskListQuery list, TaskFilters filters, int limit, Guid callerId, CancellationToken ct)
    {
        var (reading, computed, problem) = await CheckAsync(list.Filter, list.Page.Extras.CustomFields, callerId, ct);
        if (problem is not null)
        {
            return (null, problem);
        }

        var query = reading!.Query!;
        if (query.OrderBy.Count > 0 && list.Page.Sort is not null)
        {
            return (null, Problems.Invalid("sort", "The query orders the tasks already; leave out sort, or order by."));
        }

        var (conditions, search, parameters) = Parts(query, filters, callerId);
        var order = QueryOrder.Of(query, list.Page.Sort);
        if (order.PageBehind(list.Page.Cursor, parameters) is not { } page)
        {
            return (null, Cursor.Invalid);
        }

        var isWhole = IsWhole(list.Page.Extras, query);
        var columns = isWhole ? TaskRow.WholeWith(computed) : TaskRow.Columns;
        var references = new QueryReferences(reading.References);
        await using var command = await CommandAsync(page.Select($"{columns}, p.key", conditions, search), references, limit + 1, callerId, ct);
        command.Parameters.AddRange(parameters.ToArray());
        return await AskAsync(command, references, row => ReadAsync(row, order, limit, isWhole, list.Page.Extras, ct), ct);
    }

    /// <summary>How many tasks the query asks for, counted no further than <paramref name="most"/>.</summary>
    public async Task<(int Count, Problem? Problem)> CountAsync(TaskFilterQuery list, TaskFilters filters, int most, Guid callerId, CancellationToken ct)
    {
        var (reading, _, problem) = await CheckAsync(list, needsFields: false, callerId, ct);
        if (problem is not null)
        {
            return (0, problem);
        }

        var (conditions, search, parameters) = Parts(reading!.Query!, filters, callerId);
        var references = new QueryReferences(reading.References);
        await using var command = await CommandAsync(search.Count(conditions), references, most, callerId, ct);
        command.Parameters.AddRange(parameters.ToArray());
        return await AskAsync(command, references, async row => await row.ReadAsync(ct) ? row.GetInt32(0) : 0, ct);
    }

    private async Task<(QueryReading? Reading, ComputedFields Computed, Problem? Problem)> CheckAsync(
        TaskFilterQuery list, bool needsFields, Guid callerId, CancellationToken ct)
    {
        var parsed = QueryLanguage.Parse(list.Query!);
        if (parsed.Query is not { } syntax)
        {
            return (null, ComputedFields.None, Invalid(parsed.Fault!));
        }

        var (custom, computed) = await CustomFieldsOfQuery.ReadAsync(db, list, syntax, needsFields, callerId, ct);
        var people = await new PeopleOfQuery(db, directory).FindAsync(syntax, custom, callerId, ct);
        var reading = QueryLanguage.Check(syntax, TaskCatalogue.Of(people, custom));
        return reading.Fault is { } fault ? (null, computed, Invalid(fault)) : (reading, computed, null);
    }

    private static (List<string> Conditions, TextSearch Search, List<NpgsqlParameter> Parameters) Parts(Query query, TaskFilters filters, Guid callerId)
    {
        var (parameters, conditions, texts) = (new List<NpgsqlParameter>(), new List<string>(filters.Conditions), new List<SoughtText>(filters.Texts));
        PartsOfQuery.Write(query.Where, new ConditionSql(callerId, parameters), conditions, texts);
        var search = TextSearch.For(texts, filters.ProjectIds, parameters);
        parameters.AddRange(filters.Parameters.ConvertAll(p => p.Clone()));
        return (conditions, search, parameters);
    }

    private async Task<NpgsqlCommand> CommandAsync(string statement, QueryReferences references, int limit, Guid callerId, CancellationToken ct)
    {
        var command = await db.CommandAsync(
            $"""
            {LimitedTime.Sql}
            {(references.AreNone ? "" : QueryReferences.Sql + ";")}
            {statement}
            """,
            ct);
        command.Parameters.Add(LimitedTime.Parameter(TimeLimit));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", db.Scope.Now));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        if (!references.AreNone)
        {
            command.Parameters.AddRange(references.Parameters.ToArray());
        }

        return command;
    }

    private static async Task<(T? Answer, Problem? Problem)> AskAsync<T>(
        NpgsqlCommand command, QueryReferences references, Func<NpgsqlDataReader, Task<T>> readAsync, CancellationToken ct)
    {
        try
        {
            await using var row = await command.ExecuteReaderAsync(ct);
            await row.NextResultAsync(ct);
            if (!references.AreNone)
            {
                await row.ReadAsync(ct);
                if (references.FaultIn(row) is { } fault)
                {
                    return (default, Invalid(fault));
                }

                await row.NextResultAsync(ct);
            }

            return (await readAsync(row), null);
        }
        catch (PostgresException fault) when (LimitedTime.IsOver(fault, ct))
        {
            return (default, TooBroad);
        }
    }

    private static async Task<Page<TaskResponse>> ReadAsync(
        NpgsqlDataReader row, QueryOrder order, int limit, bool isWhole, ListExtras extras, CancellationToken ct)
    {
        var tasks = new List<(TaskItem Task, string ProjectKey)>();
        while (await row.ReadAsync(ct))
        {
            tasks.Add(isWhole ? (TaskRow.ReadWhole(row), row.GetString(TaskRow.WholeCount)) : (TaskRow.Read(row), row.GetString(TaskRow.Count)));
        }

        var page = Page<(TaskItem Task, string ProjectKey)>.Of(tasks, limit, last => order.CursorOf(last.Task, last.ProjectKey));
        return new Page<TaskResponse>([.. page.Items.Select(t => TaskResponse.Of(t.Task, t.ProjectKey, extras))], page.NextCursor);
    }

    /// <summary>Whether rows are read whole: because somebody wants to see it, or because a cursor needs the value of a custom field.</summary>
    private static bool IsWhole(ListExtras extras, Query query) => extras != default || query.OrderBy.Any(o => o.Field.IsCustom);

    /// <summary>The refusal of a query that is none.</summary>
    public static Problem Invalid(QueryFault fault) => QueryInvalid.Because(
        fault.Detail,
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["position"] = fault.Position, ["expected"] = fault.Expected.ToArray() });
}
