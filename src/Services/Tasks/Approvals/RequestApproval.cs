using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Approving;

namespace Waymark.Tasks.Approvals;

/// <summary>Which state the task is to enter, and why.</summary>
public sealed record RequestApprovalRequest(
    [property: Required] string? Status, [property: TrimmedLength(TaskApproval.MaxNoteLength)] string? Note);

/// <summary>Asks the approvers of a state whether a task may enter it; with enough approvals it does.</summary>
internal static class RequestApproval
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{task}/approvals", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(
                Access.ProjectArchived, TransitionProblems.IllegalTransition, TransitionProblems.FieldsRequired, TransitionProblems.RequiredStepsOpen,
                ApprovalRules.NoApprovalNeeded, ApprovalRules.ApprovalPending)
            .WithName(nameof(RequestApproval)).WithSummary("Ask whether a task may enter a state that needs approvals");

    private static Task<Results<CreatedAnswer<ApprovalResponse>, Problem>> HandleAsync(
        TaskReference reference, RequestApprovalRequest request, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<ApprovalResponse>, Problem>>(async () =>
        {
            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
            problem ??= open!.Access.DemandWrite(Permissions.TaskEdit) ?? CheckMove(open, request.Status!, db.Scope.Now);
            if (problem is not null)
            {
                return problem;
            }

            var (task, status) = (open!.Task, request.Status!);
            if (Workflow.Parse(open.Project.WorkflowJson).Find(status)!.Approval is not { } needs)
            {
                return ApprovalRules.NoApprovalNeeded.Because();
            }

            if (await db.Approvals.AnyAsync(a => a.TaskId == task.Id && a.Status == status && a.State == ApprovalStates.Pending, ct))
            {
                return ApprovalRules.ApprovalPending.Because();
            }

            var approval = new TaskApproval
            {
                Id = Guid.CreateVersion7(db.Scope.Now),
                WorkspaceId = task.WorkspaceId,
                TaskId = task.Id,
                Status = status,
                Note = request.Note?.Trim() ?? "",
                RequestedBy = caller.Id,
                RequestedAt = db.Scope.Now,
                ApproverIds = [.. needs.ApproverIds],
                Needed = needs.Needed,
            };
            db.RecordApproval(task, approval, null, open.Project);
            return await db.CommitAsync(Answers.Created($"/api/tasks/{task.Id}/approvals/{approval.Id}", ApprovalResponse.Of(approval), approval.Version), ct);
        });

    private static Problem? CheckMove(OpenTask open, string status, DateTimeOffset now) =>
        TransitionProblems.Move(open.Task.Draft(), status, open.Access, now, isApproved: true);
}
