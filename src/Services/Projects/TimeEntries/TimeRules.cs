using Waymark.Contracts.Tasks;
using Waymark.Projects.Access;

namespace Waymark.Projects.TimeEntries;

/// <summary>What time can be written down, for whom, and on which tasks.</summary>
internal sealed class TimeRules(ITaskAccess tasks)
{
    private static readonly DateOnly First = new(1970, 1, 1);
    private static readonly DateOnly Last = new(2200, 12, 31);

    /// <summary>Everybody writes down their own time; a manager also that of other members.</summary>
    public static Problem? CheckPerson(OpenProject open, Guid callerId, Guid userId) =>
        userId == callerId ? null
        : open.Demand(Permissions.ProjectEdit) ?? (open.Project.RankOf(userId) > 0 ? null : Problems.NotFound("person in this project"));

    /// <summary>Somebody else's time is a manager's to change, also when that person has left the project.</summary>
    public static Problem? CheckOwner(OpenProject open, Guid userId, Guid callerId) =>
        userId == callerId ? null : open.Demand(Permissions.ProjectEdit);

    /// <summary>A day that a calendar of people has.</summary>
    public static Problem? CheckDate(DateOnly date, string field = "date") =>
        date >= First && date <= Last ? null : Problems.Invalid(field, "A date between 1970 and 2200 is expected.");

    /// <summary>The task must be one of the project's, and the caller's to see.</summary>
    public async Task<Problem?> CheckTaskAsync(Guid projectId, Guid? taskId, Guid callerId, CancellationToken ct) =>
        taskId is not { } id || (await tasks.FindAsync(id, callerId, ct))?.ProjectId == projectId ? null : Problems.NotFound("task");
}
