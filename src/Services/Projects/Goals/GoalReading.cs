using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Goals;

/// <summary>
/// Reads goals as callers see them. Tasks of milestones are counted here, from their marks; those of whole projects are counted where
/// the tasks are, all of a page by one question.
/// </summary>
internal sealed class GoalReading(ProjectsDbContext db, ProjectDoor door, ITaskAccess tasks)
{
    /// <summary>True for goals of the workspaces in which the caller is.</summary>
    private const string Visible = "(g.workspace_id = @caller or g.workspace_id in (select w.workspace_id from workspace_member w where w.user_id = @caller))";

    /// <summary>The goal with the caller's rank in its workspace, or null: absent and invisible are the same.</summary>
    public async Task<GoalRow?> FindAsync(Guid goalId, Guid callerId, CancellationToken ct)
    {
        if ((await ReadAsync("g.id = @goal", "asc", 1, [new NpgsqlParameter<Guid>("goal", goalId)], callerId, ct)) is not [var row])
        {
            return null;
        }

        if (row.Rank > 0)
        {
            return row;
        }

        // Whom the copy of the workspace does not know may have joined a moment ago.
        var (_, rank) = await door.FindWorkspaceAsync(row.Goal.WorkspaceId, callerId, ct);
        return rank > 0 ? row with { Rank = rank } : null;
    }

    /// <summary>A page of goals, of one workspace or of all of the caller's.</summary>
    public async Task<List<GoalRow>> ListAsync(GoalListQuery query, PartListPlace place, Guid callerId, CancellationToken ct)
    {
        var isAscending = place.Sort == "createdAt";
        var (conditions, parameters) = (new List<string> { Visible }, new List<NpgsqlParameter>());
        if (query.WorkspaceId is { } workspaceId)
        {
            conditions.Add("g.workspace_id = @workspace");
            parameters.Add(new NpgsqlParameter<Guid>("workspace", workspaceId));
        }

        if (query.Parent is { } parentId)
        {
            conditions.Add(parentId == Guid.Empty ? "g.parent_id is null" : "g.parent_id = @parent");
            parameters.Add(new NpgsqlParameter<Guid>("parent", parentId));
        }

        if (place.Behind is { } behind)
        {
            conditions.Add(isAscending ? "g.id > @behind" : "g.id < @behind");
            parameters.Add(new NpgsqlParameter<Guid>("behind", behind));
        }

        var (condition, direction) = (string.Join(" and ", conditions), isAscending ? "asc" : "desc");
        var rows = await ReadAsync(condition, direction, place.Limit + 1, parameters, callerId, ct);
        return rows.Count == 0 && query.WorkspaceId is { } asked && await IsNewsAsync(asked, callerId, ct)
            ? await ReadAsync(condition, direction, place.Limit + 1, parameters.ConvertAll(p => p.Clone()), callerId, ct)
            : rows;
    }

    /// <summary>How far these projects are; null while the service of tasks cannot be asked.</summary>
    public async Task<IReadOnlyDictionary<Guid, TaskTally>?> TallyAsync(IEnumerable<Guid> projectIds, CancellationToken ct)
    {
        var ids = projectIds.Distinct().ToArray();
        try
        {
            return ids.Length == 0 ? new Dictionary<Guid, TaskTally>() : await tasks.TallyAsync(ids, ct);
        }
        catch (AbsentServiceException)
        {
            // Goals can be read and written all the same: their progress is then unknown.
            return null;
        }
    }

    /// <summary>Whether the caller is in a workspace of which this service did not know that until now.</summary>
    private async Task<bool> IsNewsAsync(Guid workspaceId, Guid callerId, CancellationToken ct) =>
        workspaceId != callerId
        && !await db.Set<WorkspaceMemberCopy>().AnyAsync(m => m.WorkspaceId == workspaceId && m.UserId == callerId, ct)
        && (await door.FindWorkspaceAsync(workspaceId, callerId, ct)).Rank > 0;

    private async Task<List<GoalRow>> ReadAsync(
        string condition, string direction, int limit, IReadOnlyList<NpgsqlParameter> parameters, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(GoalRow.Sql(condition, direction), ct);
        command.Parameters.AddRange(parameters.ToArray());
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<GoalRow>();
        while (await row.ReadAsync(ct))
        {
            rows.Add(GoalRow.Read(row));
        }

        return rows;
    }
}
