using Waymark.Projects.Parts;

namespace Waymark.Projects.Milestones;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditMilestone
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id:guid}/milestones/{milestoneId:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName("ReplaceMilestone").WithSummary("Replace the writable members of a milestone");
        routes.MapPatch("/api/projects/{id:guid}/milestones/{milestoneId:guid}", PatchAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName("EditMilestone").WithSummary("Change some members of a milestone");
    }

    private static Task<Results<Answer<MilestoneResponse>, Problem>> ReplaceAsync(
        Guid id, Guid milestoneId, MilestoneInput request, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, milestoneId, caller.Id, ifMatch), _ => request, ct);

    private static Task<Results<Answer<MilestoneResponse>, Problem>> PatchAsync(
        Guid id, Guid milestoneId, MergePatch<MilestoneInput> patch, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, milestoneId, caller.Id, ifMatch), milestone => patch.ApplyTo(MilestoneInput.Of(milestone)), ct);

    private static Task<Results<Answer<MilestoneResponse>, Problem>> ChangeAsync(
        ProjectParts parts, PartTarget target, Func<Milestone, MilestoneInput> inputOf, CancellationToken ct) =>
        parts.ChangeAsync(MilestoneResponse.Kind, target, Permissions.ProjectEdit, (_, milestone) =>
        {
            var input = inputOf(milestone);
            var draft = milestone.Draft();
            var problem = Shape.Check(input) is { } errors ? Problems.Invalid(errors) : input.CopyTo(draft, parts.Db.Scope.Now);
            return Task.FromResult(problem is null ? (draft, null) : ((Milestone?)null, problem));
        }, ct);
}
