using System.Runtime.InteropServices;

namespace Waymark.Tasks.Model.Scheduling;

/// <summary>What a link ties together: an end of the predecessor and an end of the successor.</summary>
internal enum LinkKind : byte
{
    FinishToStart,
    StartToStart,
    FinishToFinish,
    StartToFinish,
}

/// <summary>A dependency of the schedule.</summary>
/// <param name="Predecessor">The task that comes first.</param>
/// <param name="Successor">The task that waits for it.</param>
/// <param name="Kind">Which ends are tied.</param>
/// <param name="Lag">Working minutes that have to lie between; negative where they may overlap.</param>
internal readonly record struct Link(int Predecessor, int Successor, LinkKind Kind = LinkKind.FinishToStart, int Lag = 0);

/// <summary>A task as the schedule sees it.</summary>
/// <param name="Minutes">Its duration in working minutes; zero for what only has to be reached.</param>
/// <param name="NotBefore">It may not start earlier.</param>
/// <param name="FixedStart">It starts then, whatever its links say; what they miss is named as a conflict.</param>
/// <param name="Due">It is wished to be finished then; that shortens its slack and moves nothing.</param>
/// <param name="Priority">The higher is served first when people are short.</param>
/// <param name="Deadline">It has to be finished then; that shortens its slack as well, and what cannot be kept is told.</param>
internal readonly record struct PlannedTask(
    int Minutes, DateTimeOffset? NotBefore = null, DateTimeOffset? FixedStart = null, DateTimeOffset? Due = null, int Priority = 0,
    DateTimeOffset? Deadline = null);

/// <summary>A person's working time within the calendar of the project.</summary>
/// <param name="MinutesADay">How much of a working day, from its beginning; more than the calendar has means all of it.</param>
/// <param name="DaysOff">Days without any.</param>
internal sealed record PersonCapacity(int MinutesADay, IReadOnlySet<DateOnly>? DaysOff = null)
{
    public int MinutesADay { get; } = MinutesADay > 0 ? MinutesADay : throw new ArgumentOutOfRangeException(nameof(MinutesADay), "A person who never works cannot be planned.");
}

/// <summary>What is to be scheduled. Tasks, links and people are numbered in the order in which they are added.</summary>
internal sealed class ProjectPlan(WorkingCalendar calendar, DateTimeOffset start)
{
    private readonly List<PlannedTask> _tasks = [];
    private readonly List<Link> _links = [];
    private readonly List<PersonCapacity> _people = [];
    private readonly List<(int Task, int Person)> _assignments = [];

    public WorkingCalendar Calendar { get; } = calendar;

    /// <summary>Nothing starts before, save what has a fixed start.</summary>
    public DateTimeOffset Start { get; } = start;

    public ReadOnlySpan<PlannedTask> Tasks => CollectionsMarshal.AsSpan(_tasks);

    public ReadOnlySpan<Link> Links => CollectionsMarshal.AsSpan(_links);

    public IReadOnlyList<PersonCapacity> People => _people;

    public ReadOnlySpan<(int Task, int Person)> Assignments => CollectionsMarshal.AsSpan(_assignments);

    /// <returns>The task's number.</returns>
    public int Add(PlannedTask task)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(task.Minutes, nameof(task));
        _tasks.Add(task);
        return _tasks.Count - 1;
    }

    public void Add(Link link)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)link.Predecessor, (uint)_tasks.Count, nameof(link));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)link.Successor, (uint)_tasks.Count, nameof(link));
        _links.Add(link);
    }

    /// <returns>The person's number.</returns>
    public int Add(PersonCapacity person)
    {
        _people.Add(person);
        return _people.Count - 1;
    }

    /// <summary>Makes a task a person's work: all of their time while it runs.</summary>
    public void Assign(int task, int person)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)task, (uint)_tasks.Count, nameof(task));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)person, (uint)_people.Count, nameof(person));
        _assignments.Add((task, person));
    }

    /// <summary>The same plan with one task changed.</summary>
    public ProjectPlan With(int task, PlannedTask changed)
    {
        var plan = new ProjectPlan(Calendar, Start);
        plan._tasks.AddRange(_tasks);
        plan._tasks[task] = changed;
        plan._links.AddRange(_links);
        plan._people.AddRange(_people);
        plan._assignments.AddRange(_assignments);
        return plan;
    }

    /// <summary>The earliest instant that the plan names: its working time begins with that day.</summary>
    public DateTimeOffset FirstInstant()
    {
        var first = Start;
        foreach (ref readonly var task in Tasks)
        {
            first = Earlier(Earlier(Earlier(first, task.FixedStart), task.Due), task.Deadline);
        }

        return first;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}
