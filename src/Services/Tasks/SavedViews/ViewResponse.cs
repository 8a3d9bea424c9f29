namespace Waymark.Tasks.SavedViews;

/// <summary>A saved view as callers see it.</summary>
public sealed record ViewResponse(
    Guid Id,
    string Name,
    Guid? ProjectId,
    Guid WorkspaceId,
    Guid OwnerId,
    [property: OneOf(typeof(ViewLayouts))] string Layout,
    string Query,
    string? Group,
    string[] Columns,
    [property: OneOf(typeof(ViewVisibilities))] string Visibility,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version)
{
    internal static ViewResponse Of(SavedView v) => new(
        v.Id, v.Name, v.ProjectId, v.WorkspaceId, v.OwnerId, v.Layout, v.Query, v.GroupBy, v.Columns, v.Visibility, v.CreatedAt, v.UpdatedAt, v.Version);
}

/// <summary>The writable members of a saved view.</summary>
public record ViewInput
{
    [Required, TrimmedLength(SavedView.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>How it shows its tasks; a list when left out.</summary>
    [OneOf(typeof(ViewLayouts))]
    public string? Layout { get; init; }

    /// <summary>Which tasks, in the query language; all when left out.</summary>
    [StringLength(SavedView.MaxQueryLength)]
    public string? Query { get; init; }

    /// <summary>The field by which the tasks are grouped.</summary>
    [StringLength(SavedView.MaxFieldLength)]
    public string? Group { get; init; }

    /// <summary>The fields that are shown, in their order.</summary>
    [MaxLength(SavedView.MaxColumns)]
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Who sees it beside its owner; nobody when left out.</summary>
    [OneOf(typeof(ViewVisibilities))]
    public string? Visibility { get; init; }

    internal static ViewInput Of(SavedView v) => new()
    {
        Name = v.Name,
        Layout = v.Layout,
        Query = v.Query,
        Group = v.GroupBy,
        Columns = v.Columns,
        Visibility = v.Visibility,
    };

    /// <summary>The view after a change.</summary>
    internal SavedView CopyTo(SavedView view, DateTimeOffset now) => view with
    {
        Name = Name!.Trim(),
        Layout = Layout ?? ViewLayouts.List,
        Query = Query?.Trim() ?? "",
        GroupBy = string.IsNullOrWhiteSpace(Group) ? null : Group.Trim(),
        Columns = [.. Columns ?? []],
        Visibility = Visibility ?? ViewVisibilities.Private,
        UpdatedAt = now,
        Version = view.Version + 1,
    };
}
