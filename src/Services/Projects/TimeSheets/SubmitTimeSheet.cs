using Waymark.Projects.Access;
using Waymark.Projects.Parts;
using Waymark.Projects.TimeEntries;

namespace Waymark.Projects.TimeSheets;

/// <summary>Hands a week in for approval, the first time or after it was sent back.</summary>
internal static class SubmitTimeSheet
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/time-sheets/{sheetId:guid}/submit", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(OpenProject.ProjectArchived, SheetChange.IllegalStep).WithName(nameof(SubmitTimeSheet)).WithSummary("Hand a week in for approval");

    private static Task<Results<Answer<TimeSheetResponse>, Problem>> HandleAsync(
        Guid id, Guid sheetId, IfMatch ifMatch, Caller caller, SheetChange change, CancellationToken ct) =>
        change.RunAsync(
            new PartTarget(id, sheetId, caller.Id, ifMatch), Permissions.TaskEdit, [TimeSheetStates.Open, TimeSheetStates.Rejected],
            (open, draft) =>
            {
                (draft.State, draft.SubmittedAt) = (TimeSheetStates.Submitted, change.Now);
                (draft.Reason, draft.DecidedAt, draft.DecidedById) = (null, null, null);
                return TimeRules.CheckOwner(open, draft.UserId, caller.Id);
            },
            ct);
}
