using System.Net;
using Waymark.Contracts.Users;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Reactions;

public sealed class KeepWorkspacesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_new_admin_finds_the_projects_at_once_and_a_former_one_soon_no_more()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        var path = $"/api/projects/{(await places.OwnProjectAsync(workspaceId: workspace)).Id()}";
        await places.Stranger.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PostAsync($"/api/workspaces/{workspace}/members", new { userId = places.Stranger.Id, role = "admin" }).JsonAsync(HttpStatusCode.Created);
        await places.Stranger.ReadAsync(path);

        await places.Owner.PutAsync($"/api/workspaces/{workspace}/members/{places.Stranger.Id}", new { role = "member" }).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(
            async () =>
            {
                using var answer = await places.Stranger.GetAsync(path);
                return answer.StatusCode;
            },
            status => status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_older_state_never_replaces_a_newer_one()
    {
        var id = Guid.CreateVersion7();
        var key = $"workspace:{id}";
        var newer = new WorkspaceState(id, "Team", "team", "team", "Asia/Tokyo", [new(places.Owner.Id, WorkspaceRoles.Owner)], false, 5);
        var older = newer with { TimeZone = "UTC", Members = [new(places.Owner.Id, WorkspaceRoles.Guest), new(places.Viewer.Id, WorkspaceRoles.Admin)], Version = 4 };
        await places.Api.PublishAsync(new WorkspaceCreated(newer), key, 5, id);
        await places.Api.PublishAsync(new WorkspaceCreated(older), key, 4, id);
        var last = newer with { Version = 6, TimeZone = "Asia/Seoul" };
        await places.Api.PublishAsync(new WorkspaceCreated(last), key, 6, id);
        await Eventually.GetAsync(CopyAsync, copy => copy.StartsWith("Asia/Seoul", StringComparison.Ordinal));
        Assert.Equal($"Asia/Seoul {places.Owner.Id}:4", await CopyAsync());

        Task<string> CopyAsync() => places.Api.QueryAsync<string>(
            "projects",
            $"""
            select coalesce(max(w.time_zone), '') || ' ' || coalesce(string_agg(m.user_id || ':' || m.rank, ' '), '')
            from workspace w left join workspace_member m on m.workspace_id = w.id where w.id = '{id}'
            """);
    }
}
