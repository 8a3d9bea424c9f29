namespace Waymark.Tasks.Model.Scheduling;

/// <summary>A person's booked stretches of working time, apart from each other and in ascending order.</summary>
internal sealed class BusyTime
{
    private readonly List<long> _from = [];
    private readonly List<long> _to = [];

    /// <summary>Where the first booked stretch that meets this one ends; null when all of it is free.</summary>
    public long? EndOfClash(long from, long to)
    {
        var i = FirstEndingBehind(from);
        return i < _from.Count && _from[i] < to ? _to[i] : null;
    }

    /// <summary>Books a stretch; what touches it becomes one with it, so that work without gaps stays one stretch.</summary>
    public void Book(long from, long to)
    {
        var first = FirstEndingBehind(from - 1);
        var behind = first;
        while (behind < _from.Count && _from[behind] <= to)
        {
            (from, to) = (Math.Min(from, _from[behind]), Math.Max(to, _to[behind]));
            behind++;
        }

        if (behind == first)
        {
            _from.Insert(first, from);
            _to.Insert(first, to);
            return;
        }

        (_from[first], _to[first]) = (from, to);
        _from.RemoveRange(first + 1, behind - first - 1);
        _to.RemoveRange(first + 1, behind - first - 1);
    }

    private int FirstEndingBehind(long position)
    {
        var i = _to.BinarySearch(position);
        return i >= 0 ? i + 1 : ~i;
    }
}
