using System.Diagnostics.CodeAnalysis;

namespace Waymark.Tasks.Model.Scheduling;

/// <summary>When a task can be and has to be worked on.</summary>
/// <param name="EarliestStart">As soon as its links, its own start and the project's allow.</param>
/// <param name="EarliestFinish">Its duration later.</param>
/// <param name="LatestStart">The latest that delays neither the project's end nor a due date, a deadline or a fixed start.</param>
/// <param name="LatestFinish">Its duration later.</param>
/// <param name="SlackMinutes">Working time between earliest and latest.</param>
/// <param name="IsCritical">Whether there is no slack.</param>
/// <param name="LateMinutes">Working time by which the due date is missed.</param>
/// <param name="MissedMinutes">Working time by which the deadline is missed.</param>
internal readonly record struct TaskTimes(
    DateTimeOffset EarliestStart,
    DateTimeOffset EarliestFinish,
    DateTimeOffset LatestStart,
    DateTimeOffset LatestFinish,
    long SlackMinutes,
    bool IsCritical,
    long LateMinutes,
    long MissedMinutes);

/// <summary>A link that a fixed start does not respect.</summary>
/// <param name="Link">The number of the link.</param>
/// <param name="MissingMinutes">Working time by which the successor starts too early.</param>
internal readonly record struct LinkConflict(int Link, long MissingMinutes);

/// <summary>
/// The critical path method: one pass through the links forward, one backward, both over flat arrays of positions in
/// working time. Equal plans have equal schedules.
/// </summary>
internal sealed class Schedule
{
    private const int Nobody = -1;

    private readonly long[] _earliest;
    private readonly long[] _latest;
    private readonly long[] _due;
    private readonly long[] _deadlines;
    private readonly int[] _drivers;
    private readonly long _start;
    private readonly List<LinkConflict> _conflicts = [];

    private Schedule(ProjectPlan plan, LinkGraph graph, WorkingTime time)
    {
        var tasks = plan.Tasks.Length;
        (Plan, Graph, Time) = (plan, graph, time);
        (_earliest, _latest, _due, _deadlines, _drivers) = (new long[tasks], new long[tasks], new long[tasks], new long[tasks], new int[tasks]);
        _start = time.PositionFrom(plan.Start);
        End = _start;
        Place();
        PassForward();
        PassBackward();
    }

    public ProjectPlan Plan { get; }

    /// <summary>The position at which the last task is finished.</summary>
    public long End { get; private set; }

    /// <summary>When the last task is finished.</summary>
    public DateTimeOffset Finish => Time.FinishAt(End);

    /// <summary>Links that fixed starts do not respect.</summary>
    public IReadOnlyList<LinkConflict> Conflicts => _conflicts;

    internal LinkGraph Graph { get; }

    internal WorkingTime Time { get; }

    /// <summary>Earliest starts as positions.</summary>
    internal ReadOnlySpan<long> Earliest => _earliest;

    /// <summary>Latest starts as positions.</summary>
    internal ReadOnlySpan<long> Latest => _latest;

    /// <summary>Calculates a schedule.</summary>
    /// <param name="plan">What is to be scheduled.</param>
    /// <param name="schedule">The schedule; null when the links go round in a circle.</param>
    /// <param name="cycle">The tasks of one such circle, each waiting for the one before it.</param>
    public static bool TryCalculate(ProjectPlan plan, [NotNullWhen(true)] out Schedule? schedule, out IReadOnlyList<int> cycle) =>
        TryCalculate(plan, new WorkingTime(plan.Calendar, plan.FirstInstant()), out schedule, out cycle);

    internal static bool TryCalculate(ProjectPlan plan, WorkingTime time, [NotNullWhen(true)] out Schedule? schedule, out IReadOnlyList<int> cycle)
    {
        var graph = new LinkGraph(plan);
        cycle = graph.Cycle;
        schedule = cycle.Count == 0 ? new Schedule(plan, graph, time) : null;
        return schedule is not null;
    }

    /// <summary>The working minutes that a task may be late without delaying anything.</summary>
    public long SlackOf(int task) => _latest[task] - _earliest[task];

    /// <summary>The times of a task.</summary>
    public TaskTimes TimesOf(int task)
    {
        var slack = SlackOf(task);
        var (earliestStart, earliestFinish) = InstantsOf(task, _earliest[task]);
        var (latestStart, latestFinish) = slack == 0 ? (earliestStart, earliestFinish) : InstantsOf(task, _latest[task]);
        var finish = _earliest[task] + Plan.Tasks[task].Minutes;
        return new TaskTimes(
            earliestStart, earliestFinish, latestStart, latestFinish, slack, slack == 0, Math.Max(0, finish - _due[task]), MissedMinutes(task, finish));
    }

    /// <summary>The working time by which a task misses its deadline when it is finished at a position; none where it has no deadline.</summary>
    public long MissedMinutes(int task, long finish) => Math.Max(0, finish - _deadlines[task]);

    /// <summary>A chain of tasks without slack that makes the project as long as it is, first to last; empty for no tasks.</summary>
    public IReadOnlyList<int> CriticalPath()
    {
        var path = new List<int>();
        var tasks = Plan.Tasks;
        for (var i = 0; i < tasks.Length && path.Count == 0; i++)
        {
            if (_earliest[i] + tasks[i].Minutes == End)
            {
                path.Add(i);
            }
        }

        while (path.Count > 0 && _drivers[path[^1]] is var driver && driver != Nobody)
        {
            path.Add(driver);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Start and finish of a task that starts at a position.</summary>
    internal (DateTimeOffset Start, DateTimeOffset Finish) InstantsOf(int task, long position)
    {
        ref readonly var planned = ref Plan.Tasks[task];
        if (planned.Minutes > 0)
        {
            return (Time.StartAt(position), Time.FinishAt(position + planned.Minutes));
        }

        // Without duration it is one instant: the evening on which all is done, unless it has to wait for the next morning itself.
        var evening = Time.FinishAt(position);
        var isTooEarly = planned.FixedStart is { } fixedStart ? evening < fixedStart : evening < Plan.Start || evening < planned.NotBefore;
        var at = isTooEarly ? Time.StartAt(position) : evening;
        return (at, at);
    }

    /// <summary>Where each task stands when links are not looked at.</summary>
    private void Place()
    {
        var tasks = Plan.Tasks;
        for (var i = 0; i < tasks.Length; i++)
        {
            _earliest[i] = tasks[i] switch
            {
                { FixedStart: { } at } => Time.PositionFrom(at),
                { NotBefore: { } at } => Math.Max(_start, Time.PositionFrom(at)),
                _ => _start,
            };
            _due[i] = tasks[i].Due is { } due ? Time.PositionUntil(due) : long.MaxValue;
            _deadlines[i] = tasks[i].Deadline is { } deadline ? Time.PositionUntil(deadline) : long.MaxValue;
            _drivers[i] = Nobody;
        }
    }

    private void PassForward()
    {
        var tasks = Plan.Tasks;
        var links = Plan.Links;
        foreach (var task in Graph.Order)
        {
            foreach (var number in Graph.From(task))
            {
                ref readonly var link = ref links[number];
                var bound = _earliest[task] + LinkGraph.Distance(link, tasks);
                if (tasks[link.Successor].FixedStart is not null)
                {
                    Compare(number, bound, _earliest[link.Successor]);
                }
                else if (bound > _earliest[link.Successor] || (bound == _earliest[link.Successor] && _drivers[link.Successor] == Nobody))
                {
                    _earliest[link.Successor] = bound;
                    _drivers[link.Successor] = task;
                }
            }

            End = Math.Max(End, _earliest[task] + tasks[task].Minutes);
        }
    }

    private void PassBackward()
    {
        var tasks = Plan.Tasks;
        var links = Plan.Links;
        for (var i = Graph.Order.Length - 1; i >= 0; i--)
        {
            var task = Graph.Order[i];
            // A due date or deadline that is missed already leaves no slack, rather than less than none.
            var wanted = Math.Min(_due[task], _deadlines[task]);
            var latest = Math.Min(End, Math.Max(wanted, _earliest[task] + tasks[task].Minutes)) - tasks[task].Minutes;
            foreach (var number in Graph.From(task))
            {
                ref readonly var link = ref links[number];
                var successor = tasks[link.Successor].FixedStart is null ? _latest[link.Successor] : _earliest[link.Successor];
                var bound = successor - LinkGraph.Distance(link, tasks);
                // Nor does a link that a fixed start does not respect: it leaves none.
                latest = Math.Min(latest, Math.Max(bound, _earliest[task]));
            }

            _latest[task] = latest;
        }
    }

    private void Compare(int link, long bound, long start)
    {
        if (bound > start)
        {
            _conflicts.Add(new LinkConflict(link, bound - start));
        }
    }
}
