using Waymark.Projects.TimeEntries;
using Waymark.Projects.TimeSheets;

namespace Waymark.Projects.Timers;

/// <summary>Turns a timer that runs into the entry that it measured; the caller holds a transaction.</summary>
internal sealed class TimerStop(ProjectsDbContext db, OpenSheets sheets)
{
    /// <summary>
    /// Removes the timer and adds its entry. Whole minutes, the started one included; at most a day, because a timer that ran
    /// longer was forgotten, and an entry belongs to one day. Neither is there when the project was erased meanwhile, and the timer with it.
    /// </summary>
    public async Task<(TimeEntry? Entry, Problem? Problem)> LogAsync(RunningTimer timer, CancellationToken ct)
    {
        if (await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == timer.ProjectId, ct) is not { } project)
        {
            return (null, null);
        }

        var now = db.Scope.Now;
        var minutes = (int)Math.Clamp(Math.Ceiling((now - timer.StartedAt).TotalMinutes), 1, TimeEntry.MaxMinutes);
        var entry = new TimeEntry
        {
            Id = Guid.CreateVersion7(now),
            ProjectId = project.Id,
            WorkspaceId = project.WorkspaceId,
            TaskId = timer.TaskId,
            UserId = timer.UserId,
            Minutes = minutes,
            Date = LocalDay.Of(timer.StartedAt, project.TimeZone),
            Note = timer.Note,
            CreatedAt = now,
        };
        if (await sheets.HoldAsync(ct, entry) is { } locked)
        {
            return (null, locked);
        }

        var kind = TimeEntryResponse.Kind;
        db.Remove(timer);
        db.Add(entry);
        db.Publish(entry, kind.Created(entry, StreamFields<TimeEntry>.Changes(kind.Fields.All, null, entry, withOldTexts: false)));
        return (entry, null);
    }
}
