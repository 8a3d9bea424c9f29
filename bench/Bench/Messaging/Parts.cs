using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Waymark.Contracts;
using Waymark.Contracts.Projects;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;

namespace Waymark.Bench.Messaging;

/// <summary>An aggregate of the publishing service.</summary>
internal sealed class Sender : IVersioned
{
    public required Guid Id { get; init; }

    public long Version { get; set; }

    public string PartitionKey => "label:" + Id;

    public Guid? TenantId => null;

    public LabelUpdated Event() => new(Id, Id, "a label of ordinary length", "#336699", FieldChanges.None);
}

/// <summary>One effect.</summary>
internal sealed class Effect
{
    public long Id { get; init; }

    public required Guid MessageId { get; init; }
}

/// <summary>The service that publishes.</summary>
internal sealed class SourceDbContext(DbContextOptions<SourceDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Sender>(s =>
        {
            s.Property(x => x.Version).IsConcurrencyToken();
            s.Ignore(x => x.PartitionKey);
            s.Ignore(x => x.TenantId);
        });
    }
}

/// <summary>The service that reacts.</summary>
internal sealed class TargetDbContext(DbContextOptions<TargetDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Effect>();
    }
}

/// <summary>Tells when an effect stood.</summary>
internal sealed class Arrivals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _awaited = new(StringComparer.Ordinal);

    public Task<long> Of(string key) => _awaited.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Committed(string key)
    {
        if (_awaited.TryRemove(key, out var waiting))
        {
            waiting.SetResult(Stopwatch.GetTimestamp());
        }
    }
}

/// <summary>One event, one transaction, one row.</summary>
internal sealed class WriteOne(TargetDbContext db, AfterCommit afterCommit, Arrivals arrivals) : IEventHandler<LabelUpdated>
{
    public async Task HandleAsync(LabelUpdated e, EventContext context, CancellationToken ct)
    {
        db.Add(new Effect { MessageId = context.Id });
        await db.SaveChangesAsync(ct);
        afterCommit.Do(() => arrivals.Committed(context.PartitionKey));
    }
}
