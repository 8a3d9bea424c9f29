using Npgsql;
using Waymark.Tasks.Listing;

namespace Waymark.Tasks.Searching;

/// <summary>
/// Looks for texts in a list. What many tasks contain is found among the first of the list, if an index gives its order; only when
/// those do not fill the page, the index of texts says which tasks may contain it, and these are looked at in the order of the
/// list. The conditions decide in both cases: an index only spares looking at what cannot fit.
/// </summary>
internal sealed class TextSearch
{
    /// <summary>How far down a list is looked, as a multiple of the page: what one task in ten contains is found so.</summary>
    private const int Reach = 10;

    /// <summary>More grams than these narrow no further.</summary>
    private const int MostGrams = 32;

    private readonly string[] _texts;
    private readonly string? _candidates;
    private readonly bool _isOfOneProject;

    private TextSearch(IReadOnlyList<SoughtText> texts, string? candidates, bool isOfOneProject) =>
        (_texts, _candidates, _isOfOneProject) = ([.. texts.Select(t => t.Condition)], candidates, isOfOneProject);

    private string AmongCandidates => $"t.id = any(array({_candidates}))";

    /// <summary>The search for texts, if there are any; its parameters are added to the others.</summary>
    /// <param name="texts">All of them are sought.</param>
    /// <param name="projectIds">The projects of the list, whose parameter is <c>@projectId</c>; none for all that the caller sees.</param>
    /// <param name="parameters">Those of the statement.</param>
    public static TextSearch For(IReadOnlyList<SoughtText> texts, IReadOnlyList<Guid> projectIds, List<NpgsqlParameter> parameters)
    {
        int[] grams = [.. texts.SelectMany(t => TextGrams.OfPart(t.Text)).Distinct().Take(MostGrams)];
        if (grams.Length == 0)
        {
            return new TextSearch(texts, candidates: null, isOfOneProject: false);
        }

        int[] ofProject = projectIds is [var only] ? [TextGrams.OfProject(only)] : [];
        parameters.Add(new NpgsqlParameter<int[]>("grams", [.. grams, .. ofProject]));
        var candidates = new List<string>(CandidatesIn(projectIds.Count));
        if (texts.Any(t => t.IsInKeys))
        {
            candidates.AddRange(CandidatesByKey(texts.Where(t => t.IsInKeys).ToList(), projectIds.Count, ofProject, parameters));
        }

        return new TextSearch(texts, string.Join("\nunion all\n", candidates), projectIds.Count == 1);
    }

    /// <summary>
    /// The statement of a page, or of a part of one; behind its columns it may have one more, by which it is ordered. The number of rows
    /// is the parameter <c>@limit</c>.
    /// </summary>
    /// <param name="columns">What is read.</param>
    /// <param name="conditions">What else holds for the tasks.</param>
    /// <param name="by">The order.</param>
    /// <param name="isIndexed">Whether an index gives the tasks of one project in this order.</param>
    public string Select(string columns, IReadOnlyCollection<string> conditions, string by, bool isIndexed)
    {
        if (_candidates is null)
        {
            return $"select {columns} from {ListTasks.Source} where {Conditions([AccessSql.Visible, .. conditions, .. _texts])} order by {by} limit @limit";
        }

        string[] amongCandidates = [AmongCandidates, .. conditions];
        if (!isIndexed || !_isOfOneProject)
        {
            return $"select f.*, row_number() over () as nth from ({Look(columns, amongCandidates, "offset 0", by)}) f order by nth limit @limit";
        }

        var near = Look(columns, conditions, $"limit @limit * {Reach}", by);
        var far = Look(columns, amongCandidates, "offset 0", by, "(select count(*) from near) < @limit");
        return
            $"""
            with near as materialized (select n.*, row_number() over () as nth from ({near}) n)
            select * from (
                select near.* from near where (select count(*) from near) >= @limit
                union all
                select f.*, row_number() over () from ({far}) f) found
            order by nth
            limit @limit
            """;
    }

    /// <summary>
    /// Brings tasks into the order of the list before their texts are looked at: so many, or all, and then one by one until the page is
    /// full. To look at a text costs far more than to find a row.
    /// </summary>
    private string Look(string columns, IEnumerable<string> conditions, string bound, string by, params string[] gates) =>
        $"""
        select {columns}
        from (select t.*, t.xmin from {ListTasks.Tasks} where {Conditions(conditions)} order by {by} {bound}) t
            join project p on p.id = t.project_id {AccessSql.Joins}
        where {Conditions([AccessSql.Visible, .. _texts, .. gates])}
        order by {by} limit @limit
        """;

    /// <summary>The statement that counts the tasks of a list, no further than the parameter <c>@limit</c>.</summary>
    public string Count(IEnumerable<string> conditions)
    {
        string[] amongCandidates = _candidates is null ? [] : [AmongCandidates];
        return $"select count(*)::int from (select from {ListTasks.Source} where {Conditions([AccessSql.Visible, .. amongCandidates, .. conditions, .. _texts])} limit @limit) found";
    }

    private static string Conditions(IEnumerable<string> conditions) => string.Join(" and ", conditions);

    /// <summary>
    /// What is looked through in any case, what is not indexed yet, what has changed since, and what the index knows. That new tasks are
    /// between two bounds, looked up one project after the other, tells the planner that they are few.
    /// </summary>
    private static IEnumerable<string> CandidatesIn(int projects) =>
    [
        $"select s.id from task s where s.project_id {In(projects)} and s.number <= {TaskText.LookedThrough}",
        $"""
        select s.id
        from project_counter c left join text_progress w on w.project_id = c.project_id cross join lateral (
            select t.id from task t
            where t.project_id = c.project_id and t.number > coalesce(w.indexed_to, {TaskText.LookedThrough}) and t.number <= c.last_number offset 0) s
        where c.project_id {In(projects)} and c.last_number > coalesce(w.indexed_to, {TaskText.LookedThrough})
        """,
        $"select x.task_id from task_text x where x.project_id {In(projects)} and x.grams is null",
        "select x.task_id from task_text x where x.grams @> @grams",
    ];

    /// <summary>A key contains a text that reaches into the number, or one that does not: then all keys of the project do.</summary>
    private static IEnumerable<string> CandidatesByKey(List<SoughtText> texts, int projects, int[] ofProject, List<NpgsqlParameter> parameters)
    {
        foreach (var (place, grams) in texts.Select(t => TextGrams.OfPartOfKey(t.Text)).OfType<HashSet<int>>().Index())
        {
            parameters.Add(new NpgsqlParameter<int[]>($"keyGrams{place}", [.. grams, .. ofProject]));
            yield return $"select x.task_id from task_text x where x.grams @> @keyGrams{place}";
        }

        parameters.Add(new NpgsqlParameter<string[]>("keyParts", [.. texts.Select(t => LikePattern.Containing(t.Text))]));
        yield return
            $"""
            select s.id from task s
            where s.project_id in (select k.id from project k where k.id {In(projects)} and (k.key || '-') ilike any(@keyParts))
            """;
    }

    private static string In(int projects) => projects switch
    {
        0 => $"in ({AccessSql.VisibleProjects})",
        1 => "= @projectId",
        _ => "= any(@projectId)",
    };
}
