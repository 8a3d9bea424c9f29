using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Given;

/// <summary>
/// A workspace of its own for a test class, with people whom all classes share: its owner makes projects with one person in
/// each role. The others belong to the projects alone, so they become guests of the workspace.
/// </summary>
public sealed class Places(WaymarkApi api) : IAsyncLifetime
{
    public WaymarkApi Api => api;

    public Person Owner { get; private set; } = null!;

    public Person Manager { get; private set; } = null!;

    public Person Contributor { get; private set; } = null!;

    public Person Viewer { get; private set; } = null!;

    public Person Stranger { get; private set; } = null!;

    public Guid WorkspaceId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var people = await Task.WhenAll(new[] { "Olga", "Mira", "Cem", "Vera", "Sten" }.Select(api.KnownAsync));
        (Owner, Manager, Contributor, Viewer, Stranger) = (people[0], people[1], people[2], people[3], people[4]);
        WorkspaceId = (await WorkspaceAsync()).Id();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A workspace of the owner with these members.</summary>
    public async Task<JsonElement> WorkspaceAsync(params (Person Person, string Role)[] members)
    {
        var workspace = await Owner.PostAsync("/api/workspaces", new { name = "Workspace" }).JsonAsync(HttpStatusCode.Created);
        foreach (var (person, role) in members)
        {
            await Owner.PostAsync($"/api/workspaces/{workspace.Id()}/members", new { userId = person.Id, role }).JsonAsync(HttpStatusCode.Created);
        }

        return workspace;
    }

    /// <summary>A project of the owner alone.</summary>
    public Task<JsonElement> OwnProjectAsync(string name = "Project", Guid? workspaceId = null) =>
        Owner.PostAsync("/api/projects", new { name, workspaceId = workspaceId ?? WorkspaceId }).JsonAsync(HttpStatusCode.Created);

    /// <summary>The address of a project with one person in each role, whom every service knows by now.</summary>
    public async Task<string> TeamProjectAsync(string name = "Project", Guid? workspaceId = null)
    {
        var project = (await OwnProjectAsync(name, workspaceId)).Id();
        var path = $"/api/projects/{project}";
        foreach (var (person, role) in new[] { (Manager, "manager"), (Contributor, "contributor"), (Viewer, "viewer") })
        {
            await Owner.PostAsync($"{path}/members", new { userId = person.Id, role }).JsonAsync(HttpStatusCode.Created);
        }

        await api.MembersKnownAsync(project, 4);
        return path;
    }

    /// <summary>The token of a new invitation to the project or workspace at this address.</summary>
    public async Task<string> InviteAsync(string path, string role) => (await InvitationAsync(path, role)).Text("invitationLink")!.Split('/')[^1];

    /// <summary>A new invitation of an address that nobody has.</summary>
    public Task<JsonElement> InvitationAsync(string path, string role) =>
        Owner.PostAsync($"{path}/members", new { email = NewAddress(), role }).JsonAsync(HttpStatusCode.Created);

    public static string NewAddress() => $"nobody-{Guid.CreateVersion7():N}@example.org";

    /// <summary>Fills a project up with people whom nobody knows.</summary>
    public Task FillProjectAsync(string path, int members) => FillAsync("projects", "project_member", "project_id", path, members);

    /// <summary>Fills a workspace up with people whom nobody knows.</summary>
    public Task FillWorkspaceAsync(string path, int members) => FillAsync("users", "workspace_member", "workspace_id", path, members);

    private Task FillAsync(string service, string table, string owner, string path, int members) => api.QueryAsync<long>(
        service,
        $"""
        with filled as (
            insert into {table} ({owner}, user_id, rank, joined_at)
            select '{path.Split('/')[^1]}', gen_random_uuid(), 1, now()
            from generate_series(1, {members} - (select count(*) from {table} where {owner} = '{path.Split('/')[^1]}'))
            returning 1)
        select count(*) from filled
        """);
}
