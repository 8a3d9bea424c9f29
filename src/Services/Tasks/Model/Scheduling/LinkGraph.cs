namespace Waymark.Tasks.Model.Scheduling;

/// <summary>
/// The links of a plan as three flat arrays, grouped by predecessor, and an order of the tasks in which every link points
/// forward. As a task's duration is known, every kind of link says the same: the successor starts at least so many minutes
/// after the predecessor's start.
/// </summary>
internal sealed class LinkGraph
{
    private readonly int[] _first;
    private readonly int[] _links;
    private readonly int[] _order;

    public LinkGraph(ProjectPlan plan)
    {
        var tasks = plan.Tasks.Length;
        var links = plan.Links;
        _first = new int[tasks + 1];
        _links = new int[links.Length];
        _order = new int[tasks];
        foreach (ref readonly var link in links)
        {
            _first[link.Predecessor + 1]++;
        }

        for (var i = 0; i < tasks; i++)
        {
            _first[i + 1] += _first[i];
        }

        var next = _first.AsSpan(0, tasks).ToArray();
        for (var i = 0; i < links.Length; i++)
        {
            _links[next[links[i].Predecessor]++] = i;
        }

        Cycle = Sort(links);
    }

    /// <summary>The tasks, predecessors before successors.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>A cycle: tasks of which each waits for the one before it and the first for the last; empty when there is none.</summary>
    public IReadOnlyList<int> Cycle { get; }

    /// <summary>The numbers of the links that leave a task.</summary>
    public ReadOnlySpan<int> From(int task) => _links.AsSpan(_first[task], _first[task + 1] - _first[task]);

    /// <summary>The least distance between the starts of a link's two tasks.</summary>
    public static long Distance(in Link link, ReadOnlySpan<PlannedTask> tasks) => link.Lag + link.Kind switch
    {
        LinkKind.FinishToStart => tasks[link.Predecessor].Minutes,
        LinkKind.StartToStart => 0L,
        LinkKind.FinishToFinish => (long)tasks[link.Predecessor].Minutes - tasks[link.Successor].Minutes,
        _ => -(long)tasks[link.Successor].Minutes,
    };

    /// <summary>Takes the tasks that wait for nothing more, one after the other.</summary>
    private List<int> Sort(ReadOnlySpan<Link> links)
    {
        var waits = new int[_order.Length];
        foreach (ref readonly var link in links)
        {
            waits[link.Successor]++;
        }

        var (taken, found) = (0, 0);
        for (var i = 0; i < waits.Length; i++)
        {
            if (waits[i] == 0)
            {
                _order[found++] = i;
            }
        }

        for (; taken < found; taken++)
        {
            foreach (var link in From(_order[taken]))
            {
                if (--waits[links[link].Successor] == 0)
                {
                    _order[found++] = links[link].Successor;
                }
            }
        }

        return found == waits.Length ? [] : FindCycle(links, waits);
    }

    /// <summary>Whoever still waits, waits for somebody who still waits: going back from one to the next must come round.</summary>
    private static List<int> FindCycle(ReadOnlySpan<Link> links, int[] waits)
    {
        var waitsFor = new int[waits.Length];
        for (var i = links.Length - 1; i >= 0; i--)
        {
            if (waits[links[i].Predecessor] > 0 && waits[links[i].Successor] > 0)
            {
                waitsFor[links[i].Successor] = links[i].Predecessor;
            }
        }

        var seen = new bool[waits.Length];
        var task = Array.FindIndex(waits, w => w > 0);
        for (; !seen[task]; task = waitsFor[task])
        {
            seen[task] = true;
        }

        var cycle = new List<int> { task };
        for (var before = waitsFor[task]; before != task; before = waitsFor[before])
        {
            cycle.Add(before);
        }

        cycle.Reverse();
        var least = cycle.IndexOf(cycle.Min());
        return [.. cycle[least..], .. cycle[..least]];
    }
}
