using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Tasks.Searching;

/// <summary>
/// What the index knows of the texts of a task. Only tasks of large projects have a row, those behind the first
/// <see cref="LookedThrough"/>; the texts of the others are looked at one by one. Tasks that were just made have none until the index
/// comes to them (<see cref="TextProgress"/>), unless their text was changed: that a trigger notes here, in the same transaction and also
/// for a process of the version before, because the text may just be indexed as it was.
/// </summary>
internal sealed class TaskText
{
    /// <summary>So many tasks of a project are looked through without an index.</summary>
    public const int LookedThrough = 1_000;

    public required Guid TaskId { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>See <see cref="TextGrams"/>; null until the text as it is now has been indexed.</summary>
    public int[]? Grams { get; init; }
}

internal sealed class TaskTextConfiguration : IEntityTypeConfiguration<TaskText>
{
    public void Configure(EntityTypeBuilder<TaskText> text)
    {
        text.ToTable("task_text");
        text.HasKey(t => t.TaskId);
        text.Property(t => t.TaskId).ValueGeneratedNever();
        // Whatever erases a task for good erases what the index knows of it.
        text.HasOne<TaskItem>().WithOne().HasForeignKey<TaskText>(t => t.TaskId).OnDelete(DeleteBehavior.Cascade);
        text.HasIndex(t => new { t.ProjectId, t.TaskId }).HasFilter("grams is null");
        // To sort in the grams of many texts together costs a fraction, but the list of those that wait for it is read by every search.
        text.HasIndex(t => t.Grams).HasMethod("gin").HasFilter("grams is not null").HasStorageParameter("gin_pending_list_limit", 256);
    }
}
