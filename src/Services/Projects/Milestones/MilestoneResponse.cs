using Waymark.Projects.Parts;
using Waymark.Projects.Progress;

namespace Waymark.Projects.Milestones;

/// <summary>A milestone as callers see it; the progress is that of its tasks, a moment ago.</summary>
public sealed record MilestoneResponse(
    Guid Id, Guid ProjectId, string Name, string Description, DateOnly? StartDate, DateOnly? DueDate,
    [property: OneOf(MilestoneInput.Open, MilestoneInput.Completed)] string State, DateTimeOffset? CompletedAt,
    TaskProgress Progress, DateTimeOffset CreatedAt, long Version)
{
    internal static readonly PartKind<Milestone, MilestoneResponse> Kind = new(
        "milestone", "milestones", Milestone.Fields, Of,
        (m, changes) => new MilestoneCreated(m.State(), changes),
        (m, changes) => new MilestoneUpdated(m.State(), changes),
        (m, changes) => new MilestoneDeleted(m.State(), changes),
        FillIn: FillInAsync);

    private static MilestoneResponse Of(Milestone m) =>
        new(m.Id, m.ProjectId, m.Name, m.Description, m.StartDate, m.DueDate, StateOf(m), m.CompletedAt, m.Progress, m.CreatedAt, m.Version);

    private static async Task FillInAsync(ProjectsDbContext db, IReadOnlyList<Milestone> milestones, CancellationToken ct)
    {
        var progress = await TaskProgress.OfMilestonesAsync(db, milestones.Select(m => m.Id).ToArray(), ct);
        foreach (var milestone in milestones)
        {
            milestone.Progress = progress.GetValueOrDefault(milestone.Id, TaskProgress.None);
        }
    }

    internal static string StateOf(Milestone m) => m.CompletedAt is null ? MilestoneInput.Open : MilestoneInput.Completed;
}

/// <summary>The writable members of a milestone.</summary>
public sealed record MilestoneInput
{
    internal const string Open = "open";
    internal const string Completed = "completed";

    [Required, TrimmedLength(Milestone.MaxNameLength)]
    public string? Name { get; init; }

    [StringLength(Project.MaxDescriptionLength)]
    public string? Description { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? DueDate { get; init; }

    /// <summary>Whether it has been reached; <c>open</c> when left out.</summary>
    [OneOf(Open, Completed)]
    public string? State { get; init; }

    internal static MilestoneInput Of(Milestone m) => new()
    {
        Name = m.Name,
        Description = m.Description,
        StartDate = m.StartDate,
        DueDate = m.DueDate,
        State = MilestoneResponse.StateOf(m),
    };

    /// <summary>Writes the members into a draft, or says what does not fit together.</summary>
    internal Problem? CopyTo(Milestone draft, DateTimeOffset now)
    {
        if (DueDate < StartDate)
        {
            return Problems.Invalid("dueDate", "The due date lies before the start date.");
        }

        draft.Name = Name!.Trim();
        draft.Description = Description ?? "";
        draft.StartDate = StartDate;
        draft.DueDate = DueDate;
        draft.CompletedAt = State == Completed ? draft.CompletedAt ?? now : null;
        return null;
    }
}
