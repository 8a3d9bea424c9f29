using System.Net;

namespace Waymark.Services.Tests.Access;

/// <summary>
/// A workspace with one project and its people. Tasks, comments and everything else that a route can name are made when a row
/// names them: most rows are about one thing, and each of the hundreds of worlds would have all.
/// </summary>
internal sealed class AccessWorld
{
    /// <summary>For rows that name nothing.</summary>
    public static readonly AccessWorld Nowhere = new(null!);

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly AccessCast _cast;
    private readonly Dictionary<string, Func<Task<string>>> _makers;

    private AccessWorld(AccessCast cast) => (_cast, _makers) = (cast, Makers());

    private Person Contributor => _cast.Callers[4]!;

    private Person Owner => _cast.Callers[6]!;

    private string Project => $"/api/projects/{_values["project"]}";

    private string Workspace => $"/api/workspaces/{_values["workspace"]}";

    /// <summary>The value of a route parameter or of a placeholder in a body.</summary>
    public string this[string name] => name switch
    {
        AccessRequests.Fresh => Guid.CreateVersion7().ToString("N"),
        AccessRequests.Nobody => Guid.CreateVersion7().ToString(),
        _ => _values[name],
    };

    public static async Task<AccessWorld> CreateAsync(AccessCast cast)
    {
        var world = new AccessWorld(cast);
        var (viewer, manager, admin) = (cast.Callers[3]!, cast.Callers[5]!, cast.Callers[7]!);
        var workspace = await cast.Boss.PostAsync("/api/workspaces", new { name = "World" }).JsonAsync(HttpStatusCode.Created);
        world._values["workspace"] = workspace.Id().ToString();
        foreach (var (person, role) in new[] { (viewer, "member"), (world.Contributor, "member"), (manager, "member"), (world.Owner, "member"), (cast.Extra, "member"), (admin, "admin") })
        {
            await cast.Boss.PostAsync($"{world.Workspace}/members", new { userId = person.Id, role }).JsonAsync(HttpStatusCode.Created);
        }

        var project = await world.Owner.PostAsync("/api/projects", new { name = "Matrix", workspaceId = workspace.Id() }).JsonAsync(HttpStatusCode.Created);
        world._values["project"] = project.Id().ToString();
        foreach (var (person, role) in new[] { (viewer, "viewer"), (world.Contributor, "contributor"), (manager, "manager"), (cast.Extra, "viewer") })
        {
            await world.Owner.PostAsync($"{world.Project}/members", new { userId = person.Id, role }).JsonAsync(HttpStatusCode.Created);
        }

        await cast.PeopleKnownAsync(workspace.Id(), project.Id(), managers: 2, members: 5);
        world._values["extra"] = cast.Extra.Id.ToString();
        world._values["manager"] = manager.Id.ToString();
        world._values["viewer"] = viewer.Id.ToString();
        return world;
    }

    /// <summary>Makes what has this name, and what it is about, unless it is there already.</summary>
    public async Task MakeAsync(string name)
    {
        if (!_values.ContainsKey(name))
        {
            _values[name] = await _makers[name]();
        }
    }

    private Dictionary<string, Func<Task<string>>> Makers() => new(StringComparer.Ordinal)
    {
        ["task"] = TaskAsync,
        ["step"] = () => WithAsync("task", "step"),
        ["taskChange"] = TaskChangeAsync,
        ["otherTask"] = () => IdAsync(Contributor, "/api/tasks", new { projectId = _values["project"], title = "Other" }),
        ["dependency"] = DependencyAsync,
        ["comment"] = CommentAsync,
        ["label"] = () => PartAsync(Owner, "labels", new { name = "Label" }),
        ["cycle"] = CycleAsync,
        ["milestone"] = () => PartAsync(Owner, "milestones", new { name = "Milestone" }),
        ["release"] = () => PartAsync(Owner, "releases", new { name = "Release" }),
        ["goal"] = () => IdAsync(Contributor, "/api/goals", new { name = "Goal", workspaceId = _values["workspace"], projectIds = new[] { _values["project"] } }),
        ["view"] = () => IdAsync(Contributor, "/api/views", new { name = "View", projectId = _values["project"], visibility = "project" }),
        ["field"] = () => PartAsync(Owner, "custom-fields", new { name = "Field", type = "text" }),
        ["timeEntry"] = () => PartAsync(Contributor, "time-entries", new { minutes = 5, date = "2026-03-02" }),
        ["timeSheet"] = TimeSheetAsync,
        ["allocation"] = () => PartAsync(Owner, "allocations", new { userId = _values["extra"], hoursPerWeek = 8, from = "2026-03-02", to = "2026-03-08" }),
        ["rate"] = () => PartAsync(Owner, "rates", new { amount = 9_000, currency = "EUR", validFrom = "2026-01-01" }),
        ["dayOff"] = () => IdAsync(Contributor, "/api/time-off", new { from = "2026-03-05", to = "2026-03-06" }),
        ["taskTemplate"] = () => IdAsync(Contributor, "/api/task-templates", new { projectId = _values["project"], name = "Template", title = "Templated" }),
        ["projectTemplate"] = () => IdAsync(Contributor, "/api/project-templates", new { workspaceId = _values["workspace"], name = "Template", content = new { } }),
        ["projectChange"] = async () => (await Owner.PatchAsync(Project, new { name = "Retitled" }).ChangeIdAsync()).ToString(),
        ["fellow"] = FellowAsync,
        ["projectInvitation"] = () => InvitationAsync("projectToken", Owner.PostAsync($"{Project}/members", new { email = NewAddress(), role = "viewer" })),
        ["projectToken"] = () => WithAsync("projectInvitation", "projectToken"),
        ["workspaceInvitation"] = () => InvitationAsync("workspaceToken", _cast.Boss.PostAsync($"{Workspace}/invitations", new { email = NewAddress() })),
        ["workspaceToken"] = () => WithAsync("workspaceInvitation", "workspaceToken"),
    };

    private Task<string> NamedAsync(string name) => WithAsync(name, name);

    /// <summary>What comes about together with something else.</summary>
    private async Task<string> WithAsync(string maker, string name)
    {
        await MakeAsync(maker);
        return _values[name];
    }

    private async Task<string> TaskAsync()
    {
        var members = new { projectId = _values["project"], title = "Task", watcherIds = new[] { _values["extra"] }, steps = new object[] { new { title = "Step" } } };
        var task = await Contributor.PostAsync("/api/tasks", members).JsonAsync(HttpStatusCode.Created);
        _values["step"] = task.GetProperty("steps")[0].Id().ToString();
        return task.Id().ToString();
    }

    private async Task<string> DependencyAsync() =>
        await IdAsync(Contributor, $"/api/tasks/{await NamedAsync("task")}/dependencies", new { taskId = await NamedAsync("otherTask"), type = "blocks" });

    private async Task<string> CommentAsync() => await IdAsync(Contributor, $"/api/tasks/{await NamedAsync("task")}/comments", new { body = "Comment" });

    /// <summary>A cycle that the task is planned in.</summary>
    private async Task<string> CycleAsync()
    {
        var cycle = await PartAsync(Owner, "cycles", new { name = "Cycle", startDate = "2026-03-02", endDate = "2026-03-13" });
        await Contributor.PostAsync($"/api/cycles/{cycle}/tasks", new { taskIds = new[] { await NamedAsync("task") } }).JsonAsync();
        return cycle;
    }

    /// <summary>The sheet of the week of the entry, which waits for an approval.</summary>
    private async Task<string> TimeSheetAsync()
    {
        await MakeAsync("timeEntry");
        var sheet = Assert.Single((await Contributor.ReadAsync($"{Project}/time-sheets")).Items()).Id().ToString();
        await Contributor.PostAsync($"{Project}/time-sheets/{sheet}/submit").JsonAsync();
        return sheet;
    }

    private async Task<string> FellowAsync()
    {
        var fellow = await _cast.FellowAsync();
        await _cast.Boss.PostAsync($"{Workspace}/members", new { userId = fellow.Id, role = "member" }).JsonAsync(HttpStatusCode.Created);
        return fellow.Id.ToString();
    }

    private async Task<string> InvitationAsync(string token, Task<HttpResponseMessage> inviting)
    {
        var invitation = await inviting.JsonAsync(HttpStatusCode.Created);
        _values[token] = invitation.Text("invitationLink").Split('/')[^1];
        return invitation.TryGetProperty("invitationId", out var named) ? named.GetString()! : invitation.Id().ToString();
    }

    private async Task<string> TaskChangeAsync() =>
        (await Contributor.PatchAsync("/api/tasks/" + await NamedAsync("task"), new { title = "Renamed" }).ChangeIdAsync()).ToString();

    private Task<string> PartAsync(Person by, string list, object members) => IdAsync(by, $"{Project}/{list}", members);

    private static async Task<string> IdAsync(Person by, string path, object members) =>
        (await by.PostAsync(path, members).JsonAsync(HttpStatusCode.Created)).Id().ToString();

    private static string NewAddress() => $"new-{Guid.CreateVersion7():N}@example.org";
}
