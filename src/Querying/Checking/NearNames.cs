namespace Waymark.Querying.Checking;

/// <summary>Finds what somebody may have meant.</summary>
public static class NearNames
{
    private const int Most = 3;

    /// <summary>The known names that are a slip or two away from what was written, or that it begins; the nearest first.</summary>
    public static IReadOnlyList<string> Of(string written, IEnumerable<string> known)
    {
        var wanted = written.ToLowerInvariant();
        var tolerance = wanted.Length <= 3 ? 1 : 2;
        return
        [
            .. known.Select(name => (Name: name, Distance: Distance(wanted, name.ToLowerInvariant(), tolerance)))
                .Where(n => n.Distance <= tolerance)
                .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
                .Select(n => n.Name).Distinct(StringComparer.Ordinal).Take(Most),
        ];
    }

    /// <summary>Slips between two names, a swap of neighbours being one; more than <paramref name="limit"/> where it is no matter.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (a.Length >= 3 && b.StartsWith(a, StringComparison.Ordinal))
        {
            return limit;
        }

        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var rows = (Last: new int[b.Length + 1], Previous: new int[b.Length + 1], Current: new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            rows.Previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            rows.Current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows.Current[j - 1], rows.Previous[j]) + 1, rows.Previous[j - 1] + cost);
                var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                rows.Current[j] = isSwap ? Math.Min(best, rows.Last[j - 2] + 1) : best;
            }

            rows = (rows.Previous, rows.Current, rows.Last);
        }

        return rows.Previous[b.Length];
    }
}
