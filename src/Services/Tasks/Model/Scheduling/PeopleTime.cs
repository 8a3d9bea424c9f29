namespace Waymark.Tasks.Model.Scheduling;

/// <summary>
/// Who is free when, while a schedule is levelled. A part of a day is its beginning: somebody with four hours works the
/// first four of the calendar's day.
/// </summary>
internal sealed class PeopleTime
{
    private readonly ProjectPlan _plan;
    private readonly WorkingTime _time;
    private readonly BusyTime[] _busy;
    private readonly int[] _first;
    private readonly int[] _assignees;

    public PeopleTime(Schedule schedule)
    {
        (_plan, _time) = (schedule.Plan, schedule.Time);
        _busy = [.. _plan.People.Select(_ => new BusyTime())];
        _first = new int[_plan.Tasks.Length + 1];
        _assignees = new int[_plan.Assignments.Length];
        foreach (var (task, _) in _plan.Assignments)
        {
            _first[task + 1]++;
        }

        for (var i = 0; i < _plan.Tasks.Length; i++)
        {
            _first[i + 1] += _first[i];
        }

        var next = _first.AsSpan().ToArray();
        foreach (var (task, person) in _plan.Assignments)
        {
            _assignees[next[task]++] = person;
        }
    }

    /// <summary>Books the first stretch at or behind a position in which all assignees of a task are free, for as long as it takes.</summary>
    public (long Start, long Finish) Take(int task, long position)
    {
        if (_plan.Tasks[task].Minutes == 0)
        {
            return (position, position);
        }

        while (true)
        {
            var start = FirstWorked(task, position);
            var finish = FinishOf(task, start);
            if (EndOfClash(task, start, finish) is not { } end)
            {
                Book(task, start, finish);
                return (start, finish);
            }

            position = end;
        }
    }

    /// <summary>Books a given stretch; false when an assignee is busy in it, who then has both.</summary>
    public bool TryBook(int task, long start, long finish)
    {
        var isFree = start == finish || EndOfClash(task, start, finish) is null;
        Book(task, start, finish);
        return isFree;
    }

    /// <summary>When a task that starts at a position is finished.</summary>
    public long FinishOf(int task, long start)
    {
        var left = (long)_plan.Tasks[task].Minutes;
        if (IsFullTime(task))
        {
            return start + left;
        }

        for (var day = _time.DayAt(start); ; day++)
        {
            var beginning = _time.BeginningOf(day);
            var (from, to) = (Math.Max(start, beginning), beginning + CapacityOn(task, day));
            if (to - from >= left || _time.IsBehindTheEnd(from))
            {
                return from + left;
            }

            left -= Math.Max(0, to - from);
        }
    }

    /// <summary>The first minute at or behind a position in which every assignee works.</summary>
    private long FirstWorked(int task, long position)
    {
        if (IsFullTime(task))
        {
            return position;
        }

        for (var day = _time.DayAt(position); !_time.IsBehindTheEnd(position); day++)
        {
            var beginning = _time.BeginningOf(day);
            position = Math.Max(position, beginning);
            if (position < beginning + CapacityOn(task, day))
            {
                break;
            }
        }

        return position;
    }

    private bool IsFullTime(int task)
    {
        foreach (var person in Of(task))
        {
            if (IsPartTime(_plan.People[person]) || _plan.People[person].DaysOff is { Count: > 0 })
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPartTime(PersonCapacity person) => person.MinutesADay < _plan.Calendar.LongestDay;

    /// <summary>The minutes of a day in which all assignees of a task work.</summary>
    private long CapacityOn(int task, int day)
    {
        var minutes = _time.BeginningOf(day + 1) - _time.BeginningOf(day);
        foreach (var index in Of(task))
        {
            var person = _plan.People[index];
            minutes = IsPartTime(person) ? Math.Min(minutes, person.MinutesADay) : minutes;
            minutes = person.DaysOff?.Contains(_time.DateOf(day)) == true ? 0 : minutes;
        }

        return minutes;
    }

    private long? EndOfClash(int task, long start, long finish)
    {
        foreach (var person in Of(task))
        {
            if (_busy[person].EndOfClash(start, finish) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    private void Book(int task, long start, long finish)
    {
        if (finish == start)
        {
            return;
        }

        foreach (var person in Of(task))
        {
            _busy[person].Book(start, finish);
        }
    }

    private ReadOnlySpan<int> Of(int task) => _assignees.AsSpan(_first[task], _first[task + 1] - _first[task]);
}
