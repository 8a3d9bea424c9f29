using System.Text.Json;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Bulk;

/// <summary>What a bulk change wishes, read once for all its tasks.</summary>
internal sealed class BulkWish
{
    private readonly MergePatch<TaskInput> _patch;
    private readonly BulkTaskInput _extras;
    private readonly HashSet<string> _leavingLabels;

    private BulkWish(MergePatch<BulkTaskInput> changes, BulkTaskInput extras)
    {
        (_patch, _extras) = (changes.For<TaskInput>(), extras);
        _leavingLabels = (extras.RemoveLabels ?? []).Select(LabelNames.Fold).ToHashSet(StringComparer.Ordinal);
        IsMove = changes.Names("parentId") && extras.ParentId is not null;
        SetsLabels = changes.Names("labels") || extras.AddLabels is { Count: > 0 };
        (SetsSteps, SetsCustomFields, SetsType) = (changes.Names("steps"), changes.Names("customFields"), changes.Names("type"));
    }

    public bool IsDeletion => _extras.Delete;

    public bool GoesToEnd => _extras.MoveToEnd;

    /// <summary>Whether the tasks get another parent.</summary>
    public bool IsMove { get; }

    public bool SetsSteps { get; }

    public bool SetsCustomFields { get; }

    public bool SetsType { get; }

    /// <summary>Whether the tasks get labels.</summary>
    public bool SetsLabels { get; }

    /// <summary>Labels that join those of each task.</summary>
    public IReadOnlyList<string> AddedLabels => _extras.AddLabels ?? [];

    public string? Type => _extras.Type;

    /// <summary>What custom fields are set to.</summary>
    public IReadOnlyDictionary<string, JsonElement>? CustomFields => _extras.CustomFields;

    public Guid? ParentId => _extras.ParentId;

    /// <summary>The wish, or what is wrong with it whatever the tasks are.</summary>
    public static (BulkWish? Wish, Problem? Problem) Read(MergePatch<BulkTaskInput> changes)
    {
        if (changes.IsEmpty)
        {
            return (null, Problems.Invalid("changes", "Name one change at least."));
        }

        // A title stands in for that of each task; where the patch names one, it is checked.
        var extras = changes.ApplyTo(new BulkTaskInput { Title = "-" });
        if (Shape.Check(extras) is { } errors)
        {
            return (null, Problems.Invalid(errors.ToDictionary(e => $"changes.{e.Key}", e => e.Value, StringComparer.Ordinal)));
        }

        if (extras.AddLabels?.Any(l => string.IsNullOrWhiteSpace(l) || l.Length > 60) == true || extras.RemoveLabels?.Any(string.IsNullOrWhiteSpace) == true)
        {
            return (null, Problems.Invalid("changes.addLabels", "A label has between 1 and 60 characters."));
        }

        return extras.Delete && changes.Count > 1
            ? (null, Problems.Invalid("changes.delete", "What goes to the trash is not changed otherwise."))
            : (new BulkWish(changes, extras), null);
    }

    /// <summary>The writable members of one task after the change.</summary>
    /// <exception cref="JsonException">A member has the wrong type.</exception>
    public TaskInput Of(TaskItem task)
    {
        var input = _patch.ApplyTo(TaskInput.Of(task));
        return _extras is { AddLabels: null, RemoveLabels: null, AddAssigneeIds: null, RemoveAssigneeIds: null } ? input : input with
        {
            Labels = [.. (input.Labels ?? []).Where(l => !_leavingLabels.Contains(LabelNames.Fold(l))).Concat(_extras.AddLabels ?? []).DistinctBy(LabelNames.Fold, StringComparer.Ordinal)],
            AssigneeIds = [.. (input.AssigneeIds ?? []).Except(_extras.RemoveAssigneeIds ?? []).Union(_extras.AddAssigneeIds ?? [])],
        };
    }
}
