using Waymark.Contracts.Tasks;

namespace Waymark.Projects.Templates;

/// <summary>What the making of a project remembers: all that it is to have, with the ids that it shall have, so that a step taken twice makes nothing twice.</summary>
internal sealed record InstantiationState
{
    public required Guid WorkspaceId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Name { get; init; }

    /// <summary>The key that was wished; made from the name when left out.</summary>
    public string? Key { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>The day from which days are counted.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The content, its variables filled, without the people who have left the workspace.</summary>
    public required TemplateContent Content { get; init; }

    /// <summary>The ids of tasks by their refs.</summary>
    public required IReadOnlyDictionary<string, Guid> TaskIds { get; init; }

    /// <summary>The ids of milestones by their names.</summary>
    public required IReadOnlyDictionary<string, Guid> MilestoneIds { get; init; }

    /// <summary>The ids of custom fields by their folded names.</summary>
    public required IReadOnlyDictionary<string, Guid> FieldIds { get; init; }

    /// <summary>Why the project cannot be made.</summary>
    public string? Refusal { get; set; }

    /// <summary>The day that lies so many days from the first one.</summary>
    public DateOnly? DayOf(int? days) => days is { } count ? Day.AddDays(count) : null;

    /// <summary>The custom fields of the project.</summary>
    public IReadOnlyList<CustomFieldState> Fields() =>
        [.. (Content.CustomFields ?? []).Select(f => new CustomFieldState(
            FieldIds[Label.Fold(f.Name!)], ProjectId, f.Name!.Trim(), f.Type!, [.. (f.Options ?? []).Select(o => o.Trim())], TaskTypes: f.TaskTypes ?? [], Required: f.Required))];

    /// <summary>Every label that the project has or that its tasks name, in one spelling.</summary>
    public IReadOnlyList<(string Name, string? Color, string? Group, bool IsExclusive)> Labels() =>
    [
        .. (Content.Labels ?? []).Select(l => (Name: l.Name!.Trim(), l.Color, l.Group, Content.ExclusiveGroupOf(l) is not null))
            .Concat((Content.Tasks ?? []).SelectMany(t => t.Labels ?? []).Select(name => (Name: name.Trim(), Color: (string?)null, Group: (string?)null, false)))
            .DistinctBy(l => Label.Fold(l.Name)),
    ];

    /// <summary>The tasks as the service of tasks is to make them.</summary>
    public IReadOnlyList<TaskPlan> Tasks()
    {
        var spelling = Labels().ToDictionary(l => Label.Fold(l.Name), l => l.Name, StringComparer.Ordinal);
        return [.. (Content.Tasks ?? []).Select(t => PlanOf(t, spelling))];
    }

    private TaskPlan PlanOf(TemplateTask t, Dictionary<string, string> spelling) => new(
        TaskIds[t.Ref!], t.Parent is null ? null : TaskIds[t.Parent], t.Title!.Trim(), t.Description ?? "", t.Status, t.Type, t.Priority ?? "none",
        t.Difficulty, t.EstimateMinutes, DayOf(t.StartInDays), DayOf(t.DueInDays), [.. (t.AssigneeIds ?? []).Distinct()],
        [.. (t.Labels ?? []).Select(l => spelling[Label.Fold(l)]).Distinct(StringComparer.Ordinal)],
        t.Milestone is null ? null : MilestoneIds[t.Milestone.Trim()],
        [.. (t.Steps ?? []).Select(s => new StepPlan(s.Title!.Trim(), DayOf(s.DueInDays), s.Required))],
        [.. (t.CustomFields ?? new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal)).Select(v => new CustomValuePlan(FieldIds[Label.Fold(v.Key)], v.Value.GetRawText()))],
        [.. (t.Dependencies ?? []).Select(d => new DependencyPlan(TaskIds[d.Ref!], d.Type!, d.Link, d.LagMinutes))],
        DayOf(t.DeadlineInDays), t.DurationMinutes);
}
