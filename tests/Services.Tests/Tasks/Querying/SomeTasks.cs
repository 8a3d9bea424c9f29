using Waymark.Membership;
using Waymark.Querying.Evaluating;
using Waymark.Querying.Tree;
using Waymark.Services.Tests.Querying;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Cycles;
using Waymark.Tasks.Difficulty;
using Waymark.Tasks.Model;
using Waymark.Tasks.Querying;
using Waymark.Tasks.Searching;

namespace Waymark.Services.Tests.Tasks.Querying;

/// <summary>
/// A small database of tasks by chance: two projects in different zones that the caller sees, one that the caller does not
/// see; values from small pools, so that queries by chance hit some of them.
/// </summary>
internal sealed partial class SomeTasks
{
    public const int Count = 180;

    private static readonly string[] Labels = ["Bug", "bug fix", "Über", "50%", "a_b", "back\\slash", "RED"];
    private static readonly string[] Words = ["Login", "login page", "50% off", "a_b", "back\\slash", "GRÖSSE größe", "\"quoted\"", "Ship it"];
    private static readonly string[] Statuses = ["todo", "in_progress", "done", "cancelled", "waiting"];
    private static readonly string[] Zones = ["Asia/Tokyo", "America/New_York", "UTC"];

    private static readonly (string Name, string Type)[] CustomFields =
        [("Cost", "money"), ("Stars", "rating"), ("Ship on", "date"), ("Stage", "choice"), ("Tags", "choices"), ("Lead", "person"), ("Urgent", "checkbox"), ("Note \"x\"", "text")];

    private readonly Random _random;
    private readonly Guid[] _people;
    private readonly ProjectCopy[] _projects;
    private readonly (Guid Id, Guid ProjectId, string Name)[] _milestones;
    private readonly Cycle[] _cycles;
    private readonly (Guid Id, Guid ProjectId, string Name, string Type)[] _fields;

    public SomeTasks(int seed)
    {
        (Seed, _random) = (seed, new Random(seed));
        _people = [.. Enumerable.Range(0, 4).Select(_ => NewId())];
        _projects = [.. Zones.Select((zone, i) => new ProjectCopy
        {
            Id = NewId(), WorkspaceId = NewId(), Key = $"PR{i}", Name = "Project", State = "active", TimeZone = zone, Version = 1,
            WorkflowJson = Workflow.Serialize([.. Statuses.Select((s, n) => new Contracts.Projects.WorkflowState(s, s, "started", n, []))]),
        })];
        _milestones = [.. Enumerable.Range(0, 9).Select(i => (NewId(), _projects[i % 3].Id, Pick("Beta", "Go-live 2", "Größe")))];
        _cycles = [.. Enumerable.Range(0, 12).Select(i => NewCycle(_projects[i % 3], Pick("Sprint 1", "current", "Größe")))];
        _fields = [.. from project in _projects from field in CustomFields select (NewId(), project.Id, field.Name, field.Type)];
        Tasks = [.. Enumerable.Range(0, Count).Select(NewTask)];
        foreach (var task in Tasks.Where(_ => _random.Next(4) == 0))
        {
            var parent = Tasks[_random.Next(Count)];
            task.ParentId = parent.ProjectId == task.ProjectId ? parent.Id : null;
        }

        // Later ones wait for earlier ones, some of them from the project that the caller does not see.
        Blocks = [.. Enumerable.Range(0, Count / 2).Select(_ => _random.Next(Count - 1))
            .Select(first => (Tasks[first].Id, Tasks[_random.Next(first + 1, Count)].Id)).Distinct()];
        var custom = from field in CustomFields
                     let ids = _fields.Where(f => f.Name == field.Name && f.ProjectId != _projects[2].Id).Select(f => f.Id)
                     select new CustomQueryField(field.Type, [.. ids]) { TaskTypes = ids.ToDictionary(id => id, _ => TypesOf(field.Name)) }.FieldNamed(field.Name);
        Queries = new RandomQueries(_random, [.. TaskQueryFields.All, .. custom], Operand);
    }

    /// <summary>A Sunday morning in New York, in the night to Monday in Tokyo.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 8, 15, 30, 0, TimeSpan.Zero);

    public int Seed { get; }

    public RandomQueries Queries { get; }

    public Guid Caller => _people[0];

    public TaskItem[] Tasks { get; }

    /// <summary>Which task blocks which.</summary>
    private (Guid From, Guid To)[] Blocks { get; }

    /// <summary>The ids of the visible tasks for which the condition holds, as memory sees it.</summary>
    public IEnumerable<Guid> Evaluate(Query query) =>
        from task in Tasks
        let project = ProjectOf(task)
        where project != _projects[2] && task.DeletedAt is null
        let parent = Tasks.FirstOrDefault(t => t.Id == task.ParentId)
        where Evaluator.Holds(
            query.Where,
            new QueriedTask(task, project, [project.Key], parent?.Number, _milestones.FirstOrDefault(m => m.Id == task.MilestoneId).Name, [.. CyclesOf(task)], IsBlocked(task), DifficultyOf(task), Now),
            new EvaluationContext(Caller, Now, TimeZones.Find(project.TimeZone)))
        select task.Id;

    /// <summary>Each task stands in none, one or several cycles of its project; which is told by its number.</summary>
    private IEnumerable<Cycle> CyclesOf(TaskItem task) => _cycles.Where(c => c.ProjectId == task.ProjectId).Where((_, i) => task.Number % (i + 2) == 0);

    /// <summary>The custom fields of a project.</summary>
    public IEnumerable<(Guid Id, string Name, string Type)> FieldsOf(Guid projectId) => _fields.Where(f => f.ProjectId == projectId).Select(f => (f.Id, f.Name, f.Type));

    /// <summary>The same as the statements know them.</summary>
    public IEnumerable<KnownField> KnownFieldsOf(Guid projectId) =>
        FieldsOf(projectId).Select(f => new KnownField(f.Id, projectId, f.Name, f.Type) { TaskTypes = TypesOf(f.Name) });

    public bool IsBlocked(TaskItem task) =>
        task.CompletedAt is null && Blocks.Any(b => b.To == task.Id && Tasks.Single(t => t.Id == b.From) is { CompletedAt: null, DeletedAt: null });

    private DifficultyAmounts DifficultyOf(TaskItem task)
    {
        var parts = Tasks.Where(t => t.ParentId == task.Id && t.DeletedAt is null && t.StatusCategory != StatusCategory.Cancelled).Sum(t => t.EstimateMinutes ?? 0);
        var linked = Blocks.Where(b => b.From == task.Id).Select(b => b.To).Concat(Blocks.Where(b => b.To == task.Id).Select(b => b.From));
        return new(
            Math.Max(task.EstimateMinutes ?? 0, parts),
            task.Steps.Length + task.SubtaskCount,
            linked.Count(id => Tasks.Single(t => t.Id == id).DeletedAt is null),
            task.AssigneeIds.Length);
    }

    public ProjectCopy ProjectOf(TaskItem task) => _projects.Single(p => p.Id == task.ProjectId);

    private Cycle NewCycle(ProjectCopy project, string name)
    {
        var start = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(_random.Next(-6, 3));
        return new Cycle
        {
            Id = NewId(),
            ProjectId = project.Id,
            WorkspaceId = project.WorkspaceId,
            Name = name,
            StartDate = start,
            EndDate = start.AddDays(_random.Next(7)),
            ClosedAt = _random.Next(4) == 0 ? Now : null,
            CreatedAt = Now,
            Version = 1,
        };
    }

    private TaskItem NewTask(int index)
    {
        var project = _projects[index % 3];
        var status = Pick(Statuses);
        var task = new TaskItem
        {
            Id = NewId(),
            ProjectId = project.Id,
            WorkspaceId = project.WorkspaceId,
            // Two of three stand behind those that are looked through without an index.
            Number = (index / 3) + 1 + (index % 9 < 3 ? 0 : TaskText.LookedThrough),
            Title = Pick(Words),
            Description = _random.Next(3) == 0 ? "" : string.Join(' ', Pick(Words), Pick(Words)),
            Status = status,
            StatusCategory = Pick([.. StatusCategory.All]),
            Type = Pick("task", "bug", "feature"),
            Priority = (TaskPriority)_random.Next(5),
            Difficulty = _random.Next(3) == 0 ? null : (short)_random.Next(1, 11),
            EstimateMinutes = _random.Next(3) == 0 ? null : _random.Next(12) * (_random.Next(3) == 0 ? 500 : 1),
            Start = SomeMoment(),
            Due = SomeMoment(),
            Deadline = SomeMoment(),
            DurationMinutes = _random.Next(3) == 0 ? null : _random.Next(12),
            CompletedAt = _random.Next(3) == 0 ? SomeInstant() : null,
            AssigneeIds = Some(_people),
            WatcherIds = Some(_people),
            ReporterId = Pick(_people),
            Labels = Some(Labels),
            Rank = $"a{index:000}",
            MilestoneId = _random.Next(2) == 0 ? null : Pick(_milestones.Where(m => m.ProjectId == project.Id).ToArray()).Id,
            DeletedAt = _random.Next(20) == 0 ? Now : null,
            CreatedAt = SomeInstant(),
            UpdatedAt = SomeInstant(),
            Version = 1,
            SubtaskCount = _random.Next(2) * 3,
            Steps = [.. Enumerable.Range(0, _random.Next(4)).Select(i => new TaskStep(NewId(), $"Step {i}", _random.Next(2) == 0, null, null, false))],
        };
        task.SubtaskDoneCount = task.SubtaskCount == 0 ? 0 : _random.Next(4);
        task.CustomJson = SomeValues(project.Id);
        task.PlaceDates(TimeZones.Find(project.TimeZone));
        return task;
    }

    /// <summary>Values that others have of these are hidden.</summary>
    private static string[] TypesOf(string field) => field is "Cost" or "Tags" or "Lead" ? ["bug", "feature"] : [];

    private string? SomeValues(Guid projectId)
    {
        var values = _fields.Where(f => f.ProjectId == projectId && _random.Next(3) > 0)
            .ToDictionary(f => f.Id.ToString(), f => (object)(f.Type switch
            {
                "money" => _random.Next(4) == 0 ? 2.5m : _random.Next(-1, 12),
                "rating" => _random.Next(1, 6),
                "date" => Now.AddDays(_random.Next(-20, 20)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                "choices" => Some(Labels),
                "person" => Pick(_people),
                "checkbox" => _random.Next(2) == 0,
                _ => Pick(Words),
            }), StringComparer.Ordinal);
        return values.Count == 0 ? null : System.Text.Json.JsonSerializer.Serialize(values);
    }

    private Moment? SomeMoment() => _random.Next(4) switch
    {
        0 => null,
        1 => Moment.At(SomeInstant()),
        _ => Moment.On(DateOnly.FromDateTime(Now.UtcDateTime).AddDays(_random.Next(-20, 20))),
    };

    /// <summary>Often exactly the beginning of a day somewhere.</summary>
    private DateTimeOffset SomeInstant() => _random.Next(2) == 0
        ? Now.AddMinutes(_random.Next(-20_000, 20_000))
        : new DateTimeOffset(Now.Date, TimeSpan.Zero).AddDays(_random.Next(-8, 8)).AddHours(Pick(0, 4, 5, 15));

    private T[] Some<T>(T[] pool) => [.. pool.Where(_ => _random.Next(4) == 0)];

    private T Pick<T>(params T[] pool) => pool[_random.Next(pool.Length)];

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
