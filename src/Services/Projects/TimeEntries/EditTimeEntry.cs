using Waymark.Projects.Access;
using Waymark.Projects.Parts;
using Waymark.Projects.TimeSheets;

namespace Waymark.Projects.TimeEntries;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditTimeEntry
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id:guid}/time-entries/{entryId:guid}", ReplaceAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(OpenProject.ProjectArchived, OpenSheets.TimeSheetLocked).WithName("ReplaceTimeEntry").WithSummary("Replace the writable members of a time entry");
        routes.MapPatch("/api/projects/{id:guid}/time-entries/{entryId:guid}", PatchAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(OpenProject.ProjectArchived, OpenSheets.TimeSheetLocked).WithName("EditTimeEntry").WithSummary("Change some members of a time entry");
    }

    private static Task<Results<Answer<TimeEntryResponse>, Problem>> ReplaceAsync(
        Guid id, Guid entryId, TimeEntryInput request, IfMatch ifMatch, Caller caller, ProjectParts parts, TimeRules rules, OpenSheets sheets, CancellationToken ct) =>
        ChangeAsync(parts, rules, sheets, new PartTarget(id, entryId, caller.Id, ifMatch), entry => request with { UserId = request.UserId ?? entry.UserId }, ct);

    private static Task<Results<Answer<TimeEntryResponse>, Problem>> PatchAsync(
        Guid id, Guid entryId, MergePatch<TimeEntryInput> patch, IfMatch ifMatch, Caller caller, ProjectParts parts, TimeRules rules, OpenSheets sheets, CancellationToken ct) =>
        ChangeAsync(parts, rules, sheets, new PartTarget(id, entryId, caller.Id, ifMatch), entry => patch.ApplyTo(TimeEntryInput.Of(entry)), ct);

    private static Task<Results<Answer<TimeEntryResponse>, Problem>> ChangeAsync(
        ProjectParts parts, TimeRules rules, OpenSheets sheets, PartTarget target, Func<TimeEntry, TimeEntryInput> inputOf, CancellationToken ct) =>
        parts.ChangeAsync(TimeEntryResponse.Kind, target, Permissions.TaskEdit, async (open, entry) =>
        {
            var input = inputOf(entry);
            var userId = input.UserId ?? entry.UserId;
            var problem = TimeRules.CheckOwner(open, entry.UserId, target.CallerId)
                ?? (Shape.Check(input) is { } errors ? Problems.Invalid(errors) : TimeRules.CheckDate(input.Date!.Value))
                ?? (userId == entry.UserId ? null : TimeRules.CheckPerson(open, target.CallerId, userId))
                ?? (input.TaskId == entry.TaskId ? null : await rules.CheckTaskAsync(target.ProjectId, input.TaskId, target.CallerId, ct));
            if (problem is not null)
            {
                return (null, problem);
            }

            var draft = entry.Draft();
            input.CopyTo(draft, userId);
            return await sheets.HoldAsync(ct, entry, draft) is { } locked ? (null, locked) : (draft, null);
        }, ct);
}
