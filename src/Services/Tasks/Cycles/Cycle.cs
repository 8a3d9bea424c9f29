using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Contracts.Tasks;
using Waymark.Platform.EventSourcing;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Tasks.Cycles.Cycle>;

namespace Waymark.Tasks.Cycles;

/// <summary>A stretch of time for which a team takes on tasks: a sprint. What it takes on, and drops, is logged.</summary>
internal sealed record Cycle : IVersioned
{
    public const int MaxNameLength = 200;
    public const int MaxGoalLength = 2_000;

    public static readonly StreamFields<Cycle> Fields = new(
    [
        Text("name", c => c.Name, (c, v) => c.Name = v),
        Text("goal", c => c.Goal, (c, v) => c.Goal = v, isLong: true),
        Day("startDate", c => c.StartDate, (c, v) => c.StartDate = v),
        Day("endDate", c => c.EndDate, (c, v) => c.EndDate = v),
        Instant("closedAt", c => c.ClosedAt, (c, v) => c.ClosedAt = v),
    ]);

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public string Name { get; set; } = "";

    public string Goal { get; set; } = "";

    public DateOnly StartDate { get; set; }

    public DateOnly EndDate { get; set; }

    /// <summary>When it was closed; null while tasks join and leave it.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"cycle:{Id}";

    public Guid? TenantId => WorkspaceId;

    /// <summary>What events tell of a change; of a new cycle everything.</summary>
    public static FieldChanges Changes(Cycle? before, Cycle after) =>
        StreamFields<Cycle>.Changes(before is null ? Fields.All : Fields.Differing(before, after), before, after, withOldTexts: false);

    public CycleState State() => new(Id, ProjectId, Name, StartDate, EndDate, ClosedAt);

    private static StreamField<Cycle, DateOnly> Day(string name, Func<Cycle, DateOnly> get, Action<Cycle, DateOnly> set) => new(
        name, get, set, (json, day) => json.WriteStringValue(day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
        value => DateOnly.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>That a task is in a cycle; once the cycle is closed, how it ended for the task.</summary>
internal sealed class CycleTask
{
    public required Guid CycleId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>One of <see cref="CycleOutcomes"/>; null while the cycle is open.</summary>
    public string? Outcome { get; set; }
}

/// <summary>One line of a cycle's scope log.</summary>
internal sealed class CycleScopeEntry
{
    public long Seq { get; init; }

    public required Guid CycleId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>One of <see cref="CycleScopeChanges"/>.</summary>
    public required string Change { get; init; }

    public Guid? ActorId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>How a cycle ended for one of its tasks.</summary>
internal static class CycleOutcomes
{
    public const string Done = "done";
    public const string CarriedOver = "carried_over";
    public const string Unfinished = "unfinished";
}

/// <summary>What a line of the scope log says.</summary>
internal static class CycleScopeChanges
{
    public const string Added = "added";
    public const string Removed = "removed";
    public const string CarriedIn = "carried_in";
    public const string CarriedOver = "carried_over";

    public static readonly IReadOnlyList<string> All = [Added, Removed, CarriedIn, CarriedOver];
}

internal sealed class CycleConfiguration : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> cycle)
    {
        cycle.ToTable("cycle");
        cycle.HasKey(c => c.Id);
        cycle.Property(c => c.Id).ValueGeneratedNever();
        cycle.Property(c => c.Version).IsConcurrencyToken();
        cycle.Ignore(c => c.PartitionKey).Ignore(c => c.TenantId);
        cycle.HasIndex(c => new { c.ProjectId, c.Id });
        // By their names, and by being open, queries for tasks find cycles.
        cycle.Property<string>("Folded").HasComputedColumnSql("lower(name)", stored: true);
        cycle.HasIndex("Folded");
        cycle.HasIndex(c => c.StartDate).HasFilter("closed_at is null");
    }
}

internal sealed class CycleTaskConfiguration : IEntityTypeConfiguration<CycleTask>
{
    public void Configure(EntityTypeBuilder<CycleTask> task)
    {
        task.ToTable("cycle_task");
        task.HasKey(t => new { t.CycleId, t.TaskId });
        task.HasIndex(t => t.TaskId);
        task.HasOne<Cycle>().WithMany().HasForeignKey(t => t.CycleId).OnDelete(DeleteBehavior.Cascade);
        task.HasOne<TaskItem>().WithMany().HasForeignKey(t => t.TaskId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CycleScopeEntryConfiguration : IEntityTypeConfiguration<CycleScopeEntry>
{
    public void Configure(EntityTypeBuilder<CycleScopeEntry> entry)
    {
        entry.ToTable("cycle_scope");
        entry.HasKey(e => e.Seq);
        entry.Property(e => e.Seq).UseIdentityAlwaysColumn();
        entry.HasIndex(e => new { e.CycleId, e.Seq });
        entry.HasOne<Cycle>().WithMany().HasForeignKey(e => e.CycleId).OnDelete(DeleteBehavior.Cascade);
    }
}
