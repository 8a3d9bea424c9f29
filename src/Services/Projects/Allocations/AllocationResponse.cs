using Waymark.Projects.Parts;

namespace Waymark.Projects.Allocations;

/// <summary>An allocation as callers see it.</summary>
public sealed record AllocationResponse(
    Guid Id, Guid ProjectId, Guid UserId, decimal HoursPerWeek, DateOnly From, DateOnly To, DateTimeOffset CreatedAt, long Version)
{
    internal static readonly PartKind<Allocation, AllocationResponse> Kind = new(
        "allocation", "allocations", Allocation.Fields, Of,
        (a, changes) => new AllocationCreated(a.State(), changes),
        (a, changes) => new AllocationUpdated(a.State(), changes),
        (a, changes) => new AllocationDeleted(a.State(), changes));

    private static AllocationResponse Of(Allocation a) => new(a.Id, a.ProjectId, a.UserId, a.HoursPerWeek, a.From, a.To, a.CreatedAt, a.Version);
}

/// <summary>The writable members of an allocation.</summary>
public sealed record AllocationInput
{
    [Required]
    public Guid? UserId { get; init; }

    /// <summary>At most the hours that a week has; quarters of an hour are the finest.</summary>
    [Required, Range(0.25, 168)]
    public decimal? HoursPerWeek { get; init; }

    [Required]
    public DateOnly? From { get; init; }

    [Required]
    public DateOnly? To { get; init; }

    internal static AllocationInput Of(Allocation a) => new() { UserId = a.UserId, HoursPerWeek = a.HoursPerWeek, From = a.From, To = a.To };

    /// <summary>Writes the members into a draft, or says what does not fit together.</summary>
    internal Problem? CopyTo(Allocation draft, Project project)
    {
        if (To < From)
        {
            return Problems.Invalid("to", "The last day lies before the first.");
        }

        if (HoursPerWeek % 0.25m != 0)
        {
            return Problems.Invalid("hoursPerWeek", "Quarters of an hour are expected.");
        }

        if (UserId != draft.UserId && project.RankOf(UserId!.Value) == 0)
        {
            return Problems.NotFound("person in this project");
        }

        (draft.UserId, draft.HoursPerWeek, draft.From, draft.To) = (UserId.Value, HoursPerWeek!.Value, From!.Value, To!.Value);
        return null;
    }
}
