using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Membership;
using Waymark.Platform.Data;
using Waymark.Services.Tests.Given;
using Waymark.Tasks.Data;

namespace Waymark.Services.Tests.Tasks.Data;

/// <summary>The batch of a change carries its own guard and its own commit.</summary>
public sealed class TaskWriteTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_of_a_row_that_has_moved_on_writes_nothing(bool inTransaction)
    {
        var task = (await team.TaskAsync(new { title = "As it was" })).Id();
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        await RecordTitleAsync(db, task, "Too late");
        // Only the row moves on: an event of somebody else's change would refuse ours before the row does.
        await QueryAsync<Guid>($"update task set version = 7 where id = '{task}' returning id");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(db, inTransaction));

        Assert.Equal("As it was", await QueryAsync<string>($"select title from task where id = '{task}'"));
        Assert.Equal(1L, await QueryAsync<long>($"select count(*) from task_event where stream_id = '{task}'"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_is_committed_with_its_batch(bool inTransaction)
    {
        var task = (await team.TaskAsync()).Id();
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        await RecordTitleAsync(db, task, "New");

        await SaveAsync(db, inTransaction);

        Assert.Equal("New", await QueryAsync<string>($"select title from task where id = '{task}'"));
        Assert.Equal(2L, await QueryAsync<long>($"select count(*) from task_event where stream_id = '{task}'"));
    }

    private static async Task SaveAsync(TasksDbContext db, bool inTransaction)
    {
        if (!inTransaction)
        {
            await db.SaveChangesAsync(Ct);
            return;
        }

        await using var transaction = await db.BeginAsync(Ct);
        await db.CommitAsync(Platform.Http.Answers.Deleted(), transaction, Ct);
    }

    private async Task RecordTitleAsync(TasksDbContext db, Guid task, string title)
    {
        var row = await db.Tasks.SingleAsync(t => t.Id == task, Ct);
        var draft = row.Draft();
        draft.Title = title;
        db.Record(row, draft, await db.Set<ProjectCopy>().SingleAsync(p => p.Id == team.ProjectId, Ct));
    }

    private Task<T> QueryAsync<T>(string sql) => api.QueryAsync<T>("tasks", sql);
}
