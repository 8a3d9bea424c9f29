using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Listing;

public sealed class ListTasksTests(WaymarkApi api, GivenTasks given) : IClassFixture<GivenTasks>
{
    private static readonly string[] Priorities = ["none", "low", "medium", "high", "urgent"];

    [Theory]
    [InlineData("", "alpha beta delta epsilon gamma zeta")]
    [InlineData("status=todo", "alpha zeta")]
    [InlineData("status=todo,done", "alpha gamma zeta")]
    [InlineData("status=todo&status=done", "alpha gamma zeta")]
    [InlineData("status=nowhere", "")]
    [InlineData("statusCategory=started,cancelled", "beta delta")]
    [InlineData("assigneeId={helper}", "alpha beta")]
    [InlineData("assigneeId=me", "beta zeta")]
    [InlineData("assigneeId=none", "delta epsilon gamma")]
    [InlineData("assigneeId=none,me", "beta delta epsilon gamma zeta")]
    [InlineData("reporterId={helper}", "epsilon gamma")]
    [InlineData("reporterId=me", "alpha beta delta zeta")]
    [InlineData("priority=high,urgent", "beta delta")]
    [InlineData("priority=none", "alpha zeta")]
    [InlineData("label=RED", "alpha beta")]
    [InlineData("label=red,blue", "alpha beta delta")]
    [InlineData("label=green", "")]
    [InlineData("milestoneId=none&status=todo", "alpha zeta")]
    [InlineData("milestoneId={alpha}", "")]
    [InlineData("parentId={alpha}", "epsilon gamma")]
    [InlineData("parentId=none", "alpha beta delta zeta")]
    [InlineData("parentId=none,{alpha}", "alpha beta delta epsilon gamma zeta")]
    [InlineData("workspaceId={workspace}&status=done", "gamma")]
    [InlineData("workspaceId={owner}", "")]
    // The first of May ends in Tokyo at three in the afternoon of UTC.
    [InlineData("dueBefore=2026-05-01T15:00:00Z", "beta")]
    [InlineData("dueBefore=2026-05-01T15:00:01Z", "alpha beta")]
    [InlineData("dueBefore=2026-05-01", "")]
    [InlineData("dueBefore=2026-05-02", "alpha beta")]
    [InlineData("dueAfter=2026-05-01T12:00:00Z", "alpha delta")]
    [InlineData("dueAfter=2026-05-01", "delta")]
    [InlineData("dueAfter=2026-04-30&dueBefore=2026-05-31", "alpha beta")]
    [InlineData("deadlineBefore=2026-05-01", "beta")]
    [InlineData("deadlineAfter=2026-04-30&deadlineBefore=2026-05-04", "alpha")]
    [InlineData("updatedAfter={beforeBeta}", "beta")]
    [InlineData("updatedAfter={sinceBeta}", "")]
    [InlineData("q=ALPH", "alpha")]
    [InlineData("q=needles", "beta")]
    [InlineData("q=LIST-3", "gamma")]
    [InlineData("q=%25", "delta")]
    [InlineData("q=_", "zeta")]
    [InlineData("assigneeId={helper}&label=blue&priority=high&status=in_progress&q=beta", "beta")]
    [InlineData("assigneeId={helper}&label=blue&priority=low", "")]
    public async Task A_filter_keeps_what_fits(string query, string expected)
    {
        var page = await given.Owner.ReadAsync(given.Path(query));
        Assert.Equal(expected, string.Join(' ', page.Items().Select(t => Word(t.Text("title"))).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("createdAt")]
    [InlineData("updatedAt")]
    [InlineData("startAt")]
    [InlineData("dueAt")]
    [InlineData("deadlineAt")]
    [InlineData("completedAt")]
    [InlineData("priority")]
    [InlineData("difficulty")]
    [InlineData("number")]
    [InlineData("title")]
    [InlineData("status")]
    [InlineData("rank")]
    public async Task Pages_in_any_order_show_each_task_once_with_nulls_last_and_ties_by_id(string sort)
    {
        var tasks = (await given.Owner.ReadAsync(given.Path("limit=200"))).Items();
        var (filled, empty) = (tasks.Where(t => KeyOf(t, sort) is not null).ToList(), tasks.Where(t => KeyOf(t, sort) is null).ToList());
        var comparer = Comparer<object>.Create((a, b) => a is string x ? string.CompareOrdinal(x, (string)b) : Comparer<object>.Default.Compare(a, b));

        Assert.Equal(
            [.. filled.OrderBy(t => KeyOf(t, sort)!, comparer).ThenBy(t => t.Id()).Concat(empty.OrderBy(t => t.Id())).Select(t => t.Text("title"))],
            await AllTitlesAsync(sort));
        Assert.Equal(
            [.. filled.OrderByDescending(t => KeyOf(t, sort)!, comparer).ThenByDescending(t => t.Id()).Concat(empty.OrderByDescending(t => t.Id())).Select(t => t.Text("title"))],
            await AllTitlesAsync("-" + sort));
    }

    [Fact]
    public async Task The_newest_stand_first_unless_asked_otherwise() =>
        Assert.Equal(await AllTitlesAsync("-createdAt"), (await given.Owner.ReadAsync(given.Path(""))).Items().Select(t => t.Text("title")));

    [Fact]
    public async Task Tasks_made_between_two_pages_neither_repeat_nor_hide_others()
    {
        var project = await given.Owner.PostAsync("/api/projects", new { name = "Pages" }).JsonAsync(HttpStatusCode.Created);
        var old = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            old.Add(await AddAsync());
        }

        var first = await given.Owner.ReadAsync($"/api/tasks?projectId={project.Id()}&limit=2");
        await AddAsync();
        var second = await given.Owner.ReadAsync($"/api/tasks?projectId={project.Id()}&limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal(Enumerable.Reverse(old), first.Items().Concat(second.Items()).Select(t => t.Id()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("nextCursor").ValueKind);

        async Task<Guid> AddAsync() =>
            (await given.Owner.PostAsync("/api/tasks", new { projectId = project.Id(), title = "x" }).JsonAsync(HttpStatusCode.Created)).Id();
    }

    [Fact]
    public async Task Long_members_come_only_when_asked_for()
    {
        var plain = Assert.Single((await given.Owner.ReadAsync(given.Path("q=beta"))).Items());
        Assert.False(plain.TryGetProperty("description", out _) || plain.TryGetProperty("customFields", out _));
        var whole = Assert.Single((await given.Owner.ReadAsync(given.Path("q=beta&fields=description"))).Items());
        Assert.Equal("of Needles", whole.Text("description"));
    }

    [Fact]
    public async Task Strangers_are_shown_nothing_and_members_what_is_theirs()
    {
        Assert.Empty((await given.Stranger.ReadAsync(given.Path(""))).Items());
        Assert.Empty((await given.Stranger.ReadAsync("/api/tasks")).Items());
        Assert.Equal(6, (await given.Helper.ReadAsync("/api/tasks")).Items().Count);
    }

    [Theory]
    [InlineData("statusCategory=open", "statusCategory")]
    [InlineData("priority=5", "priority")]
    [InlineData("priority=soon", "priority")]
    [InlineData("assigneeId=olga", "assigneeId")]
    [InlineData("reporterId=none", "reporterId")]
    [InlineData("parentId=me", "parentId")]
    [InlineData("milestoneId=x", "milestoneId")]
    [InlineData("workspaceId=x", "workspaceId")]
    [InlineData("dueBefore=tomorrow", "dueBefore")]
    [InlineData("dueAfter=2026-02-30", "dueAfter")]
    [InlineData("deadlineBefore=soon", "deadlineBefore")]
    [InlineData("updatedAfter=2026-05-01", "updatedAfter")]
    [InlineData("sort=colour", "sort")]
    [InlineData("sort=-", "sort")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    public async Task A_wrong_filter_is_named(string query, string field)
    {
        var problem = await given.Owner.GetAsync(given.Path(query)).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_order()
    {
        var cursor = (await given.Owner.ReadAsync(given.Path("limit=1&sort=number"))).Text("nextCursor");
        await given.Owner.ReadAsync(given.Path($"limit=1&sort=number&cursor={cursor}"));
        foreach (var query in new[] { $"sort=-number&cursor={cursor}", $"sort=title&cursor={cursor}", "sort=number&cursor=x", "cursor=" })
        {
            await given.Owner.GetAsync(given.Path(query)).ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        }
    }

    [Fact]
    public async Task Somebody_of_whom_this_service_has_not_heard_yet_sees_the_tasks()
    {
        var (project, person) = (await GivenProject.CreateAsync(api), api.Someone());
        await project.AddTaskAsync("Known to the owner");
        project.LetJoin(person.Id, "contributor");
        Assert.Single((await person.ReadAsync($"/api/tasks?projectId={project.Id}")).Items());
    }

    private static string Word(string title) => title.Split(' ', '_')[0];

    /// <summary>What a task sorts by: a date counts as the end of its day in Tokyo, a start as the beginning.</summary>
    private static object? KeyOf(JsonElement task, string sort) => task.GetProperty(sort) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } number => number.GetInt32(),
        var text when sort == "priority" => Array.IndexOf(Priorities, text.GetString()),
        var text when !sort.EndsWith("At", StringComparison.Ordinal) => text.GetString()!,
        var moment when moment.GetString()!.Length == 10 =>
            new DateTimeOffset(moment.GetDateTime(), TimeSpan.FromHours(9)).AddDays(sort == "startAt" ? 0 : 1),
        var moment => moment.GetDateTimeOffset(),
    };

    private async Task<List<string>> AllTitlesAsync(string sort)
    {
        var (titles, cursor) = (new List<string>(), "");
        do
        {
            var page = await given.Owner.ReadAsync(given.Path($"sort={sort}&limit=2{cursor}"));
            titles.AddRange(page.Items().Select(t => t.Text("title")));
            cursor = page.GetProperty("nextCursor").ValueKind == JsonValueKind.Null ? null : $"&cursor={page.Text("nextCursor")}";
        }
        while (cursor is not null);
        return titles;
    }
}
