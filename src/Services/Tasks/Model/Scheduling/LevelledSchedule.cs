using Urgency = (int Priority, long Slack, long Latest, int Task);

namespace Waymark.Tasks.Model.Scheduling;

/// <summary>
/// A schedule in which nobody works on two tasks at once or longer than their capacity. Tasks are placed one after the other,
/// each as early as its links and its assignees' time allow: first those of higher priority, then of less slack, then of the
/// earlier latest start, then in the order of the plan. A task runs without interruption but for the time in which an
/// assignee does not work, so part-time makes it longer; its assignees work on it together. What becomes of deadlines is told,
/// for nobody works longer to keep one.
/// </summary>
internal sealed class LevelledSchedule
{
    private readonly Schedule _schedule;
    private readonly long[] _start;
    private readonly long[] _finish;
    private readonly List<int> _overbooked = [];

    private LevelledSchedule(Schedule schedule)
    {
        var tasks = schedule.Plan.Tasks.Length;
        (_schedule, _start, _finish) = (schedule, new long[tasks], new long[tasks]);
    }

    /// <summary>The position at which the last task is finished.</summary>
    public long End { get; private set; }

    /// <summary>Tasks with a fixed start at which an assignee is busy with another one.</summary>
    public IReadOnlyList<int> Overbooked => _overbooked;

    /// <summary>Starts as positions in working time.</summary>
    internal ReadOnlySpan<long> Starts => _start;

    /// <summary>Finishes as positions in working time.</summary>
    internal ReadOnlySpan<long> Finishes => _finish;

    /// <summary>Levels a schedule.</summary>
    public static LevelledSchedule Of(Schedule schedule)
    {
        var levelled = new LevelledSchedule(schedule);
        levelled.Place(new PeopleTime(schedule));
        return levelled;
    }

    /// <summary>When a task starts and is finished.</summary>
    public (DateTimeOffset Start, DateTimeOffset Finish) TimesOf(int task) => _finish[task] > _start[task]
        ? (_schedule.Time.StartAt(_start[task]), _schedule.Time.FinishAt(_finish[task]))
        : _schedule.InstantsOf(task, _start[task]);

    /// <summary>The working time by which a task misses its deadline.</summary>
    public long MissedMinutesOf(int task) => _schedule.MissedMinutes(task, _finish[task]);

    private void Place(PeopleTime people)
    {
        var tasks = _schedule.Plan.Tasks;
        var links = _schedule.Plan.Links;
        _schedule.Earliest.CopyTo(_start);
        BookFixed(people);
        var waits = new int[tasks.Length];
        foreach (ref readonly var link in links)
        {
            waits[link.Successor]++;
        }

        var ready = new PriorityQueue<int, Urgency>();
        for (var i = 0; i < tasks.Length; i++)
        {
            if (waits[i] == 0)
            {
                ready.Enqueue(i, UrgencyOf(i));
            }
        }

        while (ready.TryDequeue(out var task, out _))
        {
            if (tasks[task].FixedStart is null)
            {
                (_start[task], _finish[task]) = people.Take(task, _start[task]);
            }

            End = Math.Max(End, _finish[task]);
            foreach (var number in _schedule.Graph.From(task))
            {
                ref readonly var link = ref links[number];
                Push(link, tasks);
                if (--waits[link.Successor] == 0)
                {
                    ready.Enqueue(link.Successor, UrgencyOf(link.Successor));
                }
            }
        }
    }

    /// <summary>What is fixed takes its assignees' time before anybody else can.</summary>
    private void BookFixed(PeopleTime people)
    {
        var tasks = _schedule.Plan.Tasks;
        for (var i = 0; i < tasks.Length; i++)
        {
            if (tasks[i].FixedStart is null)
            {
                continue;
            }

            _finish[i] = people.FinishOf(i, _start[i]);
            if (!people.TryBook(i, _start[i], _finish[i]))
            {
                _overbooked.Add(i);
            }
        }
    }

    /// <summary>A successor's finish lies at least its duration behind its start, so a bound on it is one on the start.</summary>
    private void Push(in Link link, ReadOnlySpan<PlannedTask> tasks)
    {
        if (tasks[link.Successor].FixedStart is not null)
        {
            return;
        }

        var from = link.Kind is LinkKind.FinishToStart or LinkKind.FinishToFinish ? _finish[link.Predecessor] : _start[link.Predecessor];
        var duration = link.Kind is LinkKind.FinishToFinish or LinkKind.StartToFinish ? tasks[link.Successor].Minutes : 0;
        _start[link.Successor] = Math.Max(_start[link.Successor], from + link.Lag - duration);
    }

    private Urgency UrgencyOf(int task) => (-_schedule.Plan.Tasks[task].Priority, _schedule.SlackOf(task), _schedule.Latest[task], task);
}
