using System.Collections.Concurrent;
using System.Text.Json;

namespace Waymark.Demo;

/// <summary>Builds the example company through the public API, as its people would have.</summary>
internal sealed class Company(Uri address, Random random) : IAsyncDisposable
{
    private static readonly string[] Statuses = ["backlog", "todo", "in_progress", "in_review", "done", "cancelled"];
    private static readonly string[] Parts = ["Agree on what done means", "Build it", "Show it to two people"];
    private static readonly string[] Priorities = ["none", "low", "medium", "medium", "high", "urgent"];

    private readonly SocketsHttpHandler _handler = new() { UseCookies = false, MaxConnectionsPerServer = 16 };
    private readonly List<Api> _people = [];
    private readonly List<Guid> _projects = [];
    private int _tasks;
    private int _changes;

    public int ProjectCount => _projects.Count;

    public int TaskCount => _tasks;

    public int ChangeCount => _changes;

    public async Task BuildAsync()
    {
        foreach (var person in Cast.People)
        {
            _people.Add(await Api.EnterAsync(address, _handler, person));
        }

        var workspace = await _people[0].SendAsync(HttpMethod.Post, "/api/workspaces", new { name = "Aurora Labs" });
        var workspaceId = workspace.GetProperty("id").GetGuid();
        foreach (var person in _people.Skip(1))
        {
            await _people[0].SendAsync(HttpMethod.Post, $"/api/workspaces/{workspaceId}/members", new { userId = person.UserId, role = "member" });
        }

        var milestones = new List<Guid>();
        foreach (var production in Cast.Projects)
        {
            var (projectId, planned) = await BuildProjectAsync(production, workspaceId);
            _projects.Add(projectId);
            milestones.AddRange(planned);
        }

        await AimAsync(workspaceId, milestones);
        await new Ways(_people[0], _people).InsistAsync(_projects[3]);
        await _people[0].SendAsync(HttpMethod.Put, $"/api/projects/{_projects[2]}/favourite", new { });
        await _people[0].SendAsync(HttpMethod.Put, $"/api/projects/{_projects[0]}/favourite", new { });
        await _people[0].SendAsync(HttpMethod.Post, $"/api/projects/{_projects[0]}/save-as-template", new { name = "A product with a release" });
    }

    public async ValueTask DisposeAsync()
    {
        _people.ForEach(p => p.Dispose());
        _handler.Dispose();
        await Task.CompletedTask;
    }

    /// <summary>What the company is after, and which project belongs to which.</summary>
    private async Task AimAsync(Guid workspaceId, List<Guid> milestones)
    {
        var (ada, quarter) = (_people[0], DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(80).ToString("yyyy-MM-dd"));
        await ada.SendAsync(HttpMethod.Patch, $"/api/projects/{_projects[2]}", new { parentId = _projects[1] });
        var goal = await ada.SendAsync(HttpMethod.Post, "/api/goals", new { workspaceId, name = "People work wherever they are", dueDate = quarter, projectIds = _projects[..1] });
        var parentId = goal.GetProperty("id").GetGuid();
        await ada.SendAsync(HttpMethod.Post, "/api/goals", new { workspaceId, parentId, name = "Nobody waits for a page", dueDate = quarter, milestoneIds = milestones[3..6] });
        await ada.SendAsync(HttpMethod.Post, "/api/goals", new { workspaceId, name = "One address by the river", projectIds = _projects[3..] });
    }

    private async Task<(Guid ProjectId, IReadOnlyList<Guid> Milestones)> BuildProjectAsync(Production production, Guid workspaceId)
    {
        var owner = _people[ProjectCount % 3];
        var project = await owner.SendAsync(HttpMethod.Post, "/api/projects", new
        {
            name = production.Name,
            key = production.Key,
            description = production.Description,
            color = production.Color,
            workspaceId,
        });
        var projectId = project.GetProperty("id").GetGuid();
        foreach (var person in _people.Where(p => p != owner))
        {
            await owner.SendAsync(HttpMethod.Post, $"/api/projects/{projectId}/members", new { userId = person.UserId, role = "contributor" });
        }

        foreach (var label in production.Labels)
        {
            await owner.SendAsync(HttpMethod.Post, $"/api/projects/{projectId}/labels", new { name = label });
        }

        var made = new ConcurrentBag<Guid>();
        var plans = Titles(production).Take(production.TaskCount).Select(Plan).ToList();
        await Parallel.ForEachAsync(plans, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (plan, _) => made.Add(await LiveAsync(plan, production, projectId)));
        var milestones = await new Planning(_people, random).PlanAsync(owner, projectId, production, [.. made]);
        var ways = new Ways(owner, _people);
        await ways.SettleAsync(projectId, production);
        await ways.HandInAsync(projectId);
        await Console.Out.WriteLineAsync($"  {production.Key}  {production.Name}: {production.TaskCount} tasks");
        return (projectId, milestones);
    }

    /// <summary>Every act on every thing in every turn, in an order without a pattern.</summary>
    private List<string> Titles(Production p)
    {
        var titles = (from act in p.Acts from thing in p.Things from turn in p.Turns select $"{act} {thing} {turn}").ToArray();
        random.Shuffle(titles);
        return [.. titles];
    }

    private TaskPlan Plan(string title) => new(
        title,
        random.Next(_people.Count),
        random.Next(_people.Count),
        Statuses[Math.Min(5, random.Next(7))],
        Priorities[random.Next(Priorities.Length)],
        random.Next(-12, 40),
        random.Next(100),
        random.Next(Cast.Descriptions.Length),
        random.Next(Cast.Remarks.Length));

    /// <summary>A task's life: made, planned, given to somebody, talked about, moved along.</summary>
    private async Task<Guid> LiveAsync(TaskPlan plan, Production production, Guid projectId)
    {
        var (reporter, worker) = (_people[plan.Reporter], _people[plan.Worker]);
        var task = await reporter.SendAsync(HttpMethod.Post, "/api/tasks", new
        {
            projectId,
            title = plan.Title,
            description = Cast.Descriptions[plan.Description],
            priority = plan.Priority,
            labels = plan.Dice % 4 == 0 ? [] : new[] { production.Labels[plan.Dice % production.Labels.Length] },
        });
        var id = task.GetProperty("id").GetGuid();
        Interlocked.Increment(ref _tasks);
        if (plan.Dice < 85)
        {
            var dates = DatesOf(plan);
            await ChangeAsync(reporter, HttpMethod.Patch, $"/api/tasks/{id}", new { assigneeIds = new[] { worker.UserId }, startAt = dates.Start, dueAt = dates.Due });
        }

        if (plan.Dice % 9 == 0)
        {
            await SplitAsync(worker, id, projectId, plan);
        }

        if (plan.Status is "in_review" or "done")
        {
            await ChangeAsync(worker, HttpMethod.Patch, $"/api/tasks/{id}/status", new { status = "in_progress" });
        }

        if (plan.Status != "todo")
        {
            await ChangeAsync(worker, HttpMethod.Patch, $"/api/tasks/{id}/status", new { status = plan.Status });
        }

        if (plan.Dice % 3 == 1)
        {
            await ChangeAsync(worker, HttpMethod.Post, $"/api/tasks/{id}/comments", new { body = Cast.Remarks[plan.Remark] });
        }

        return id;
    }

    /// <summary>A third has no date, and a few of the others take several days.</summary>
    private static (string? Start, string? Due) DatesOf(TaskPlan plan)
    {
        var due = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(plan.DueInDays);
        return plan.Dice % 3 == 0 ? default : (plan.Dice % 7 > 4 ? due.AddDays(-1 - (plan.Dice % 5)).ToString("yyyy-MM-dd") : null, due.ToString("yyyy-MM-dd"));
    }

    private async Task SplitAsync(Api worker, Guid parentId, Guid projectId, TaskPlan plan)
    {
        foreach (var part in Parts.Select((title, i) => (title, i)))
        {
            await worker.SendAsync(HttpMethod.Post, "/api/tasks", new
            {
                projectId,
                parentId,
                title = part.title,
                status = part.i < plan.Dice % 4 ? "done" : "todo",
                assigneeIds = new[] { worker.UserId },
            });
            Interlocked.Increment(ref _tasks);
        }
    }

    private async Task<JsonElement> ChangeAsync(Api person, HttpMethod method, string path, object body)
    {
        Interlocked.Increment(ref _changes);
        return await person.SendAsync(method, path, body);
    }

    private sealed record TaskPlan(string Title, int Reporter, int Worker, string Status, string Priority, int DueInDays, int Dice, int Description, int Remark);
}
