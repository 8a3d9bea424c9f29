using Waymark.Projects.Parts;

namespace Waymark.Projects.Allocations;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditAllocation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id:guid}/allocations/{allocationId:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName("ReplaceAllocation").WithSummary("Replace the writable members of an allocation");
        routes.MapPatch("/api/projects/{id:guid}/allocations/{allocationId:guid}", PatchAsync).RequirePermission(Permissions.ProjectEdit)
            .WithName("EditAllocation").WithSummary("Change some members of an allocation");
    }

    private static Task<Results<Answer<AllocationResponse>, Problem>> ReplaceAsync(
        Guid id, Guid allocationId, AllocationInput request, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, allocationId, caller.Id, ifMatch), _ => request, ct);

    private static Task<Results<Answer<AllocationResponse>, Problem>> PatchAsync(
        Guid id, Guid allocationId, MergePatch<AllocationInput> patch, IfMatch ifMatch, Caller caller, ProjectParts parts, CancellationToken ct) =>
        ChangeAsync(parts, new PartTarget(id, allocationId, caller.Id, ifMatch), allocation => patch.ApplyTo(AllocationInput.Of(allocation)), ct);

    private static Task<Results<Answer<AllocationResponse>, Problem>> ChangeAsync(
        ProjectParts parts, PartTarget target, Func<Allocation, AllocationInput> inputOf, CancellationToken ct) =>
        parts.ChangeAsync(AllocationResponse.Kind, target, Permissions.ProjectEdit, (open, allocation) =>
        {
            var input = inputOf(allocation);
            var draft = allocation.Draft();
            var problem = Shape.Check(input) is { } errors ? Problems.Invalid(errors) : input.CopyTo(draft, open.Project);
            return Task.FromResult(problem is null ? (draft, null) : ((Allocation?)null, problem));
        }, ct);
}
