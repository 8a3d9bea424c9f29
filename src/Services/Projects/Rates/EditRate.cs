using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Rates;

/// <summary>PUT replaces the writable members, PATCH merges into them; a last day ends a rate.</summary>
internal static class EditRate
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id:guid}/rates/{rateId:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, RateDays.RateExists).WithName("ReplaceRate").WithSummary("Replace the writable members of a rate");
        routes.MapPatch("/api/projects/{id:guid}/rates/{rateId:guid}", PatchAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, RateDays.RateExists).WithName("EditRate").WithSummary("Change a rate, or end it by its last day");
    }

    private static Task<Results<Answer<RateResponse>, Problem>> ReplaceAsync(
        Guid id, Guid rateId, RateInput request, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, rateId, caller.Id, ifMatch), _ => request, ct);

    private static Task<Results<Answer<RateResponse>, Problem>> PatchAsync(
        Guid id, Guid rateId, MergePatch<RateInput> patch, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, rateId, caller.Id, ifMatch), rate => patch.ApplyTo(RateInput.Of(rate)), ct);

    private static Task<Results<Answer<RateResponse>, Problem>> ChangeAsync(
        ProjectParts parts, PartTarget target, Func<ProjectRate, RateInput> inputOf, CancellationToken ct) =>
        parts.ChangeAsync(RateResponse.Kind, target, Permissions.ProjectEdit, async (open, rate) =>
        {
            var input = inputOf(rate);
            rate.TenantId = open.Project.WorkspaceId;
            var draft = rate.Draft();
            var problem = (Shape.Check(input) is { } errors ? Problems.Invalid(errors) : input.CopyTo(draft, open.Project))
                ?? ((await RateDays.CountAsync(parts.Db, draft, ct)).IsTaken ? RateDays.RateExists.Because() : null);
            return problem is null ? (draft, null) : (null, problem);
        }, ct);
}
