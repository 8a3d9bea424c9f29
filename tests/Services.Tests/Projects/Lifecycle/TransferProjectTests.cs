using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

public sealed class TransferProjectTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task The_new_owner_owns_and_the_old_one_manages()
    {
        var path = await places.TeamProjectAsync();
        var handed = await places.Owner.PostAsync($"{path}/transfer", new { userId = places.Viewer.Id }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((places.Viewer.Id, "manager"), (handed.Id("ownerId"), handed.Text("role")));
        Assert.Equal("owner", (await places.Viewer.ReadAsync(path)).Text("role"));
        Assert.Equal("manager", (await places.Viewer.ReadAsync($"{path}/members/{places.Owner.Id}")).Text("role"));
        await places.Owner.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Api.ToldAsync(
            $"project:{handed.Id()}", "project.created", "member.added", "member.added", "member.added", "member.changed", "member.changed");
    }

    [Fact]
    public async Task Only_to_a_member_and_only_by_an_owner()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.PostAsync($"{path}/transfer", new { userId = places.Stranger.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.PostAsync($"{path}/transfer", new { }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await places.Manager.PostAsync($"{path}/transfer", new { userId = places.Manager.Id }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync($"{path}/transfer", new { userId = places.Viewer.Id }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.SendAsync(HttpMethod.Post, $"{path}/transfer", new { userId = places.Viewer.Id }, ("If-Match", "\"1\""))
            .ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.Equal(places.Owner.Id, (await places.Viewer.ReadAsync(path)).Id("ownerId"));
    }

    [Fact]
    public async Task Handing_over_to_oneself_changes_nothing()
    {
        var path = await places.TeamProjectAsync();
        var same = await places.Owner.PostAsync($"{path}/transfer", new { userId = places.Owner.Id }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((4L, "owner"), (same.Version(), same.Text("role")));
    }
}
