namespace Waymark.Tasks.Model.Recurring;

/// <summary>
/// A rule with what makes moments of it: a start, a time zone, exceptions. From a calendar date come calendar dates; from an
/// instant come instants at the same time of the wall clock, whatever the offset. The start itself counts only when the rule
/// matches it. Pure: the same question has the same answer at any time.
/// </summary>
internal sealed record Recurrence(RecurrenceRule Rule, Moment Start, TimeZoneInfo Zone)
{
    /// <summary>EXDATE: occurrences left out; a date leaves out its whole day. They still count where the rule has a COUNT.</summary>
    public IReadOnlyCollection<Moment> Excluded { get; init; } = [];

    /// <summary>RDATE: moments that recur beside the rule, whatever its end.</summary>
    public IReadOnlyCollection<Moment> Added { get; init; } = [];

    internal WallClock Clock { get; } = new(Zone);

    /// <summary>All occurrences in ascending order, each once; made as they are asked for, and never behind the year 2200.</summary>
    public IEnumerable<Moment> Occurrences() => Without(With(OfRule(from: null)));

    /// <summary>The occurrences behind a moment.</summary>
    public IEnumerable<Moment> After(Moment moment)
    {
        var from = Like(moment);
        return Without(With(OfRule(from))).SkipWhile(o => Compare(o, from) <= 0);
    }

    /// <summary>
    /// The next occurrence where the interval counts from the completion; null when the series has ended. See
    /// <see cref="AfterCompletion"/>.
    /// </summary>
    /// <param name="completedAt">When the last one was done.</param>
    /// <param name="made">How many occurrences there have been, for a rule with a COUNT.</param>
    public Moment? NextAfterCompletion(DateTimeOffset completedAt, int made = 0) =>
        made < (Rule.Count ?? int.MaxValue)
            ? Without(AfterCompletion.Candidates(this, completedAt).TakeWhile(IsBeforeEnd)).Select(m => (Moment?)m).FirstOrDefault()
            : null;

    /// <summary>A time of the wall clock as a moment of the start's kind, and whether the clock skips that time.</summary>
    internal (Moment Moment, bool IsSkipped) MomentAt(DateTime local)
    {
        if (Start.Date is not null)
        {
            return (Moment.On(DateOnly.FromDateTime(local)), false);
        }

        var (instant, isSkipped) = Clock.Find(local);
        return (Moment.At(instant), isSkipped);
    }

    /// <summary>What the wall clock shows at a moment; midnight for a date.</summary>
    internal DateTime LocalOf(Moment moment) => moment.Date?.ToDateTime(TimeOnly.MinValue) ?? Clock.Read(moment.Instant!.Value);

    private IEnumerable<Moment> OfRule(Moment? from)
    {
        var start = LocalOf(Start);
        var walk = new RuleWalk(Start.Date is null ? Rule : Rule.WithoutTimes(), start, anchor: start);
        // A count needs every occurrence; without one a day's margin is enough for any time change.
        var first = from is { } moment && Rule.Count is null ? LocalOf(moment).AddDays(-1) : start;
        return InOrder(walk.From(first)).TakeWhile(IsBeforeEnd).Take(Rule.Count ?? int.MaxValue);
    }

    private bool IsBeforeEnd(Moment moment) => Rule.Until?.IsBefore(moment, Clock) != true;

    /// <summary>
    /// Makes moments of wall-clock times. Those that the clock skips come up later than they stand, so they wait until their
    /// turn; two that fall on one instant are one occurrence.
    /// </summary>
    private IEnumerable<Moment> InOrder(IEnumerable<DateTime> times)
    {
        var waiting = new Queue<Moment>();
        Moment? last = null;
        foreach (var time in times)
        {
            var (moment, isSkipped) = MomentAt(time);
            if (isSkipped)
            {
                waiting.Enqueue(moment);
                continue;
            }

            while (waiting.TryPeek(out var first) && Compare(first, moment) < 0)
            {
                yield return waiting.Dequeue();
                last = first;
            }

            if (waiting.TryPeek(out var same) && same == moment)
            {
                waiting.Dequeue();
            }

            if (last is null || Compare(moment, last.Value) > 0)
            {
                yield return moment;
                last = moment;
            }
        }

        while (waiting.TryDequeue(out var moment))
        {
            yield return moment;
        }
    }

    private IEnumerable<Moment> With(IEnumerable<Moment> occurrences)
    {
        if (Added.Count == 0)
        {
            return occurrences;
        }

        var added = Added.Select(Like).Distinct().Order(Comparer<Moment>.Create(Compare)).ToList();
        return Merge(occurrences, added);
    }

    private static IEnumerable<Moment> Merge(IEnumerable<Moment> occurrences, List<Moment> added)
    {
        var next = 0;
        foreach (var occurrence in occurrences)
        {
            for (; next < added.Count && Compare(added[next], occurrence) < 0; next++)
            {
                yield return added[next];
            }

            next += next < added.Count && Compare(added[next], occurrence) == 0 ? 1 : 0;
            yield return occurrence;
        }

        for (; next < added.Count; next++)
        {
            yield return added[next];
        }
    }

    private IEnumerable<Moment> Without(IEnumerable<Moment> occurrences)
    {
        if (Excluded.Count == 0)
        {
            return occurrences;
        }

        var instants = Excluded.Where(m => m.Instant is not null && Start.Instant is not null).ToHashSet();
        var dates = Excluded.Where(m => m.Date is not null || Start.Date is not null).Select(m => LocalOf(m).Date).ToHashSet();
        return occurrences.Where(o => !instants.Contains(o) && !dates.Contains(LocalOf(o).Date));
    }

    /// <summary>A moment in the form of the start: an instant's day, or a day at the start's time of the clock.</summary>
    private Moment Like(Moment moment) => (Start.Date is not null, moment.Date) switch
    {
        (true, null) => Moment.On(DateOnly.FromDateTime(LocalOf(moment))),
        (false, { } date) => MomentAt(date.ToDateTime(TimeOnly.FromDateTime(LocalOf(Start)))).Moment,
        _ => moment,
    };

    /// <summary>Orders two moments of one kind.</summary>
    private static int Compare(Moment one, Moment other) => one.Date is { } date
        ? date.CompareTo(other.Date!.Value)
        : one.Instant!.Value.CompareTo(other.Instant!.Value);
}
