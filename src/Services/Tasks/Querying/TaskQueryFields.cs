using System.Globalization;
using System.Text.RegularExpressions;
using NpgsqlTypes;
using Waymark.Querying.Evaluating;
using Waymark.Querying.Fields;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Difficulty;
using static Waymark.Tasks.Querying.TaskQueryField;

namespace Waymark.Tasks.Querying;

/// <summary>The table of what queries can ask about a task: a new field is a column and one line here.</summary>
internal static partial class TaskQueryFields
{
    /// <summary>The states of the workflow that a project begins with; those of other workflows are looked up.</summary>
    public static readonly IReadOnlyList<string> KnownStatuses = ["backlog", "todo", "in_progress", "in_review", "done", "cancelled"];

    private const string ProjectByKey = "t.project_id in (select k.project_id from project_key k where k.key = any({0}))";
    private const string ParentByKey =
        """
        t.parent_id in (select x.id from unnest({0}, {1}) u(key, number) join project_key k on k.key = u.key
                        join task x on x.project_id = k.project_id and x.number = u.number)
        """;

    private const string MilestoneByName = "t.milestone_id in (select m.id from project_milestone m where m.folded = any({0}) and not m.is_gone)";

    /// <summary>A task stands in a cycle for good, also when that is closed; the current ones are those in whose days today falls.</summary>
    private static readonly RelationTable InCycle = new(
        "select ct.task_id from cycle_task ct join cycle c on c.id = ct.cycle_id join project cp on cp.id = c.project_id",
        TaskId: "ct.task_id",
        Id: "c.id",
        Folded: "c.folded",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [QueriedTask.CurrentCycle] = "c.closed_at is null and (@now at time zone cp.time_zone)::date between c.start_date and c.end_date",
            [QueriedTask.OpenCycle] = "c.closed_at is null",
        });

    private const string TaskByKey =
        "(t.project_id, t.number) in (select k.project_id, u.number from unnest({0}, {1}) u(key, number) join project_key k on k.key = u.key)";

    private const string ProgressSql =
        """
        (case when t.completed_at is not null then 100 when t.step_count + t.subtask_count = 0 then 0
              else (t.step_done_count + t.subtask_done_count) * 100 / (t.step_count + t.subtask_count) end)
        """;

    /// <summary>An open task waits for another open one; what lies in the trash keeps nobody waiting.</summary>
    private static readonly string BlockedSql = BlockedAmong("task");

    private const string KeySql = "p.key || '-' || t.number";

    private static readonly IReadOnlyList<string> Priorities = [.. Enum.GetValues<TaskPriority>().Select(TaskFields.Wire)];

    private static readonly SortColumn ByProjectKey = new("p.key", NpgsqlDbType.Text, IsNullable: false, (_, projectKey) => projectKey);
    private static readonly SortColumn ByRank = new("t.rank", NpgsqlDbType.Text, IsNullable: false, (t, _) => t.Rank);
    private static readonly SortColumn ByNumber =
        new("t.number", NpgsqlDbType.Integer, IsNullable: false, (t, _) => t.Number.ToString(CultureInfo.InvariantCulture));

    private static readonly TaskQueryField[] Table =
    [
        Prose("text", ["t.title", "t.description", KeySql], t => [t.Task.Title, t.Task.Description, $"{t.Project.Key}-{t.Task.Number}"]),
        Text("title", "t.title", t => t.Title),
        Prose("description", ["t.description"], t => [t.Task.Description]),
        Relation("key", "t.id", TaskByKey, "WEB-12", TaskKeyOf, t => t.Self, ByProjectKey, ByNumber),
        Number("number", "t.number", NpgsqlDbType.Integer, t => t.Number, isNullable: false),
        Relation("project", "t.project_id", ProjectByKey, "WEB", ProjectKeyOf, t => new Related(t.Project.Id, t.ProjectKeys), ByProjectKey),
        Relation("parent", "t.parent_id", ParentByKey, "WEB-12", TaskKeyOf, t => t.Parent),
        Relation("milestone", "t.milestone_id", MilestoneByName, "Opening", LabelNames.Fold, t => t.Milestone),
        Several(InCycle, "cycle", "\"Sprint 1\"", t => t.RelatedCycles),
        Choice("status", "t.status", KnownStatuses, t => t.Status, isOpen: true),
        Choice("category", "t.status_category", StatusCategory.All, t => t.StatusCategory),
        Choice("type", "t.type", ProjectTypes.Usual, t => t.Type, isOpen: true),
        OrderedChoice("priority", "t.priority", Priorities, t => (short)t.Priority),
        Number("difficulty", "t.difficulty", NpgsqlDbType.Smallint, t => t.Difficulty),
        Figure("computedDifficulty", DifficultyFactor.ValueSql, t => DifficultyFactor.ValueOf(t.Difficulty)),
        Number("estimate", "t.estimate_minutes", NpgsqlDbType.Integer, t => t.EstimateMinutes),
        Number("duration", "t.duration_minutes", NpgsqlDbType.Integer, t => t.DurationMinutes),
        Number("progress", ProgressSql, NpgsqlDbType.Integer, t => t.Progress, isNullable: false),
        People("assignee", "t.assignee_ids", t => t.AssigneeIds),
        People("owner", "t.assignee_ids[1:1]", t => t.AssigneeIds[..Math.Min(1, t.AssigneeIds.Length)], among: "t.assignee_ids"),
        Person("reporter", "t.reporter_id", t => t.ReporterId),
        People("watcher", "t.watcher_ids", t => t.WatcherIds),
        Labels("label", "t.labels", t => t.Labels),
        Moment("start", "t.start_at", t => t.StartAt),
        Moment("due", "t.due_at", t => t.DueAt, endsDay: true),
        Moment("deadline", "t.deadline_at", t => t.DeadlineAt, endsDay: true),
        Moment("completed", "t.completed_at", t => t.CompletedAt),
        Moment("created", "t.created_at", t => t.CreatedAt, isNullable: false),
        Moment("updated", "t.updated_at", t => t.UpdatedAt, isNullable: false),
        Boolean("blocked", BlockedSql, t => t.IsBlocked),
        Boolean("overdue", "(t.due_at < @now and t.completed_at is null)", t => t.Task.CompletedAt is null && t.Task.DueAt < t.Now),
    ];

    /// <summary>By their names, and the category of the status also by the name that the member of a task has.</summary>
    private static readonly Dictionary<string, TaskQueryField> ByName = new(Table.ToDictionary(f => f.Field.Name, StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase)
    {
        ["statusCategory"] = Table.Single(f => f.Field.Name == "category"),
    };

    /// <summary>All fields, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<Field> All = [.. Table.Select(f => f.Field)];

    /// <summary>The field of this name, or null.</summary>
    public static Field? Find(string name) => ByName.GetValueOrDefault(name)?.Field;

    /// <summary>Whether task <c>t</c> waits for one of a relation of tasks.</summary>
    public static string BlockedAmong(string tasks) =>
        $"""
        (t.completed_at is null and exists (
            select from task_dependency d join {tasks} b on b.id = d.from_id join project bp on bp.id = b.project_id
            where d.to_id = t.id and d.kind = 0 and b.completed_at is null and b.deleted_at is null and bp.state <> 'deleted'))
        """;

    /// <summary>Whether the text of a field has the key of the task in it.</summary>
    public static bool AreKeysIn(Field field) => Of(field).Columns.Contains(KeySql);

    /// <summary>The columns of an order of the list by its name there: <c>dueAt</c> is the order by <c>due</c>.</summary>
    public static SortColumn[] SortNamed(string name) =>
        name == "rank" ? [ByRank] : ByName[name.EndsWith("At", StringComparison.Ordinal) ? name[..^2] : name].Sort;

    /// <summary>Where a field of the catalogue is read.</summary>
    public static TaskQueryField Of(Field field) => field.Source is IQueryFieldSource custom ? custom.For(field) : ByName[field.Name];

    private static string? ProjectKeyOf(string text) => ProjectKey().IsMatch(text.ToUpperInvariant()) ? text.ToUpperInvariant() : null;

    private static string? TaskKeyOf(string text) => TaskKey().IsMatch(text.ToUpperInvariant()) ? text.ToUpperInvariant() : null;

    [GeneratedRegex("^[A-Z0-9]{2,10}$", RegexOptions.NonBacktracking)]
    private static partial Regex ProjectKey();

    [GeneratedRegex("^[A-Z0-9]{2,10}-[1-9][0-9]{0,8}$", RegexOptions.NonBacktracking)]
    private static partial Regex TaskKey();
}
