using Waymark.Projects.Parts;

namespace Waymark.Projects.Allocations;

/// <summary>Narrows the list of allocations to a person and to those that touch a span of days.</summary>
public sealed record AllocationFilter
{
    /// <summary>Only those of this person.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Only those that last until this day or longer.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only those that begin by this day.</summary>
    public DateOnly? To { get; init; }
}

internal static class ListAllocations
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/allocations", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListAllocations)).WithSummary("List who is planned for a project");
        routes.MapGet("/api/projects/{id:guid}/allocations/{allocationId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetAllocation").WithSummary("Read an allocation");
    }

    private static Task<Results<Answer<Page<AllocationResponse>>, Problem>> ListAsync(
        Guid id, [AsParameters] PartListQuery query, [AsParameters] AllocationFilter filter, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.ListAsync(
            AllocationResponse.Kind, id, query, caller.Id,
            all => all.Where(a =>
                (filter.UserId == null || a.UserId == filter.UserId)
                && (filter.From == null || a.To >= filter.From) && (filter.To == null || a.From <= filter.To)),
            ct);

    private static Task<Results<Answer<AllocationResponse>, Problem>> GetAsync(
        Guid id, Guid allocationId, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.GetAsync(AllocationResponse.Kind, id, allocationId, caller.Id, ct);
}
