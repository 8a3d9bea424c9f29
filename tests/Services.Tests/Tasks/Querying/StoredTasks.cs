using Npgsql;
using Waymark.Platform.Data;
using Waymark.Tasks.Cycles;
using Waymark.Tasks.Data;
using Waymark.Tasks.Model.Linking;
using Waymark.Tasks.Searching;

namespace Waymark.Services.Tests.Tasks.Querying;

/// <content>How they come into a database.</content>
internal sealed partial class SomeTasks
{
    public async Task StoreAsync(TasksDbContext db)
    {
        foreach (var project in _projects)
        {
            await RunAsync(
                db,
                "insert into project (id, workspace_id, key, name, state, time_zone, workflow, version) values ($1, $2, $3, $4, $5, $6, $7, 1)",
                project.Id, project.WorkspaceId, project.Key, project.Name, project.State, project.TimeZone, project.WorkflowJson);
            await RunAsync(db, "insert into project_key (key, project_id) values ($1, $2)", project.Key, project.Id);
            foreach (var person in project == _projects[2] ? _people[1..] : _people)
            {
                await RunAsync(db, "insert into project_member (project_id, user_id, rank) values ($1, $2, 2::smallint)", project.Id, person);
            }
        }

        foreach (var (id, project, name) in _milestones)
        {
            await RunAsync(db, "insert into project_milestone (id, project_id, folded, is_gone) values ($1, $2, $3, false)", id, project, name.ToLowerInvariant());
        }

        foreach (var (id, project, name, type) in _fields)
        {
            await RunAsync(
                db, "insert into project_field (id, project_id, name, folded, type, options, is_gone, task_types) values ($1, $2, $3, $4, $5, '{}', false, $6)",
                id, project, name, name.ToLowerInvariant(), type, TypesOf(name));
        }

        await using var connection = await db.CommandAsync("", CancellationToken.None);
        await using var batch = new NpgsqlBatch(connection.Connection);
        foreach (var task in Tasks)
        {
            batch.BatchCommands.Add(TaskWrite.Insert(task));
            var counters = new NpgsqlBatchCommand("update task set subtask_count = $1, subtask_done_count = $2 where id = $3");
            counters.Parameters.With(task.SubtaskCount).With(task.SubtaskDoneCount).With(task.Id);
            batch.BatchCommands.Add(counters);
        }

        foreach (var cycle in _cycles)
        {
            batch.BatchCommands.Add(CycleStore.Insert(cycle));
        }

        foreach (var (task, cycle) in from task in Tasks from cycle in CyclesOf(task) select (task, cycle))
        {
            var taken = new NpgsqlBatchCommand("insert into cycle_task (cycle_id, task_id) values ($1, $2)");
            taken.Parameters.With(cycle.Id).With(task.Id);
            batch.BatchCommands.Add(taken);
        }

        foreach (var (from, to) in Blocks)
        {
            batch.BatchCommands.Add(DependencyWrite.Insert(new TaskDependency
            {
                Id = Guid.CreateVersion7(),
                WorkspaceId = Guid.Empty,
                FromId = from,
                ToId = to,
                Kind = DependencyKind.Blocks,
                CreatedBy = Caller,
                CreatedAt = Now,
            }));
        }

        await batch.ExecuteNonQueryAsync();
        await IndexSomeAsync(db);
    }

    /// <summary>Of the tasks that the index of texts holds some have changed since, and the last ones of each project it has not come to.</summary>
    private async Task IndexSomeAsync(TasksDbContext db)
    {
        foreach (var tasks in Tasks.GroupBy(t => t.ProjectId))
        {
            var numbers = tasks.Select(t => t.Number).Order().ToList();
            var indexedTo = Math.Max(TaskText.LookedThrough, numbers[_random.Next(numbers.Count)]);
            await RunAsync(db, "insert into project_counter (project_id, last_number, first_rank, last_rank) values ($1, $2, 0, $2)", tasks.Key, numbers[^1]);
            await RunAsync(db, "insert into text_progress (project_id, indexed_to) values ($1, $2)", tasks.Key, indexedTo);
            foreach (var task in tasks.Where(t => t.Number > TaskText.LookedThrough && t.Number <= indexedTo))
            {
                await RunAsync(db, "insert into task_text (task_id, project_id) values ($1, $2)", task.Id, task.ProjectId);
                if (_random.Next(4) > 0)
                {
                    await RunAsync(db, "update task_text set grams = $2 where task_id = $1", task.Id, TextGrams.Of(task.ProjectId, task.Number, task.Title, task.Description));
                }
            }
        }
    }

    private static async Task RunAsync(TasksDbContext db, string sql, params object[] values)
    {
        await using var command = await db.CommandAsync(sql, CancellationToken.None);
        command.Parameters.AddRange(Array.ConvertAll(values, v => new NpgsqlParameter { Value = v }));
        await command.ExecuteNonQueryAsync();
    }
}
