using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Approvals;

internal static class ListApprovals
{
    private const string Sort = "-createdAt";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/tasks/{task}/approvals", ListAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListApprovals)).WithSummary("List the requests for approval of a task, the latest first");
        routes.MapGet("/api/tasks/{task}/approvals/{approvalId:guid}", GetAsync).RequirePermission(Permissions.TaskRead)
            .WithName("GetApproval").WithSummary("Read a request for approval");
    }

    private static async Task<Results<Answer<Page<ApprovalResponse>>, Problem>> ListAsync(
        TaskReference reference, int? limit, string? cursor, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? from = null;
        if (cursor is not null && !Cursor.TryParse(cursor, Sort, out from))
        {
            return Cursor.Invalid;
        }

        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        if (problem is not null)
        {
            return problem;
        }

        var approvals = db.Approvals.Where(a => a.TaskId == open!.Task.Id && a.State != ApprovalStates.Withdrawn);
        var behind = from is null ? approvals : approvals.Where(a => a.Id < from.Id);
        var page = Page<TaskApproval>.Of(
            await behind.OrderByDescending(a => a.Id).Take(size + 1).ToListAsync(ct), size, last => new Cursor(Sort, null, last.Id).ToString());
        return Answers.Ok(new Page<ApprovalResponse>([.. page.Items.Select(ApprovalResponse.Of)], page.NextCursor));
    }

    private static async Task<Results<Answer<ApprovalResponse>, Problem>> GetAsync(
        TaskReference reference, Guid approvalId, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        if (problem is not null)
        {
            return problem;
        }

        return await db.Approvals.FirstOrDefaultAsync(a => a.Id == approvalId && a.TaskId == open!.Task.Id && a.State != ApprovalStates.Withdrawn, ct) is { } found
            ? Answers.Ok(ApprovalResponse.Of(found), found.Version)
            : Problems.NotFound("approval");
    }
}
