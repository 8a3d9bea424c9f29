using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Services.Tests.Given;
using Waymark.Tasks.Trash;

namespace Waymark.Services.Tests.Tasks.Trash;

public sealed class EraseTrashTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task What_was_in_the_trash_for_thirty_days_is_erased_with_all_that_hangs_on_it_and_nothing_younger()
    {
        var (old, young) = ((await team.TaskAsync(new { assigneeIds = new[] { team.Viewer.Id } })).Id(), (await team.TaskAsync()).Id());
        await team.Contributor.PostAsync($"/api/tasks/{old}/comments", new { body = "Soon gone" }).JsonAsync(HttpStatusCode.Created);
        await Eventually.GetAsync(() => CountAsync("notifications", "notification", "task_id", old), count => count > 0);
        await Eventually.GetAsync(() => CountAsync("communication", "task_copy", "id", old), count => count == 1);
        foreach (var (task, days) in new[] { (old, 31), (young, 29) })
        {
            await team.Contributor.DeleteAsync($"/api/tasks/{task}").JsonAsync(HttpStatusCode.NoContent);
            await api.QueryAsync<Guid>("tasks", $"update task set deleted_at = now() - interval '{days} days' where id = '{task}' returning id");
        }

        // What somebody else is writing is passed over, and left to the next round.
        await Eventually.GetAsync(
            async () =>
            {
                await api.Services.GetRequiredService<EraseTrash>().EraseAsync(CancellationToken.None);
                return await CountAsync("tasks", "task", "id", old);
            },
            left => left == 0);

        await team.Contributor.PostAsync($"/api/tasks/{old}/restore").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"/api/tasks/{old}/history").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(0, await CountAsync("tasks", "task_event", "stream_id", old));
        await Eventually.GetAsync(() => CountAsync("communication", "comment", "task_id", old), count => count == 0);
        await Eventually.GetAsync(() => CountAsync("communication", "task_copy", "id", old), count => count == 0);
        await Eventually.GetAsync(() => CountAsync("notifications", "task_copy", "id", old), count => count == 0);
        await Eventually.GetAsync(() => CountAsync("notifications", "notification", "task_id", old), count => count == 0);
        await team.Contributor.PostAsync($"/api/tasks/{young}/restore").JsonAsync(HttpStatusCode.OK);
    }

    private Task<long> CountAsync(string service, string table, string column, Guid id) =>
        api.QueryAsync<long>(service, $"select count(*) from {table} where {column} = '{id}'");
}
