using Npgsql;
using Waymark.Tasks.Model.Planning;

namespace Waymark.Tasks.Data;

/// <summary>The statements that write a calendar.</summary>
internal static class CalendarWrite
{
    private const string InsertSql = "insert into project_calendar (week, holidays, version, project_id, workspace_id) values ($1, $2, $3, $4, $5)";

    private static readonly string GuardedUpdate =
        DirectWrites.Guarded("update project_calendar set week = $1, holidays = $2, version = $3 where project_id = $4 and version = $5");

    public static NpgsqlBatchCommand Of(ProjectCalendar calendar, long versionBefore)
    {
        var write = new NpgsqlBatchCommand(versionBefore == 0 ? InsertSql : GuardedUpdate);
        write.Parameters.With(calendar.WeekJson).With(calendar.Holidays).With(calendar.Version).With(calendar.ProjectId);
        _ = versionBefore == 0 ? write.Parameters.With(calendar.WorkspaceId) : write.Parameters.With(versionBefore);
        return write;
    }
}
