using Waymark.Projects.TimeEntries;

namespace Waymark.Projects.Timers;

/// <summary>Turns a timer that runs into the entry that it measured.</summary>
internal static class TimerStop
{
    /// <summary>
    /// Removes the timer and adds its entry. Whole minutes, the started one included; at most a day, because a timer that ran
    /// longer was forgotten, and an entry belongs to one day.
    /// </summary>
    public static TimeEntry Log(ProjectsDbContext db, RunningTimer timer, Project project)
    {
        var now = db.Scope.Now;
        var minutes = (int)Math.Clamp(Math.Ceiling((now - timer.StartedAt).TotalMinutes), 1, TimeEntry.MaxMinutes);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(project.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        var entry = new TimeEntry
        {
            Id = Guid.CreateVersion7(now),
            ProjectId = project.Id,
            WorkspaceId = project.WorkspaceId,
            TaskId = timer.TaskId,
            UserId = timer.UserId,
            Minutes = minutes,
            Date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(timer.StartedAt, zone).DateTime),
            Note = timer.Note,
            CreatedAt = now,
        };
        var kind = TimeEntryResponse.Kind;
        db.Remove(timer);
        db.Add(entry);
        db.Publish(entry, kind.Created(entry, StreamFields<TimeEntry>.Changes(kind.Fields.All, null, entry, withOldTexts: false)));
        return entry;
    }
}
