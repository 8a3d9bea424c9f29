using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Contracts;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Idempotency;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Data;

/// <summary>
/// The base of every service's context. Events go into the outbox through <see cref="Publish"/> and commit together with
/// the rows they tell of, or not at all; there is no other way to publish.
/// </summary>
public abstract class ServiceDbContext(DbContextOptions options, WriteScope scope) : DbContext(options)
{
    private readonly List<IVersioned> _published = [];
    private readonly List<OutboxMessage> _outbox = [];
    private readonly HashSet<IVersioned> _alone = [];
    private readonly DirectWrites _writes = new();
    private NpgsqlConnection? _connection;
    private SaveTransaction? _transaction;
    private bool _isGuest;

    /// <summary>What stamps the rows: service, actor, clock.</summary>
    public WriteScope Scope { get; } = scope;

    /// <summary>Whether a save has put events into the outbox.</summary>
    public bool HasPublished { get; private set; }

    /// <summary>
    /// Whether rows are written by statements of the context's own (<see cref="Write(IVersioned, NpgsqlBatchCommand)"/>) instead
    /// of being tracked: for the service whose writes must be fast.
    /// </summary>
    protected internal virtual bool WritesDirectly => false;

    /// <summary>The id shared by all events of the current command; made when first asked for.</summary>
    public Guid ChangeId => Scope.Request.ChangeId ??= Guid.CreateVersion7(Scope.Now);

    /// <summary>
    /// Raises the aggregate's version by one and adds the event to the outbox under that version.
    /// <see cref="SaveChangesAsync(bool, CancellationToken)"/> refuses an event whose aggregate is not written with it.
    /// </summary>
    /// <param name="aggregate">The aggregate the event tells of; it must be tracked, its version a concurrency token.</param>
    /// <param name="e">What happened.</param>
    /// <param name="at">When; now, unless the aggregate's stream says otherwise.</param>
    public void Publish(IVersioned aggregate, IEvent e, DateTimeOffset? at = null)
    {
        aggregate.Version++;
        PublishAt(aggregate, e, aggregate.Version, at ?? Scope.Now);
    }

    /// <summary>
    /// Adds an event that tells of no row, such as the answer to a saga. Its key is its own and its version 1, so it needs no
    /// guard, and nothing waits behind it.
    /// </summary>
    /// <param name="kind">What its key begins with.</param>
    /// <param name="e">What happened.</param>
    public void PublishAlone(string kind, IEvent e)
    {
        var alone = new Alone($"{kind}:{Guid.CreateVersion7(Scope.Now)}");
        _alone.Add(alone);
        PublishAt(alone, e, 1, Scope.Now);
    }

    /// <summary>Adds the event under a version that the caller has already given to it.</summary>
    protected void PublishAt(IVersioned aggregate, IEvent e, long version, DateTimeOffset at)
    {
        var descriptor = EventCatalog.Of(e.GetType());
        var data = descriptor.Serialize(e);
        if (data.Length > OutboxMessage.MaxDataLength)
        {
            throw new InvalidOperationException($"{descriptor.Name} has {data.Length} bytes; an event has at most {OutboxMessage.MaxDataLength}.");
        }

        _published.Add(aggregate);
        _outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(at),
            Lane = OutboxMessage.LaneOf(aggregate.PartitionKey),
            PartitionKey = aggregate.PartitionKey,
            KeyVersion = version,
            Type = descriptor.Type,
            Source = "/waymark/" + Scope.Service,
            Subject = aggregate.PartitionKey.Replace(':', '/'),
            OccurredAt = at,
            Data = data,
            TenantId = aggregate.TenantId,
            ActorId = Scope.Request.ActorId,
            ChangeId = ChangeId,
            ClientId = Scope.Request.ClientId,
            CorrelationId = Scope.Request.CorrelationId,
            CausationId = Scope.Request.CausationId,
            TraceParent = Activity.Current?.Id,
            TraceState = Activity.Current?.TraceStateString,
        });
    }

    /// <summary>Adds a statement that writes an aggregate's row; an update is <see cref="DirectWrites.Guarded"/>.</summary>
    protected void Write(IVersioned aggregate, NpgsqlBatchCommand statement) => _writes.Add(aggregate, statement);

    /// <summary>Adds a statement that writes one row of what belongs to an aggregate.</summary>
    protected void Write(NpgsqlBatchCommand statement) => _writes.Add(statement);

    /// <summary>
    /// Adds the event of an aggregate whose row a statement of the transaction that runs has just written, its version raised: the
    /// row's lock guards the version until the commit.
    /// </summary>
    protected void PublishWritten(IVersioned aggregate, IEvent e)
    {
        _writes.AddWritten(aggregate);
        PublishAt(aggregate, e, aggregate.Version, Scope.Now);
    }

    /// <summary>Keeps an answer for repeats with the next save, which waits only so long for another with the same key.</summary>
    internal async Task KeepAsync(IdempotencyRecord answer, CancellationToken ct)
    {
        if (WritesDirectly)
        {
            _writes.AddFirst(new NpgsqlBatchCommand(IdempotencyStore.LimitWait));
            _writes.Add(IdempotencyStore.Insert(answer));
            return;
        }

        await using (var limit = await CommandAsync(IdempotencyStore.LimitWait, ct))
        {
            await limit.ExecuteNonQueryAsync(ct);
        }

        Add(answer);
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseUnguardedEvents();
        KillSwitch.Pass(KillPoint.BeforeOutboxInsert);
        var written = WritesDirectly
            ? await SaveDirectlyAsync(thenCommit: false, cancellationToken)
            : await SaveTrackedAsync(acceptAllChangesOnSuccess, cancellationToken);
        TellRelay();
        return written;
    }

    /// <summary>Saves, and ends the given transaction: with the same round trip where rows are written directly.</summary>
    internal async Task SaveAsync(SaveTransaction? ending, CancellationToken ct)
    {
        if (!WritesDirectly || ending is not { IsWhole: true })
        {
            await SaveChangesAsync(ct);
            await (ending?.CommitAsync(ct) ?? Task.CompletedTask);
            KillSwitch.Pass(KillPoint.AfterCommit);
            return;
        }

        RefuseUnguardedEvents();
        KillSwitch.Pass(KillPoint.BeforeOutboxInsert);
        await SaveDirectlyAsync(thenCommit: true, ct);
        KillSwitch.Pass(KillPoint.AfterCommit);
        TellRelay();
    }

    /// <summary>Forgets everything tracked, so that a command can be decided anew on fresh rows.</summary>
    public void StartOver()
    {
        if (!WritesDirectly)
        {
            ChangeTracker.Clear();
        }

        _writes.Clear();
        _outbox.Clear();
        _published.Clear();
        _alone.Clear();
    }

    /// <summary>Gives the context its connection, which is opened when it is needed and disposed with the context.</summary>
    public void Connect(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Lets the context work inside somebody else's transaction, who also ends it.</summary>
    public async Task JoinAsync(NpgsqlTransaction transaction)
    {
        (_connection, _isGuest) = (transaction.Connection, true);
        await Database.UseTransactionAsync(transaction, CancellationToken.None);
    }

    /// <summary>
    /// A command on this context's connection and inside its transaction, for SQL that EF cannot say or says too slowly. The
    /// connection stays open until the context is disposed. EF itself is set up only when something asks for it, so a read
    /// that needs nothing else does not pay for it.
    /// </summary>
    public async ValueTask<NpgsqlCommand> CommandAsync(string sql, CancellationToken ct) => new(sql, await OpenAsync(ct));

    /// <summary>Begins a transaction around the saves and commands that follow; inside one that runs already it is a part of that.</summary>
    public async Task<SaveTransaction> BeginAsync(CancellationToken ct)
    {
        if (_isGuest || _transaction is not null || (!WritesDirectly && Database.CurrentTransaction is not null))
        {
            return new SaveTransaction(this, null);
        }

        var transaction = await (await OpenAsync(ct)).BeginTransactionAsync(ct);
        if (!WritesDirectly)
        {
            await Database.UseTransactionAsync(transaction, ct);
        }

        return _transaction = new SaveTransaction(this, transaction);
    }

    internal async Task EndAsync()
    {
        _transaction = null;
        if (!WritesDirectly)
        {
            await Database.UseTransactionAsync(null);
        }
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_connection is not null && !_isGuest)
        {
            await _connection.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        if (!_isGuest)
        {
            _connection?.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (_connection is not null)
        {
            optionsBuilder.UseNpgsql(_connection, contextOwnsConnection: false);
        }

        // Whoever opens a transaction gives it up after a failed save, so nobody rolls back to a savepoint; each would cost
        // two round trips.
        Database.AutoSavepointsEnabled = false;
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new IdempotencyRecordConfiguration());
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());

    private async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = _connection ?? throw new InvalidOperationException("The context was not given a connection.");
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await connection.OpenAsync(ct);
        }

        return connection;
    }

    private async Task<int> SaveTrackedAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        Set<OutboxMessage>().AddRange(_outbox);
        _outbox.Clear();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
    }

    private async Task<int> SaveDirectlyAsync(bool thenCommit, CancellationToken ct)
    {
        _outbox.ForEach(message => _writes.Add(OutboxSql.Insert(message)));
        _outbox.Clear();
        return _writes.IsEmpty && !thenCommit ? 0 : await _writes.ExecuteAsync(await OpenAsync(ct), thenCommit, ct);
    }

    private void TellRelay()
    {
        if (_published.Count > 0)
        {
            _published.Clear();
            _alone.Clear();
            HasPublished = true;
            // Inside an open transaction the relay finds nothing yet and polls again within a second.
            Scope.Signal.Set();
        }
    }

    /// <summary>Without the aggregate's version guard two commits could carry the same version and order would be lost.</summary>
    private void RefuseUnguardedEvents()
    {
        foreach (var aggregate in _published.Where(a => !_alone.Contains(a) && !_writes.Hold(a)))
        {
            var entry = Entry(aggregate);
            var isWritten = entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
            if (!isWritten || !entry.Property(nameof(IVersioned.Version)).Metadata.IsConcurrencyToken)
            {
                throw new InvalidOperationException(
                    $"An event of {aggregate.PartitionKey} was published, but its row is not written under a version guard in this save.");
            }
        }
    }

    /// <summary>What stands behind an event that tells of no row.</summary>
    private sealed record Alone(string PartitionKey) : IVersioned
    {
        public long Version { get; set; } = 1;

        public Guid? TenantId => null;
    }
}
