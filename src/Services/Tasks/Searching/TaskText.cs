using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Tasks.Searching;

/// <summary>
/// What the index knows of the texts of a task. Only tasks of large projects have a row, those behind the first
/// <see cref="LookedThrough"/>; the texts of the others are looked at one by one.
/// </summary>
internal sealed class TaskText
{
    /// <summary>So many tasks of a project are looked through without an index.</summary>
    public const int LookedThrough = 1_000;

    /// <summary>
    /// Whoever writes a text, the index hears of it in the same transaction: also from a process of the version before, which knows
    /// nothing of an index, while one takes over from the other. The tasks of small projects are passed over before anything is done.
    /// A migration runs it.
    /// </summary>
    public const string CreateTriggers =
        """
        create function text_changed() returns trigger language plpgsql as $$
        begin
            insert into task_text (task_id, project_id) values (new.id, new.project_id) on conflict (task_id) do update set grams = null;
            return null;
        end $$;

        create trigger text_made after insert on task for each row
            when (new.number > 1000) execute function text_changed();
        create trigger text_changed after update of title, description on task for each row
            when (new.number > 1000 and (new.title <> old.title or new.description <> old.description)) execute function text_changed();
        """;

    public const string DropTriggers =
        """
        drop trigger text_made on task;
        drop trigger text_changed on task;
        drop function text_changed();
        """;

    /// <summary>What was written before there was an index waits for it like what is new. A migration runs it.</summary>
    public const string TakeExisting = "insert into task_text (task_id, project_id) select id, project_id from task where number > 1000";

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
