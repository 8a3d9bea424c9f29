using Npgsql;
using Waymark.Contracts.Users;
using Waymark.Projects.Access;
using Waymark.Projects.Views;

namespace Waymark.Projects.Goals;

/// <summary>What a goal may be linked to, whose it may be, and to which other goal it may contribute.</summary>
internal sealed class GoalRules(ProjectsDbContext db, ProjectDoor door)
{
    /// <summary>How many goals there are at most on the way from a topmost one down to a lowest.</summary>
    public const int MaxDepth = 10;

    public static readonly ProblemKind GoalCircle = ProblemKind.Unprocessable("goal_circle", "A goal would contribute to itself; circle names the goals, each contributing to the next.");

    public static readonly ProblemKind GoalsTooDeep = ProblemKind.Unprocessable("goals_too_deep", "Goals stand ten deep at most.");

    private const string Lock = "select pg_advisory_xact_lock(hashtextextended(@workspace::text, 8))";

    private const string Seen =
        $"""
        select
            array(select p.id from project p where p.id = any(@projects) and p.workspace_id = @workspace and p.deleted_at is null and {ListProjects.Visible}),
            array(select m.id from milestone m join project p on p.id = m.project_id
                  where m.id = any(@milestones) and p.workspace_id = @workspace and p.deleted_at is null and {ListProjects.Visible})
        """;

    private const string Way =
        $"""
        {Lock};
        with recursive above as (
            select g.id, g.parent_id, 1 as depth from goal g where g.id = @parent and g.workspace_id = @workspace
            union all
            select g.id, g.parent_id, a.depth + 1 from above a join goal g on g.id = a.parent_id where a.id <> @id),
        below as (
            select @id as id, 1 as depth
            union all
            select g.id, b.depth + 1 from below b join goal g on g.parent_id = b.id where b.id <> @parent)
        select a.id, g.name, (select max(depth) from below) from above a join goal g on g.id = a.id order by a.depth
        """;

    /// <summary>Why somebody of this rank in a workspace makes and changes no goals there; null when they may.</summary>
    public static Problem? Refusal(int rank) => rank >= Permissions.MinimumWorkspaceRank[Permissions.GoalEdit]
        ? null
        : Problems.Forbidden("Guests of a workspace cannot change its goals; one of its admins can make you a member.");

    /// <summary>Who answers for a goal deletes it, and who manages the workspace.</summary>
    public static Problem? DeletionRefusal(Goal goal, int rank, Guid callerId) => Refusal(rank)
        ?? (goal.OwnerId == callerId || rank >= WorkspaceRoles.Rank(WorkspaceRoles.Admin)
            ? null
            : Problems.Forbidden("Only who answers for the goal, or an admin of its workspace, can delete it."));

    /// <summary>Makes changes of parents in one workspace follow each other until the transaction ends: two of them could close a circle together.</summary>
    public static async Task LockAsync(ProjectsDbContext db, Guid workspaceId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Lock, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", workspaceId));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes the members into a draft, or says why not. Needs an open transaction.</summary>
    public async Task<Problem?> CopyAsync(GoalInput input, Goal draft, Guid callerId, CancellationToken ct)
    {
        if (input.OwnerId is { } ownerId && ownerId != draft.OwnerId && (await door.PresentAsync(draft.WorkspaceId, callerId, [ownerId], ct)).Count == 0)
        {
            return Problems.NotFound("person in this workspace");
        }

        if ((await LinkAsync(input, draft, callerId, ct)
            ?? (input.ParentId is { } parentId && parentId != draft.ParentId ? await PlaceAsync(draft, parentId, ct) : null)) is { } problem)
        {
            return problem;
        }

        (draft.Name, draft.Description) = (input.Name!.Trim(), input.Description ?? "");
        (draft.OwnerId, draft.DueDate, draft.ParentId) = (input.OwnerId ?? draft.OwnerId, input.DueDate, input.ParentId);
        return null;
    }

    private async Task<Problem?> LinkAsync(GoalInput input, Goal draft, Guid callerId, CancellationToken ct)
    {
        Guid[] projects = [.. (input.ProjectIds ?? []).Distinct()], milestones = [.. (input.MilestoneIds ?? []).Distinct()];
        if (projects.SequenceEqual(draft.ProjectIds) && milestones.SequenceEqual(draft.MilestoneIds))
        {
            return null;
        }

        await using var command = await db.CommandAsync(Seen, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", draft.WorkspaceId));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. projects, .. draft.ProjectIds]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("milestones", [.. milestones, .. draft.MilestoneIds]));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var (seenProjects, seenMilestones) = (row.GetFieldValue<Guid[]>(0), row.GetFieldValue<Guid[]>(1));
        if (projects.Except(draft.ProjectIds).Except(seenProjects).Any())
        {
            return Problems.NotFound("project in this workspace");
        }

        if (milestones.Except(draft.MilestoneIds).Except(seenMilestones).Any())
        {
            return Problems.NotFound("milestone in this workspace");
        }

        // Nobody takes away what they do not see.
        draft.ProjectIds = [.. projects.Union(draft.ProjectIds.Except(seenProjects))];
        draft.MilestoneIds = [.. milestones.Union(draft.MilestoneIds.Except(seenMilestones))];
        return null;
    }

    private async Task<Problem?> PlaceAsync(Goal draft, Guid parentId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Way, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", draft.WorkspaceId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", draft.Id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("parent", parentId));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        var (names, depth, last) = (new List<string>(), 0, Guid.Empty);
        while (await row.ReadAsync(ct))
        {
            names.Add(row.GetString(1));
            (last, depth) = (row.GetGuid(0), names.Count + row.GetInt32(2));
        }

        return names.Count == 0 ? Problems.NotFound("goal in this workspace")
            : last == draft.Id ? Circle([names[^1], .. names])
            : depth > MaxDepth ? GoalsTooDeep.Because($"With this, goals would stand {depth} deep; {MaxDepth} is the most.")
            : null;
    }

    private static Problem Circle(IReadOnlyList<string> names) => GoalCircle.Because(
        $"A goal would contribute to itself: {string.Join(" to ", names)}.", new Dictionary<string, object?>(StringComparer.Ordinal) { ["circle"] = names });
}
