using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Projects.Lifecycle;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

public sealed class EraseDeletedProjectsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task What_was_in_the_trash_for_thirty_days_is_erased_and_nothing_younger()
    {
        var (old, young) = (await places.TeamProjectAsync(), await places.TeamProjectAsync());
        await places.Owner.DeleteAsync(old).JsonAsync(HttpStatusCode.NoContent);
        await places.Owner.DeleteAsync(young).JsonAsync(HttpStatusCode.NoContent);
        await AgeAsync(old, 31);
        await AgeAsync(young, 29);

        await EraseAsync(old);

        await places.Owner.PostAsync($"{old}/restore").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        var id = old.Split('/')[^1];
        Assert.Equal(0, await places.Api.QueryAsync<long>("projects", $"select count(*) from project_event where stream_id = '{id}'"));
        Assert.Equal(0, await places.Api.QueryAsync<long>("projects", $"select count(*) from project_member where project_id = '{id}'"));
        await places.Owner.PostAsync($"{young}/restore").JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_tasks_of_an_erased_project_and_their_comments_go_with_it()
    {
        var path = await places.TeamProjectAsync();
        var id = path.Split('/')[^1];
        var task = (await places.Owner.PostAsync("/api/tasks", new { projectId = id, title = "Soon gone" }).JsonAsync(HttpStatusCode.Created)).Id();
        await places.Owner.PostAsync($"/api/tasks/{task}/comments", new { body = "So is this" }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        await AgeAsync(path, 31);
        await EraseAsync(path);

        await Eventually.GetAsync(() => places.Api.QueryAsync<long>("tasks", $"select count(*) from task where project_id = '{id}'"), count => count == 0);
        Assert.Equal(0, await places.Api.QueryAsync<long>("tasks", $"select count(*) from task_event where stream_id = '{task}'"));
        await Eventually.GetAsync(() => places.Api.QueryAsync<long>("communication", $"select count(*) from comment where task_id = '{task}'"), count => count == 0);
    }

    [Fact]
    public async Task Invitations_that_have_run_out_go_too()
    {
        var path = $"/api/projects/{(await places.OwnProjectAsync()).Id()}";
        var ended = (await places.InvitationAsync(path, "viewer")).Id("invitationId");
        var open = (await places.InvitationAsync(path, "viewer")).Id("invitationId");
        await places.Api.QueryAsync<Guid>("projects", $"update invitation set expires_at = now() - interval '1 second' where id = '{ended}' returning id");
        await Erasure.EraseAsync(CancellationToken.None);
        Assert.Equal(1, await places.Api.QueryAsync<long>("projects", $"select count(*) from invitation where id in ('{ended}', '{open}')"));
    }

    private EraseDeletedProjects Erasure => places.Api.Services.GetRequiredService<EraseDeletedProjects>();

    /// <summary>What somebody else is writing is passed over, and left to the next round.</summary>
    private Task EraseAsync(string path) => Eventually.GetAsync(
        async () =>
        {
            await Erasure.EraseAsync(CancellationToken.None);
            return await places.Api.QueryAsync<long>("projects", $"select count(*) from project where id = '{path.Split('/')[^1]}'");
        },
        left => left == 0);

    private Task AgeAsync(string path, int days) => places.Api.QueryAsync<Guid>(
        "projects", $"update project set deleted_at = now() - interval '{days} days' where id = '{path.Split('/')[^1]}' returning id");
}
