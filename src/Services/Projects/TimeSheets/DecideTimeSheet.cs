using Waymark.Projects.Access;
using Waymark.Projects.Parts;
using Waymark.Projects.TimeEntries;

namespace Waymark.Projects.TimeSheets;

public sealed record RejectTimeSheetRequest
{
    /// <summary>What has to be mended.</summary>
    [Required, TrimmedLength(TimeSheet.MaxReasonLength)]
    public string? Reason { get; init; }
}

/// <summary>What a manager makes of a week that was handed in. Its person may take it back as long as nobody has approved it.</summary>
internal static class DecideTimeSheet
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/projects/{id:guid}/time-sheets/{sheetId:guid}/approve", ApproveAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, SheetChange.IllegalStep).WithName("ApproveTimeSheet").WithSummary("Approve a week: its time is locked");
        routes.MapPost("/api/projects/{id:guid}/time-sheets/{sheetId:guid}/reject", RejectAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, SheetChange.IllegalStep).WithName("RejectTimeSheet").WithSummary("Send a week back with a reason");
        routes.MapPost("/api/projects/{id:guid}/time-sheets/{sheetId:guid}/reopen", ReopenAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(OpenProject.ProjectArchived, SheetChange.IllegalStep).WithName("ReopenTimeSheet").WithSummary("Take a week back; only a manager unlocks an approved one");
    }

    private static Task<Results<Answer<TimeSheetResponse>, Problem>> ApproveAsync(
        Guid id, Guid sheetId, IfMatch ifMatch, Caller caller, SheetChange change, CancellationToken ct) =>
        change.RunAsync(new PartTarget(id, sheetId, caller.Id, ifMatch), Permissions.ProjectEdit, [TimeSheetStates.Submitted], (open, draft) =>
        {
            Decide(draft, TimeSheetStates.Approved, null, caller, change.Now);
            return draft.UserId == caller.Id && !IsOnlyManager(open, caller.Id)
                ? Problems.Forbidden("Nobody approves their own time; another manager of the project can.")
                : null;
        }, ct);

    private static Task<Results<Answer<TimeSheetResponse>, Problem>> RejectAsync(
        Guid id, Guid sheetId, RejectTimeSheetRequest request, IfMatch ifMatch, Caller caller, SheetChange change, CancellationToken ct) =>
        change.RunAsync(new PartTarget(id, sheetId, caller.Id, ifMatch), Permissions.ProjectEdit, [TimeSheetStates.Submitted], (_, draft) =>
        {
            Decide(draft, TimeSheetStates.Rejected, request.Reason!.Trim(), caller, change.Now);
            return null;
        }, ct);

    private static Task<Results<Answer<TimeSheetResponse>, Problem>> ReopenAsync(
        Guid id, Guid sheetId, IfMatch ifMatch, Caller caller, SheetChange change, CancellationToken ct) =>
        change.RunAsync(
            new PartTarget(id, sheetId, caller.Id, ifMatch), Permissions.TaskEdit, [TimeSheetStates.Submitted, TimeSheetStates.Approved, TimeSheetStates.Rejected],
            (open, draft) =>
            {
                var isApproved = draft.State == TimeSheetStates.Approved;
                (draft.State, draft.SubmittedAt, draft.Reason, draft.DecidedAt, draft.DecidedById) = (TimeSheetStates.Open, null, null, null, null);
                return isApproved ? open.Demand(Permissions.ProjectEdit) : TimeRules.CheckOwner(open, draft.UserId, caller.Id);
            },
            ct);

    private static void Decide(TimeSheet draft, string state, string? reason, Caller caller, DateTimeOffset now) =>
        (draft.State, draft.Reason, draft.DecidedAt, draft.DecidedById) = (state, reason, now, caller.Id);

    /// <summary>An owner whom nobody else could stand in for.</summary>
    private static bool IsOnlyManager(OpenProject open, Guid userId) =>
        open.Project.RankOf(userId) == ProjectMember.OwnerRank
        && !open.Project.Members.Exists(m => m.UserId != userId && m.Rank >= Permissions.MinimumProjectRank[Permissions.ProjectEdit]);
}
