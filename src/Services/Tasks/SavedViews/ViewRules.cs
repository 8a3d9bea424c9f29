namespace Waymark.Tasks.SavedViews;

/// <summary>What a saved view must be.</summary>
internal static class ViewRules
{
    /// <summary>The problem of a view that its maker may not share so, or whose query is none. Runs in the transaction that saves it.</summary>
    /// <remarks>
    /// A query that stays as it was is not looked at: what it names may be gone by now, and the view is still given another name.
    /// </remarks>
    public static async Task<Problem?> CheckAsync(SavedView view, SavedView? before, int rank, KeptQuery kept, Guid callerId, CancellationToken ct)
    {
        if (view.Columns.Any(c => string.IsNullOrWhiteSpace(c) || c.Length > SavedView.MaxFieldLength))
        {
            return Problems.Invalid("columns", $"The name of a field has between 1 and {SavedView.MaxFieldLength} characters.");
        }

        return Share(view, rank) ?? (view.Query.Length == 0 || view.Query == before?.Query
            ? null
            : await kept.FaultInAsync(view, callerId, ct));
    }

    private static Problem? Share(SavedView view, int rank) => (view.Visibility, view.ProjectId) switch
    {
        (ViewVisibilities.Project, null) => Problems.Invalid("visibility", "A view of no project is shared with its workspace, or with nobody."),
        (ViewVisibilities.Workspace, not null) => Problems.Invalid("visibility", "A view of one project is shared with the project, or with nobody."),
        (ViewVisibilities.Project, _) when rank < 2 => Problems.Forbidden("Only who may edit tasks of the project shares a view with it."),
        (ViewVisibilities.Workspace, _) when rank < 3 => Problems.Forbidden("Only who manages the workspace shares a view with it."),
        _ => null,
    };
}
