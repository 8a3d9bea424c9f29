using System.Globalization;
using NpgsqlTypes;
using Waymark.Querying.Evaluating;
using Waymark.Querying.Fields;

namespace Waymark.Tasks.Querying;

/// <summary>A field of the query language: what the checker knows of it, where a statement reads it, and its value in memory.</summary>
/// <param name="Field">Name and type.</param>
/// <param name="Columns">Expressions over task <c>t</c> in project <c>p</c>: one, or for prose all that are searched.</param>
/// <param name="ValueOf">The value in memory.</param>
internal sealed record TaskQueryField(Field Field, string[] Columns, Func<QueriedTask, object?> ValueOf)
{
    public string Column => Columns[0];

    /// <summary>The columns to order by; none where the field has no order.</summary>
    public SortColumn[] Sort { get; init; } = [];

    /// <summary>What must hold for the field to have a value, where an index can tell; else empty.</summary>
    public string Guard { get; init; } = "";

    /// <summary>The column of people that an index knows, with at least those of the field.</summary>
    public string Among { get; private init; } = Columns[0];

    /// <summary>How a choice is stored.</summary>
    public bool IsStoredByRank { get; private init; }

    /// <summary>The condition of a relation to things with the keys in <c>{0}</c> (of projects) and <c>{1}</c> (numbers of tasks).</summary>
    public string ByKey { get; private init; } = "";

    /// <summary>The condition of a relation to things with the ids in <c>{0}</c>.</summary>
    public string ById { get; private init; } = $"{Columns[0]} = any({{0}})";

    /// <summary>What the words of a relation say.</summary>
    public IReadOnlyDictionary<string, string> ByWord { get; private init; } = new Dictionary<string, string>();

    /// <summary>What says that a relation to many has no value; empty where a column does.</summary>
    public string None { get; private init; } = "";

    /// <summary>Whether a key is that of a task, the project's and a number.</summary>
    public bool IsByNumber => ByKey.Contains("{1}", StringComparison.Ordinal);

    public static TaskQueryField Text(string name, string column, Func<TaskItem, string> valueOf) =>
        new(new Field(name, FieldType.Text) { IsSortable = true }, [column], t => Texts(valueOf(t.Task)))
        {
            Sort = [new(column, NpgsqlDbType.Text, IsNullable: false, (t, _) => valueOf(t))],
        };

    public static TaskQueryField Prose(string name, string[] columns, Func<QueriedTask, string[]> valueOf) =>
        new(new Field(name, FieldType.Prose), columns, valueOf);

    public static TaskQueryField Number(string name, string column, NpgsqlDbType type, Func<TaskItem, int?> valueOf, bool isNullable = true) =>
        new(new Field(name, FieldType.Number) { IsSortable = true }, [column], t => (decimal?)valueOf(t.Task))
        {
            Sort = [new(column, type, isNullable, (t, _) => valueOf(t)?.ToString(CultureInfo.InvariantCulture))],
        };

    /// <summary>A number that rows do not hold, and by which nothing is ordered: the cursor of a page could not name it.</summary>
    public static TaskQueryField Figure(string name, string column, Func<QueriedTask, int> valueOf) =>
        new(new Field(name, FieldType.Number), [column], t => (decimal?)valueOf(t));

    public static TaskQueryField Moment(string name, string column, Func<TaskItem, DateTimeOffset?> valueOf, bool endsDay = false, bool isNullable = true) =>
        new(new Field(name, FieldType.Moment) { IsSortable = true, EndsDay = endsDay }, [column], t => valueOf(t.Task))
        {
            Sort = [new(column, NpgsqlDbType.TimestampTz, isNullable, (t, _) => valueOf(t) is { } instant ? InstantConverter.Format(instant) : null)],
        };

    /// <summary>A choice stored as its key; open where projects have values of their own.</summary>
    public static TaskQueryField Choice(string name, string column, IReadOnlyList<string> choices, Func<TaskItem, string> valueOf, bool isOpen = false) =>
        new(new Field(name, FieldType.Choice) { Choices = choices, IsOpen = isOpen, IsSortable = true }, [column], t => valueOf(t.Task))
        {
            Sort = [new(column, NpgsqlDbType.Text, IsNullable: false, (t, _) => valueOf(t))],
        };

    /// <summary>A choice stored as its place among the choices.</summary>
    public static TaskQueryField OrderedChoice(string name, string column, IReadOnlyList<string> choices, Func<TaskItem, short> valueOf) =>
        new(new Field(name, FieldType.Choice) { Choices = choices, IsOrdered = true, IsSortable = true }, [column], t => choices[valueOf(t.Task)])
        {
            IsStoredByRank = true,
            Sort = [new(column, NpgsqlDbType.Smallint, IsNullable: false, (t, _) => valueOf(t).ToString(CultureInfo.InvariantCulture))],
        };

    public static TaskQueryField Person(string name, string column, Func<TaskItem, Guid> valueOf) =>
        new(new Field(name, FieldType.Person), [column], t => new[] { valueOf(t.Task) });

    /// <summary>People of a task; <paramref name="among"/> is the indexed column that has them all, when they stand in another one.</summary>
    public static TaskQueryField People(string name, string column, Func<TaskItem, Guid[]> valueOf, string? among = null) =>
        new(new Field(name, FieldType.People), [column], t => valueOf(t.Task)) { Among = among ?? column };

    public static TaskQueryField Labels(string name, string column, Func<TaskItem, string[]> valueOf) =>
        new(new Field(name, FieldType.Labels), [column], t => valueOf(t.Task));

    public static TaskQueryField Boolean(string name, string condition, Func<QueriedTask, bool> valueOf) =>
        new(new Field(name, FieldType.Boolean), [condition], t => valueOf(t));

    public static TaskQueryField Relation(
        string name, string column, string byKey, string example, Func<string, string?> keyOf, Func<QueriedTask, Related?> valueOf, params SortColumn[] sort) =>
        new(new Field(name, FieldType.Relation) { Example = example, KeyOf = keyOf, IsSortable = sort.Length > 0 }, [column], valueOf)
        {
            ByKey = byKey,
            Sort = sort,
        };

    /// <summary>A relation to any number of things, named by folded names and by words, that <paramref name="table"/> joins to tasks.</summary>
    public static TaskQueryField Several(RelationTable table, string name, string example, Func<QueriedTask, Related[]> valueOf) =>
        new(new Field(name, FieldType.Relation) { Example = example, KeyOf = LabelNames.Fold, Words = [.. table.Words.Keys] }, ["t.id"], valueOf)
        {
            ById = $"t.id in ({table.TasksOf} where {table.Id} = any({{0}}))",
            ByKey = $"t.id in ({table.TasksOf} where {table.Folded} = any({{0}}))",
            ByWord = table.Words.ToDictionary(w => w.Key, w => $"t.id in ({table.TasksOf} where {w.Value})", StringComparer.Ordinal),
            None = $"not exists ({table.TasksOf} where {table.TaskId} = t.id)",
        };

    private static string[] Texts(string text) => [text];
}

/// <summary>Where a relation to many things stands.</summary>
/// <param name="TasksOf">The statement that gives the tasks of the things, without a condition.</param>
/// <param name="TaskId">The column of the task in it.</param>
/// <param name="Id">The column of the thing's id.</param>
/// <param name="Folded">The column of its name in lower case.</param>
/// <param name="Words">The conditions that the words of the field stand for.</param>
internal sealed record RelationTable(string TasksOf, string TaskId, string Id, string Folded, IReadOnlyDictionary<string, string> Words);

/// <summary>A column to order by, and its value in the last row of a page; the key of the row's project helps.</summary>
internal sealed record SortColumn(string Sql, NpgsqlDbType Type, bool IsNullable, Func<TaskItem, string, string?> ValueOf);
