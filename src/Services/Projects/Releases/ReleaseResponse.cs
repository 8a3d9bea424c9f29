using Waymark.Projects.Parts;
using Waymark.Projects.Progress;

namespace Waymark.Projects.Releases;

/// <summary>A release as callers see it; the progress is that of the tasks of its milestones, a moment ago: what is not done remains.</summary>
public sealed record ReleaseResponse(
    Guid Id, Guid ProjectId, string Name, string? Tag, DateOnly? Date, [property: OneOf(typeof(ReleaseStates))] string State, string Notes,
    IReadOnlyList<Guid> MilestoneIds, TaskProgress Progress, DateTimeOffset CreatedAt, long Version)
{
    internal static readonly PartKind<Release, ReleaseResponse> Kind = new(
        "release", "releases", Release.Fields, Of,
        (r, changes) => new ReleaseCreated(r.Told(), changes),
        (r, changes) => new ReleaseUpdated(r.Told(), changes),
        (r, changes) => new ReleaseDeleted(r.Told(), changes),
        FillIn: FillInAsync);

    private static ReleaseResponse Of(Release r) =>
        new(r.Id, r.ProjectId, r.Name, r.Tag, r.Date, r.State, r.Notes, r.MilestoneIds, r.Progress, r.CreatedAt, r.Version);

    private static async Task FillInAsync(ProjectsDbContext db, IReadOnlyList<Release> releases, CancellationToken ct)
    {
        var milestones = await TaskProgress.OfMilestonesAsync(db, releases.SelectMany(r => r.MilestoneIds).Distinct().ToArray(), ct);
        foreach (var release in releases)
        {
            var parts = release.MilestoneIds.Select(id => milestones.GetValueOrDefault(id, TaskProgress.None)).ToList();
            release.Progress = new TaskProgress(parts.Sum(p => p.Done), parts.Sum(p => p.Total));
        }
    }
}

/// <summary>The writable members of a release.</summary>
public sealed record ReleaseInput
{
    [Required, TrimmedLength(Milestone.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>What it is numbered, such as 2.4.0.</summary>
    [TrimmedLength(Release.MaxTagLength)]
    public string? Tag { get; init; }

    /// <summary>The day of the release.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How far it has come; <c>planned</c> when left out.</summary>
    [OneOf(typeof(ReleaseStates))]
    public string? State { get; init; }

    /// <summary>What is new, as Markdown.</summary>
    [StringLength(Project.MaxDescriptionLength)]
    public string? Notes { get; init; }

    /// <summary>The milestones of the project that have to be reached for it.</summary>
    [MaxLength(Release.MaxMilestones)]
    public IReadOnlyList<Guid>? MilestoneIds { get; init; }

    internal static ReleaseInput Of(Release r) => new() { Name = r.Name, Tag = r.Tag, Date = r.Date, State = r.State, Notes = r.Notes, MilestoneIds = r.MilestoneIds };

    /// <summary>Writes the members into a draft; milestones that it did not have must be the project's.</summary>
    internal async Task<Problem?> CopyToAsync(Release draft, ProjectsDbContext db, CancellationToken ct)
    {
        var wanted = (MilestoneIds ?? []).Distinct().ToArray();
        var added = wanted.Except(draft.MilestoneIds).ToArray();
        if (added.Length > 0 && await db.Set<Milestone>().CountAsync(m => m.ProjectId == draft.ProjectId && added.Contains(m.Id), ct) < added.Length)
        {
            return Problems.NotFound("milestone");
        }

        (draft.Name, draft.Tag, draft.Date) = (Name!.Trim(), string.IsNullOrWhiteSpace(Tag) ? null : Tag.Trim(), Date);
        (draft.State, draft.Notes, draft.MilestoneIds) = (State ?? ReleaseStates.Planned, Notes ?? "", wanted);
        return null;
    }
}
