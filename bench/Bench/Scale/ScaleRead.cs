namespace Waymark.Bench.Scale;

/// <summary>A project as the reads name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key.</param>
/// <param name="Middle">The cursor of the list's page in the middle.</param>
internal sealed record ScaledProject(string Id, string Key, string Middle);

/// <summary>One read that is asked of both projects.</summary>
/// <param name="Kind">By which it is chosen on the command line.</param>
/// <param name="Title">For people.</param>
/// <param name="PathOf">The address for a project.</param>
internal sealed record ScaleRead(string Kind, string Title, Func<ScaledProject, string> PathOf)
{
    /// <summary>A page as the web client asks for it, its board, what people filter by, and texts that are on everything, on little and on nothing.</summary>
    public static readonly IReadOnlyList<ScaleRead> All =
    [
        List("first page", ""),
        new("list", "list: page in the middle", p => $"{ListOf(p)}&cursor={p.Middle}"),
        List("by place on the board", "&sort=rank"),
        List("by due date", "&sort=dueAt"),
        List("by due date, last first", "&sort=-dueAt"),
        List("of one status", "&status=in_progress&sort=rank"),
        new("board", "board", p => $"/api/projects/{p.Id}/board"),
        Query("assignee = me and due < today + 7d order by priority desc, due"),
        Query("status = in_progress and priority >= high order by due"),
        Query("overdue = true"),
        Query("label = backend and category not in (completed, cancelled)"),
        Query("due >= startOfWeek and due <= endOfWeek order by due"),
        Query("assignee is empty and priority >= high"),
        Search("on every task", "brown"),
        Search("on one of twenty", ScaleTasks.FrequentWord),
        Search("on one of a hundred", ScaleTasks.SeldomWord),
        Search("on one of a thousand", ScaleTasks.RareWord),
        Search("nowhere", "zeppelin"),
        new("search", "search: the key of a task", p => $"{ListOf(p)}&q={p.Key}-777"),
        new("search", "search: a word on one of a thousand, by due date", p => $"{ListOf(p)}&q={ScaleTasks.RareWord}&sort=dueAt"),
        new("search", "search: a word on one of a thousand, by priority", p => $"{ListOf(p)}&q={ScaleTasks.RareWord}&sort=-priority"),
        new("search", $"search: text ~ {ScaleTasks.RareWord} and priority >= high order by due", p => $"{ListOf(p)}&query={Uri.EscapeDataString($"text ~ {ScaleTasks.RareWord} and priority >= high order by due")}"),
        Similar("with a rare word", $"A {ScaleTasks.RareWord}s task"),
        Similar("with common words alone", "Another task for a quick brown fox"),
    ];

    private static string ListOf(ScaledProject project) => $"/api/tasks?projectId={project.Id}&limit=100";

    private static ScaleRead List(string title, string parameters) => new("list", $"list: {title}", p => ListOf(p) + parameters);

    private static ScaleRead Query(string query) => new("query", query, p => $"{ListOf(p)}&query={Uri.EscapeDataString(query)}");

    private static ScaleRead Search(string title, string word) => new("search", $"search: a word {title}", p => $"{ListOf(p)}&q={word}");

    private static ScaleRead Similar(string title, string words) =>
        new("similar", $"like a new title {title}", p => $"/api/projects/{p.Id}/tasks/similar?title={Uri.EscapeDataString(words)}");
}
