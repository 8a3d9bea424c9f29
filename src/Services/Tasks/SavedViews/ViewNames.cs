namespace Waymark.Tasks.SavedViews;

/// <summary>
/// Keeps the names that saved views use from changing while a view is saved: whoever saves one shares a lock of the workspace, whoever
/// renames waits for it alone. So a view is saved before, and then renamed in, or after, and then its names are looked up anew.
/// </summary>
internal static class ViewNames
{
    /// <summary>Of whoever renames something of project <c>@project</c>; held until the transaction ends.</summary>
    public const string LockForRenaming = "select pg_advisory_xact_lock(hashtextextended(p.workspace_id::text, 11)) from project p where p.id = @project;";

    private const string LockForSaving = "select pg_advisory_xact_lock_shared(hashtextextended($1::text, 11))";

    /// <summary>From here until the transaction ends nothing in the workspace gets another name.</summary>
    public static async Task HoldAsync(TasksDbContext db, Guid workspaceId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(LockForSaving, ct);
        command.Parameters.With(workspaceId);
        await command.ExecuteNonQueryAsync(ct);
    }
}
