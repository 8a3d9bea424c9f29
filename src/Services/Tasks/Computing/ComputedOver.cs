namespace Waymark.Tasks.Computing;

/// <summary>What the expressions of computed fields look at.</summary>
/// <param name="Tasks">The relation in which a roll-up finds the tasks below; null where it cannot be told.</param>
/// <param name="HasCounts">Whether task <c>t</c> knows how many sub-tasks it has, so that most need no search.</param>
/// <param name="KnowsLinks">Whether it can be told what a task waits for.</param>
internal sealed record ComputedOver(string? Tasks, bool HasCounts = false, bool KnowsLinks = true)
{
    /// <summary>The rows as they are stored.</summary>
    public static readonly ComputedOver Rows = new("task", HasCounts: true);

    /// <summary>The rows with some others in the place of theirs; see <see cref="ComputedValues"/>.</summary>
    public static readonly ComputedOver Changed = new("(select * from task x where x.id <> all(@ids) union all select * from given)");

    /// <summary>The rows that have not changed since <c>@now</c>, and those that have as they were then. Links keep no past.</summary>
    public static readonly ComputedOver Past = new("(select * from task x where x.updated_at <= @now and x.id <> all(@ids) union all select * from given)", KnowsLinks: false);

    /// <summary>A past of which only the task itself is known.</summary>
    public static readonly ComputedOver PastOfOne = new(null, KnowsLinks: false);
}
