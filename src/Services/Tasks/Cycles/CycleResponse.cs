namespace Waymark.Tasks.Cycles;

/// <summary>
/// A cycle with how far it is: the counts are of its tasks that are not in the trash; those of a closed one stand as they were when
/// it was closed. Estimates are minutes.
/// </summary>
public sealed record CycleResponse(
    Guid Id,
    Guid ProjectId,
    string Name,
    string Goal,
    DateOnly StartDate,
    DateOnly EndDate,
    [property: OneOf(CycleResponse.Open, CycleResponse.Closed)] string State,
    DateTimeOffset? ClosedAt,
    int TaskCount,
    int CompletedCount,
    int EstimateMinutes,
    int CompletedEstimateMinutes,
    int Progress,
    DateTimeOffset CreatedAt,
    long Version)
{
    internal const string Open = "open";
    internal const string Closed = "closed";

    internal static string PathOf(Cycle c) => $"/api/projects/{c.ProjectId}/cycles/{c.Id}";

    internal static CycleResponse Of(Cycle c, CycleScope scope) => new(
        c.Id, c.ProjectId, c.Name, c.Goal, c.StartDate, c.EndDate, c.ClosedAt is null ? Open : Closed, c.ClosedAt, scope.Tasks, scope.Completed,
        scope.Estimate, scope.CompletedEstimate, scope.Tasks == 0 ? 0 : scope.Completed * 100 / scope.Tasks, c.CreatedAt, c.Version);
}

/// <summary>How much a cycle holds and how much of that is done.</summary>
internal readonly record struct CycleScope(int Tasks, int Completed, int Estimate, int CompletedEstimate);

/// <summary>The writable members of a cycle.</summary>
public sealed record CycleInput
{
    [Required, TrimmedLength(Cycle.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>What the team wants to have reached at its end.</summary>
    [StringLength(Cycle.MaxGoalLength)]
    public string? Goal { get; init; }

    [Required]
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day.</summary>
    [Required]
    public DateOnly? EndDate { get; init; }

    internal static CycleInput Of(Cycle c) => new() { Name = c.Name, Goal = c.Goal, StartDate = c.StartDate, EndDate = c.EndDate };

    /// <summary>Writes the members into a draft, or says what does not fit together.</summary>
    internal Problem? CopyTo(Cycle draft)
    {
        if (EndDate < StartDate)
        {
            return Problems.Invalid("endDate", "The end date lies before the start date.");
        }

        (draft.Name, draft.Goal, draft.StartDate, draft.EndDate) = (Name!.Trim(), Goal ?? "", StartDate!.Value, EndDate!.Value);
        return null;
    }
}
