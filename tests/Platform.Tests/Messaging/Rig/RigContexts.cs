using Microsoft.EntityFrameworkCore;
using Waymark.Contracts.Projects;
using Waymark.Platform.Data;

namespace Waymark.Platform.Tests.Messaging.Rig;

/// <summary>An aggregate whose events are those of labels.</summary>
public sealed class Counter : IVersioned
{
    public required Guid Id { get; init; }

    public int Value { get; set; }

    public long Version { get; set; }

    public string PartitionKey => "label:" + Id;

    public Guid? TenantId { get; init; }

    public LabelUpdated Event() => new(Id, Id, $"n{Value}", "#000000", Contracts.FieldChanges.None);
}

/// <summary>One effect of one handler. Nothing is unique but the row's own number, so a doubled effect is seen.</summary>
public sealed class Effect
{
    public long Id { get; init; }

    public required string Consumer { get; init; }

    public required Guid MessageId { get; init; }

    public required string Key { get; init; }

    public required long Version { get; init; }
}

public abstract class RigDbContext(DbContextOptions options, WriteScope scope) : ServiceDbContext(options, scope)
{
    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Counter>(c =>
        {
            c.Property(x => x.Version).IsConcurrencyToken();
            c.Ignore(x => x.PartitionKey);
        });
    }
}

/// <summary>The service that publishes.</summary>
public sealed class SourceDbContext(DbContextOptions<SourceDbContext> options, WriteScope scope) : RigDbContext(options, scope);

/// <summary>A service that reacts.</summary>
public sealed class TargetDbContext(DbContextOptions<TargetDbContext> options, WriteScope scope) : RigDbContext(options, scope);

/// <summary>Another one, to see that one's trouble is not the other's.</summary>
public sealed class OtherDbContext(DbContextOptions<OtherDbContext> options, WriteScope scope) : RigDbContext(options, scope);
