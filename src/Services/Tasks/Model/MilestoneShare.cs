namespace Waymark.Tasks.Model;

/// <summary>What a task counts for in the progress of its milestone.</summary>
internal readonly record struct MilestoneShare(Guid? MilestoneId, bool IsDone, bool IsCancelled, bool IsDeleted)
{
    public static MilestoneShare Of(TaskItem task) => new(
        task.MilestoneId, task.StatusCategory == StatusCategory.Completed, task.StatusCategory == StatusCategory.Cancelled, task.DeletedAt is not null);

    /// <summary>Whether any milestone's progress is another after a change of a task.</summary>
    public static bool Differ(MilestoneShare before, MilestoneShare after) => before != after && (before.MilestoneId ?? after.MilestoneId) is not null;
}
