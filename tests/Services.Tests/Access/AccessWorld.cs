using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Access;

/// <summary>The people of the matrix: registered once, related anew in each world.</summary>
public sealed class AccessCast(WaymarkApi api) : IAsyncLifetime
{
    private AccessWorld? _world;

    public IReadOnlyList<Person?> Callers { get; private set; } = [];

    public Person Boss { get; private set; } = null!;

    public Person Extra { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Boss = await api.RegisterAsync("Boss");
        Extra = await api.RegisterAsync("Extra");
        var people = new List<Person?> { null };
        foreach (var name in AccessMatrix.Callers.Skip(1).SkipLast(2))
        {
            people.Add(await api.RegisterAsync(name.Replace(' ', '.')));
        }

        await people[2]!.PostAsync("/api/workspaces", new { name = "Elsewhere" }).JsonAsync(HttpStatusCode.Created);
        people.Add(await api.RegisterAsync("Administrator"));
        people.Add(people[1]);
        Callers = people;
    }

    /// <summary>A client of a caller with a token of its own, so that one call cannot end the session of another.</summary>
    public HttpClient ClientOf(string caller)
    {
        var person = Callers[AccessMatrix.Callers.ToList().IndexOf(caller)];
        return caller switch
        {
            "anonymous" => api.Anonymous(),
            "expired" => api.With(api.ExpiredTokenOf(person!.Id)),
            "administrator" => api.As(person!.Id, "administrator"),
            _ => api.As(person!.Id),
        };
    }

    /// <summary>Somebody whom no caller has met in another world.</summary>
    public Task<Person> FellowAsync() => api.RegisterAsync("Fellow");

    /// <summary>The world as it is before any change; rows that change nothing share it.</summary>
    internal async Task<AccessWorld> WorldAsync() => _world ??= await AccessWorld.CreateAsync(this);

    /// <summary>Somebody has changed the world: the next caller gets another.</summary>
    internal void LeaveWorld() => _world = null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A workspace with one project, one task, one comment and one of everything else that a route can name.</summary>
internal sealed class AccessWorld
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The value of a route parameter or of a placeholder in a body; "fresh" is another one for every caller.</summary>
    public string this[string name] => name == "fresh" ? Guid.CreateVersion7().ToString("N") : _values[name];

    public static async Task<AccessWorld> CreateAsync(AccessCast cast)
    {
        var world = new AccessWorld();
        var (viewer, contributor, manager, owner, admin) = (cast.Callers[3]!, cast.Callers[4]!, cast.Callers[5]!, cast.Callers[6]!, cast.Callers[7]!);
        var workspace = await cast.Boss.PostAsync("/api/workspaces", new { name = "World" }).JsonAsync(HttpStatusCode.Created);
        world._values["workspace"] = workspace.Id().ToString();
        var fellow = await cast.FellowAsync();
        world._values["fellow"] = fellow.Id.ToString();
        foreach (var (person, role) in new[] { (fellow, "member"), (viewer, "member"), (contributor, "member"), (manager, "member"), (owner, "member"), (cast.Extra, "member"), (admin, "admin") })
        {
            await cast.Boss.PostAsync($"/api/workspaces/{workspace.Id()}/members", new { userId = person.Id, role }).JsonAsync(HttpStatusCode.Created);
        }

        var project = await owner.PostAsync("/api/projects", new { name = "Matrix", workspaceId = workspace.Id() }).JsonAsync(HttpStatusCode.Created);
        foreach (var (person, role) in new[] { (viewer, "viewer"), (contributor, "contributor"), (manager, "manager"), (cast.Extra, "viewer") })
        {
            await owner.PostAsync($"/api/projects/{project.Id()}/members", new { userId = person.Id, role }).JsonAsync(HttpStatusCode.Created);
        }

        await world.FillAsync(cast, project, owner, contributor);
        return world;
    }

    private async Task FillAsync(AccessCast cast, JsonElement project, Person owner, Person contributor)
    {
        _values["project"] = project.Id().ToString();
        _values["extra"] = cast.Extra.Id.ToString();
        _values["manager"] = cast.Callers[5]!.Id.ToString();
        _values["viewer"] = cast.Callers[3]!.Id.ToString();
        _values["nobody"] = Guid.CreateVersion7().ToString();

        var task = await contributor.PostAsync("/api/tasks", new { projectId = project.Id(), title = "Task", watcherIds = new[] { cast.Extra.Id }, steps = new object[] { new { title = "Step" } } }).JsonAsync(HttpStatusCode.Created);
        _values["task"] = task.Id().ToString();
        _values["step"] = task.GetProperty("steps")[0].Id().ToString();
        using var renamed = await contributor.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Renamed" });
        _values["taskChange"] = renamed.Headers.GetValues("X-Change-Id").Single();
        var other = await contributor.PostAsync("/api/tasks", new { projectId = project.Id(), title = "Other" }).JsonAsync(HttpStatusCode.Created);
        _values["otherTask"] = other.Id().ToString();
        _values["dependency"] = (await contributor.PostAsync($"/api/tasks/{task.Id()}/dependencies", new { taskId = other.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created)).Id().ToString();
        _values["taskTemplate"] = (await contributor.PostAsync("/api/task-templates", new { projectId = project.Id(), name = "Template", title = "Templated" }).JsonAsync(HttpStatusCode.Created)).Id().ToString();
        _values["projectTemplate"] = (await contributor.PostAsync("/api/project-templates", new { workspaceId = _values["workspace"], name = "Template", content = new { } }).JsonAsync(HttpStatusCode.Created)).Id().ToString();
        _values["comment"] = (await contributor.PostAsync($"/api/tasks/{task.Id()}/comments", new { body = "Comment" }).JsonAsync(HttpStatusCode.Created)).Id().ToString();
        _values["label"] = (await owner.PostAsync($"/api/projects/{project.Id()}/labels", new { name = "Label" }).JsonAsync(HttpStatusCode.Created)).Id().ToString();
        _values["cycle"] = await PartAsync(owner, "cycles", new { name = "Cycle", startDate = "2026-03-02", endDate = "2026-03-13" });
        using var taken = await contributor.PostAsync($"/api/cycles/{_values["cycle"]}/tasks", new { taskIds = new[] { task.Id() } });
        _values["view"] = (await contributor.PostAsync("/api/views", new { name = "View", projectId = project.Id(), visibility = "project" }).JsonAsync(HttpStatusCode.Created)).Id().ToString();
        _values["milestone"] = await PartAsync(owner, "milestones", new { name = "Milestone" });
        _values["goal"] = (await contributor.PostAsync("/api/goals", new { name = "Goal", workspaceId = _values["workspace"], projectIds = new[] { project.Id() } }).JsonAsync(HttpStatusCode.Created)).Id().ToString();
        _values["field"] = await PartAsync(owner, "custom-fields", new { name = "Field", type = "text" });
        _values["timeEntry"] = await PartAsync(contributor, "time-entries", new { minutes = 5, date = "2026-03-02" });
        _values["allocation"] = await PartAsync(owner, "allocations", new { userId = cast.Extra.Id, hoursPerWeek = 8, from = "2026-03-02", to = "2026-03-08" });
        _values["timeSheet"] = Assert.Single((await contributor.ReadAsync($"/api/projects/{project.Id()}/time-sheets")).Items()).Id().ToString();
        await contributor.PostAsync($"/api/projects/{project.Id()}/time-sheets/{_values["timeSheet"]}/submit").JsonAsync();
        _values["release"] = await PartAsync(owner, "releases", new { name = "Release" });
        _values["rate"] = await PartAsync(owner, "rates", new { amount = 9_000, currency = "EUR", validFrom = "2026-01-01" });
        _values["dayOff"] = (await contributor.PostAsync("/api/time-off", new { from = "2026-03-05", to = "2026-03-06" }).JsonAsync(HttpStatusCode.Created)).Id().ToString();
        using var retitled = await owner.PatchAsync($"/api/projects/{project.Id()}", new { name = "Retitled" });
        _values["projectChange"] = retitled.Headers.GetValues("X-Change-Id").Single();

        var invited = await owner.PostAsync($"/api/projects/{project.Id()}/members", new { email = $"new-{Guid.CreateVersion7():N}@example.org", role = "viewer" }).JsonAsync();
        Keep(invited, "projectToken", "projectInvitation");
        var invitedToAll = await cast.Boss.PostAsync($"/api/workspaces/{_values["workspace"]}/invitations", new { email = $"new-{Guid.CreateVersion7():N}@example.org" }).JsonAsync();
        Keep(invitedToAll, "workspaceToken", "workspaceInvitation");
    }

    private async Task<string> PartAsync(Person by, string list, object members) =>
        (await by.PostAsync($"/api/projects/{_values["project"]}/{list}", members).JsonAsync(HttpStatusCode.Created)).Id().ToString();

    private void Keep(JsonElement invitation, string token, string id)
    {
        _values[token] = invitation.Text("invitationLink").Split('/')[^1];
        _values[id] = invitation.TryGetProperty("invitationId", out var named) ? named.GetString()! : invitation.Id().ToString();
    }
}
