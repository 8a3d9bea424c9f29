using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Lifecycle;

/// <summary>What a task is to refer to from now on and did not before: asked for in one statement.</summary>
internal sealed record ReferenceQuestion(Guid[] People, string[] Labels, Guid? ParentId, Guid? MilestoneId)
{
    private const string Query =
        """
        with known as (
            select folded, name, given_up, exclusive_group from project_label where project_id = @project and folded = any(@folded) order by folded for share),
        aim as (select id from project_milestone where id = @milestone and project_id = @project and not is_gone for share)
        select
            array(select u from unnest(@people) u
                  where not exists (select from project_member m where m.project_id = @project and m.user_id = u)
                    and not exists (select from workspace_manager w where w.workspace_id = @workspace and w.user_id = u)),
            array(select coalesce(l.name, n.name) from unnest(@names, @folded) with ordinality n(name, folded, place)
                  left join known l on l.folded = n.folded order by n.place),
            @parent is null or exists (select from task where id = @parent and project_id = @project and deleted_at is null),
            exists (
                with recursive ancestor as (
                    select id, parent_id from task where id = @parent
                    union
                    select t.id, t.parent_id from task t join ancestor a on t.id = a.parent_id)
                select from ancestor where id = @task),
            array(select n.name from unnest(@names, @folded) n(name, folded) left join known l on l.folded = n.folded where l.name is null order by n.folded),
            array(select coalesce(l.given_up, 0) from unnest(@names, @folded) n(name, folded) left join known l on l.folded = n.folded where l.name is null order by n.folded),
            @milestone is null or exists (select from aim),
            array(select l.folded from known l where l.exclusive_group is not null order by l.folded),
            array(select l.exclusive_group from known l where l.exclusive_group is not null order by l.folded)
        """;

    /// <summary>Of two tasks that become each other's parent at once, the second sees what the first has done.</summary>
    private const string LockFamilies = "select pg_advisory_xact_lock(hashtextextended(@project::text, 8));";

    /// <summary>Whether nothing is asked; labels that stay as they are need no answer.</summary>
    public bool IsEmpty => People.Length == 0 && ParentId is null && MilestoneId is null;

    public async Task<ReferenceAnswer> AskAsync(TasksDbContext db, TaskItem draft, CancellationToken ct)
    {
        var isMove = ParentId is not null && draft.Version > 0;
        await using var command = await db.CommandAsync(isMove ? LockFamilies + Query : Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("people", People));
        command.Parameters.Add(new NpgsqlParameter<string[]>("names", Labels));
        command.Parameters.Add(new NpgsqlParameter<string[]>("folded", [.. Labels.Select(LabelNames.Fold)]));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", draft.ProjectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", draft.WorkspaceId));
        command.Parameters.Add(new NpgsqlParameter("parent", NpgsqlDbType.Uuid) { Value = (object?)ParentId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("milestone", NpgsqlDbType.Uuid) { Value = (object?)MilestoneId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid>("task", draft.Id));
        await using var row = await command.ExecuteReaderAsync(ct);
        if (isMove)
        {
            await row.NextResultAsync(ct);
        }

        await row.ReadAsync(ct);
        return ReferenceAnswer.Read(row);
    }
}

/// <summary>What was found, or the first thing that was not.</summary>
internal sealed record ReferenceAnswer(Problem? Problem)
{
    /// <summary>Whether somebody is unknown here, who may be a member all the same.</summary>
    public bool LacksPeople { get; private init; }

    /// <summary>Whether something that the project defines is unknown here.</summary>
    public bool LacksDefinitions { get; private init; }

    /// <summary>The labels in the spelling of the project.</summary>
    public string[] Labels { get; private init; } = [];

    /// <summary>Which of them exclude each other.</summary>
    public ExclusiveLabels Exclusive { get; private init; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Those of them that nothing has named before.</summary>
    public NewLabel[] NewLabels { get; private init; } = [];

    public static ReferenceAnswer Read(NpgsqlDataReader row)
    {
        var lacksPeople = row.GetFieldValue<Guid[]>(0).Length > 0;
        var lacksMilestone = !row.GetBoolean(6);
        var problem = lacksPeople ? Problems.NotFound("person in this project")
            : lacksMilestone ? Problems.NotFound("milestone in this project")
            : !row.GetBoolean(2) ? Problems.NotFound("task")
            : row.GetBoolean(3) ? TaskReferences.ParentCycle.Because()
            : null;
        return new ReferenceAnswer(problem)
        {
            LacksPeople = lacksPeople,
            LacksDefinitions = lacksMilestone,
            Labels = row.GetFieldValue<string[]>(1),
            Exclusive = new ExclusiveLabels(row.GetFieldValue<string[]>(7).Zip(row.GetFieldValue<string[]>(8)).ToDictionary(l => l.First, l => l.Second, StringComparer.Ordinal)),
            NewLabels = [.. row.GetFieldValue<string[]>(4).Zip(row.GetFieldValue<int[]>(5), (name, times) => new NewLabel(name, times))],
        };
    }
}
