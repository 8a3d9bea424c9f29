using Npgsql;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Approvals;

/// <summary>
/// An approver who has left the project would keep a request open for ever. A manager answers in their place: the number of approvals stays
/// what the workflow asks for, and it is a person who decides.
/// </summary>
internal static class AbsentApprover
{
    private const string Query =
        """
        select x.id from unnest(@approvers) with ordinality x(id, place)
        where not exists (select from project_member m where m.project_id = @project and m.user_id = x.id)
            and not exists (select from workspace_manager w where w.workspace_id = @workspace and w.user_id = x.id)
        order by x.place limit 1
        """;

    /// <summary>The approver in whose place the caller may answer; null when there is none.</summary>
    public static async Task<Guid?> FindAsync(TasksDbContext db, TaskApproval approval, OpenTask open, CancellationToken ct)
    {
        if (approval.State != ApprovalStates.Pending || open.Access.Demand(Permissions.ProjectEdit) is not null)
        {
            return null;
        }

        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("approvers", [.. approval.ApproverIds.Where(id => !approval.IsAnsweredBy(id))]));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", open.Project.Id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", open.Project.WorkspaceId));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
