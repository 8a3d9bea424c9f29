using Npgsql;
using Waymark.Contracts.Users;
using Waymark.Querying;
using Waymark.Querying.Tree;
using Waymark.Tasks.Computing;
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
        var (reading, computed, problem) = await CheckAsync(list, callerId, ct);
        if (problem is not null)
        {
            return (null, problem);
        }

        var (query, parameters) = (reading!.Query!, new List<NpgsqlParameter>());
        var (conditions, texts) = (new List<string>(filters.Conditions), new List<SoughtText>(filters.Texts));
        PartsOfQuery.Write(query.Where, new ConditionSql(callerId, parameters), conditions, texts);
        var order = QueryOrder.Of(query, list.Sort);
        if (order.PageBehind(list.Cursor, parameters) is not { } page)
        {
            return (null, Cursor.Invalid);
        }

        var references = new QueryReferences(reading.References);
        var columns = IsWhole(list, query) ? TaskRow.WholeWith(computed) : TaskRow.Columns;
        var statement = page.Select($"{columns}, p.key", conditions, TextSearch.For(texts, filters.ProjectIds, parameters));
        await using var command = await CommandAsync(statement, references, ct);
        command.Parameters.AddRange(parameters.ToArray());
        command.Parameters.AddRange(filters.Parameters.ConvertAll(p => p.Clone()).ToArray());
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit + 1));
        return await ReadAsync(command, order, references, limit, (IsWhole(list, query), list.Extras), ct);
    }

    /// <summary>What is wrong with a query that is kept to be asked later, of one project or of all; null when nothing is.</summary>
    public async Task<Problem?> FaultInAsync(string query, Guid? projectId, Guid callerId, CancellationToken ct)
    {
        var list = new TaskListQuery { ProjectId = projectId is { } id ? [id.ToString()] : null, Query = query };
        return (await CheckAsync(list, callerId, ct)).Problem;
    }

    private async Task<(QueryReading? Reading, ComputedFields Computed, Problem? Problem)> CheckAsync(TaskListQuery list, Guid callerId, CancellationToken ct)
    {
        var parsed = QueryLanguage.Parse(list.Query!);
        if (parsed.Query is not { } syntax)
        {
            return (null, ComputedFields.None, Invalid(parsed.Fault!));
        }

        if (syntax.OrderBy.Count > 0 && list.Sort is not null)
        {
            return (null, ComputedFields.None, Problems.Invalid("sort", "The query orders the tasks already; leave out sort, or order by."));
        }

        var known = list.Extras.CustomFields || CustomFieldsOfQuery.AreNamedIn(syntax) ? await KnownField.OfListAsync(db, list, callerId, ct) : [];
        var computed = ComputedFields.Of(known);
        var custom = CustomFieldsOfQuery.Of(known, computed);
        var people = await new PeopleOfQuery(db, directory).FindAsync(syntax, custom, callerId, ct);
        var reading = QueryLanguage.Check(syntax, people.Count + custom.Count > 0 ? new TaskCatalogue(people, custom) : TaskCatalogue.WithoutPeople);
        return reading.Fault is { } fault ? (null, computed, Invalid(fault)) : (reading, computed, null);
    }

    private async Task<NpgsqlCommand> CommandAsync(string statement, QueryReferences references, CancellationToken ct)
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
        if (!references.AreNone)
        {
            command.Parameters.AddRange(references.Parameters.ToArray());
        }

        return command;
    }

    private static async Task<(Page<TaskResponse>? Page, Problem? Problem)> ReadAsync(
        NpgsqlCommand command, QueryOrder order, QueryReferences references, int limit, (bool IsWhole, ListExtras Extras) members, CancellationToken ct)
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
                    return (null, Invalid(fault));
                }

                await row.NextResultAsync(ct);
            }

            var tasks = new List<(TaskItem Task, string ProjectKey)>();
            while (await row.ReadAsync(ct))
            {
                tasks.Add(members.IsWhole ? (TaskRow.ReadWhole(row), row.GetString(TaskRow.WholeCount)) : (TaskRow.Read(row), row.GetString(TaskRow.Count)));
            }

            var page = Page<(TaskItem Task, string ProjectKey)>.Of(tasks, limit, last => order.CursorOf(last.Task, last.ProjectKey));
            return (new Page<TaskResponse>([.. page.Items.Select(t => TaskResponse.Of(t.Task, t.ProjectKey, members.Extras))], page.NextCursor), null);
        }
        catch (PostgresException fault) when (LimitedTime.IsOver(fault, ct))
        {
            return (null, TooBroad);
        }
    }

    /// <summary>Whether rows are read whole: because somebody wants to see it, or because a cursor needs the value of a custom field.</summary>
    private static bool IsWhole(TaskListQuery list, Query query) => list.Extras != default || query.OrderBy.Any(o => o.Field.IsCustom);

    private static Problem Invalid(QueryFault fault) => QueryInvalid.Because(
        fault.Detail,
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["position"] = fault.Position, ["expected"] = fault.Expected.ToArray() });
}
