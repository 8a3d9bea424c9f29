using Npgsql;

namespace Waymark.Projects.TimeSheets;

/// <summary>
/// Time goes into the sheet of its person's week, and an approved sheet takes none. Whoever writes an entry holds its sheets
/// until the commit: an approval waits that long, and a write that comes after it sees it.
/// </summary>
internal sealed class OpenSheets(ProjectsDbContext db)
{
    public static readonly ProblemKind TimeSheetLocked =
        ProblemKind.Unprocessable("time_sheet_locked", "The time sheet of that week was approved; a manager of the project can reopen it.");

    // The second statement sees what another writer of the same first entry has committed while the first one waited for it.
    private const string Hold =
        """
        insert into time_sheet (id, project_id, workspace_id, user_id, week, state, created_at, version)
        select w.id, @project, @workspace, w.user_id, w.week, 'open', @now, 0 from unnest(@ids, @users, @weeks) as w(id, user_id, week)
        on conflict (project_id, user_id, week) do nothing;
        select s.week, s.state from time_sheet s
        where s.project_id = @project and (s.user_id, s.week) in (select * from unnest(@users, @weeks))
        order by s.week, s.user_id for share
        """;

    /// <summary>Holds the sheets of these entries, which may be two states of one; the problem when one of them is approved.</summary>
    public async Task<Problem?> HoldAsync(CancellationToken ct, params TimeEntry[] entries)
    {
        var now = db.Scope.Now;
        var places = entries.Select(e => (e.UserId, Week: TimeSheet.WeekOf(e.Date))).Distinct().Order().ToArray();
        await using var command = await db.CommandAsync(Hold, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", entries[0].ProjectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", entries[0].WorkspaceId));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", now));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. places.Select(_ => Guid.CreateVersion7(now))]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("users", [.. places.Select(p => p.UserId)]));
        command.Parameters.Add(new NpgsqlParameter<DateOnly[]>("weeks", [.. places.Select(p => p.Week)]));
        await using var row = await command.ExecuteReaderAsync(ct);
        Problem? locked = null;
        while (await row.ReadAsync(ct))
        {
            if (row.GetString(1) == TimeSheetStates.Approved)
            {
                locked ??= TimeSheetLocked.Because($"The time sheet of the week of {row.GetFieldValue<DateOnly>(0):yyyy-MM-dd} was approved; a manager of the project can reopen it.");
            }
        }

        return locked;
    }
}
