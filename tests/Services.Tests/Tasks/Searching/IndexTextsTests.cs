using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Data;
using Waymark.Services.Tests.Given;
using Waymark.Tasks.Data;
using Waymark.Tasks.Erasure;
using Waymark.Tasks.Searching;

namespace Waymark.Services.Tests.Tasks.Searching;

public sealed class IndexTextsTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_for_the_index_is_found_and_what_is_erased_leaves_it()
    {
        var project = (await team.NewProjectAsync()).Id;
        await AddAsync(project, "Among the first");
        await GrowAsync(project, 1_000);
        var (kept, changed, touched) = (await AddAsync(project, "Rhubarb"), await AddAsync(project, "Rhubarb"), await AddAsync(project, "Rhubarb"));
        Assert.Equal([kept, changed, touched], await FindAsync(project, "rhubarb"));
        await IndexAsync(project, atMost: 0);

        await team.Contributor.PatchAsync($"/api/tasks/{touched}", new { title = "Rhubarb", priority = "high" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((3, 0), await CountAsync(project));
        await team.Contributor.PatchAsync($"/api/tasks/{changed}", new { title = "Fennel" }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([changed], await FindAsync(project, "fennel"));
        Assert.Equal([kept, touched], await FindAsync(project, "rhubarb"));
        await IndexAsync(project, atMost: 0);
        Assert.Equal([changed], await FindAsync(project, "fennel"));
        Assert.Equal([kept, touched], await FindAsync(project, "rhubarb"));

        await using var scope = api.Services.CreateAsyncScope();
        await EraseProject.EraseAsync(scope.ServiceProvider.GetRequiredService<TasksDbContext>(), [project], Ct);
        Assert.Equal((0, 0), await CountAsync(project));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_that_changes_while_it_is_indexed_is_found_as_it_is(bool wasIndexed)
    {
        var project = (await team.NewProjectAsync()).Id;
        await AddAsync(project, "Among the first");
        await GrowAsync(project, 1_000);
        var (changing, other) = (await AddAsync(project, "Rhubarb"), await AddAsync(project, "Rhubarb"));
        if (wasIndexed)
        {
            await IndexAsync(project, atMost: 0);
        }

        await using (var connection = await api.AdministratorOfAsync("tasks"))
        {
            await using var transaction = await connection.BeginTransactionAsync(Ct);
            await connection.RunAsync($"update task set title = 'Fennel' where id = '{changing}'", Ct);
            var indexing = api.Services.GetRequiredService<IndexTexts>().IndexAsync(restsPerBatch: 0, Ct);
            await transaction.CommitAsync(Ct);
            await indexing;
        }

        Assert.Equal([changing], await FindAsync(project, "fennel"));
        await IndexAsync(project, atMost: 0);
        Assert.Equal([changing], await FindAsync(project, "fennel"));
        Assert.Equal([other], await FindAsync(project, "rhubarb"));
    }

    /// <summary>As if so many tasks had been made.</summary>
    private Task GrowAsync(Guid project, int count) =>
        api.QueryAsync<int>("tasks", $"update project_counter set last_number = {count} where project_id = '{project}' returning 1");

    private async Task<(long All, long Waiting)> CountAsync(Guid project) => (
        await api.QueryAsync<long>("tasks", $"select count(*) from task_text where project_id = '{project}'"),
        await api.QueryAsync<long>(
            "tasks",
            $"""
            select (select count(*) from task_text where project_id = '{project}' and grams is null) + (
                select count(*) from task t left join text_progress p using (project_id)
                where project_id = '{project}' and number > coalesce(p.indexed_to, 1000))
            """));

    /// <summary>Indexes what it can; another test, or the product itself, may just be at it, too.</summary>
    private async Task IndexAsync(Guid project, long atMost)
    {
        await api.Services.GetRequiredService<IndexTexts>().IndexAsync(restsPerBatch: 0, Ct);
        await Eventually.GetAsync(() => CountAsync(project), count => count.Waiting <= atMost);
    }

    private async Task<Guid> AddAsync(Guid projectId, string title) => (await team.TaskAsync(new { title }, projectId)).Id();

    private async Task<List<Guid>> FindAsync(Guid project, string q) =>
        [.. (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&sort=createdAt&q={q}")).Items().Select(t => t.Id())];
}
