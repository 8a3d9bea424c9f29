namespace Waymark.Tasks.Difficulty;

/// <summary>
/// One thing that makes a task difficult: how much of it there is, and from which amounts on it counts one more point. A column of SQL
/// and memory read it off the same table, <see cref="All"/>, so that answers and queries cannot differ.
/// </summary>
/// <param name="Name">What it is called in answers.</param>
/// <param name="AmountSql">How much of it task <c>t</c> has, as an expression.</param>
/// <param name="AmountOf">The same in memory.</param>
/// <param name="Steps">The amounts from which on there is one more point, the lowest first.</param>
internal sealed record DifficultyFactor(string Name, string AmountSql, Func<DifficultyAmounts, long> AmountOf, long[] Steps)
{
    public const string Estimate = "estimate";
    public const string Parts = "parts";
    public const string Dependencies = "dependencies";
    public const string People = "people";

    private const long Hour = 60;
    private const long Day = 8 * Hour;

    /// <summary>What every task has.</summary>
    private const int Least = 1;

    /// <summary>Sub-tasks that were estimated one by one can come to more than what somebody once guessed for the whole.</summary>
    private const string EstimateSql =
        """
        greatest(coalesce(t.estimate_minutes, 0), (
            select coalesce(sum(c.estimate_minutes), 0) from task c
            where c.parent_id = t.id and c.deleted_at is null and c.status_category <> 'cancelled'))
        """;

    /// <summary>On either side, done or not: what is done had to be heeded, too. What lies in the trash counts for nothing.</summary>
    private const string LinksSql =
        """
        (select count(*) from (
            select d.to_id as id from task_dependency d where d.from_id = t.id and d.kind = 0
            union all select d.from_id from task_dependency d where d.to_id = t.id and d.kind = 0) d
         join task o on o.id = d.id join project op on op.id = o.project_id
         where o.deleted_at is null and op.state <> 'deleted')
        """;

    /// <summary>All factors; together they come to nine points, so that with the least of all the scale ends at ten.</summary>
    public static readonly IReadOnlyList<DifficultyFactor> All =
    [
        new(Estimate, EstimateSql, a => a.EstimateMinutes, [2 * Hour, Day, 3 * Day, 10 * Day]),
        new(Parts, "(t.step_count + t.subtask_count)", a => a.Parts, [3, 8]),
        new(Dependencies, LinksSql, a => a.Dependencies, [1, 4]),
        new(People, "cardinality(t.assignee_ids)", a => a.People, [2]),
    ];

    /// <summary>The computed difficulty of task <c>t</c>, 1 to 10, as an expression.</summary>
    public static readonly string ValueSql = $"({Least} + {string.Join(" + ", All.Select(f => f.PointsSql))})";

    private string PointsSql => $"width_bucket(({AmountSql})::bigint, array[{string.Join(", ", Steps)}]::bigint[])";

    /// <summary>The computed difficulty of a task with these amounts, 1 to 10.</summary>
    public static int ValueOf(DifficultyAmounts amounts) => SumOf(All.Select(f => f.PointsFor(f.AmountOf(amounts))));

    /// <summary>The computed difficulty whose factors count these points.</summary>
    public static int SumOf(IEnumerable<int> points) => Least + points.Sum();

    /// <summary>How many points such an amount counts.</summary>
    public int PointsFor(long amount) => Steps.Count(step => amount >= step);
}

/// <summary>How much a task has of what makes it difficult.</summary>
/// <param name="EstimateMinutes">Its estimate, or that of its direct sub-tasks together where it is more.</param>
/// <param name="Parts">Its steps and direct sub-tasks.</param>
/// <param name="Dependencies">The tasks that block it or that it blocks.</param>
/// <param name="People">To how many it is assigned.</param>
internal sealed record DifficultyAmounts(long EstimateMinutes, int Parts, int Dependencies, int People);
