namespace Waymark.Tasks.Model.Linking;

/// <summary>Finds ways along dependencies.</summary>
internal static class DependencyWays
{
    /// <summary>A shortest way from one task to another, both included; empty when there is none.</summary>
    public static IReadOnlyList<Guid> Shortest(Guid from, Guid to, IEnumerable<(Guid From, Guid To)> dependencies)
    {
        var behind = dependencies.ToLookup(d => d.From, d => d.To);
        var cameFrom = new Dictionary<Guid, Guid> { [from] = from };
        var open = new Queue<Guid>([from]);
        while (open.TryDequeue(out var task) && task != to)
        {
            foreach (var next in behind[task])
            {
                if (cameFrom.TryAdd(next, task))
                {
                    open.Enqueue(next);
                }
            }
        }

        if (!cameFrom.ContainsKey(to))
        {
            return [];
        }

        var way = new List<Guid> { to };
        while (way[^1] != from)
        {
            way.Add(cameFrom[way[^1]]);
        }

        way.Reverse();
        return way;
    }
}
