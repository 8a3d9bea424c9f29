using Waymark.Projects.TimeEntries;

namespace Waymark.Projects.Timers;

/// <summary>A running timer as its owner sees it.</summary>
public sealed record RunningTimerResponse(Guid ProjectId, Guid? TaskId, string Note, DateTimeOffset StartedAt)
{
    internal static RunningTimerResponse? Of(RunningTimer? timer) =>
        timer is null ? null : new RunningTimerResponse(timer.ProjectId, timer.TaskId, timer.Note, timer.StartedAt);
}

/// <summary>The caller's timer.</summary>
/// <param name="Running">The one that runs; null when none does.</param>
/// <param name="Logged">The entry that the one before became by the request.</param>
public sealed record TimerResponse(RunningTimerResponse? Running, TimeEntryResponse? Logged = null);
