using Npgsql;
using Waymark.Platform.KillPoints;

namespace Waymark.Platform.Data;

/// <summary>A transaction around several saves of one context; disposed without a commit it is rolled back.</summary>
public sealed class SaveTransaction : IAsyncDisposable
{
    private readonly ServiceDbContext _context;
    private readonly NpgsqlTransaction? _inner;

    /// <param name="context">Whose saves it holds together.</param>
    /// <param name="inner">The transaction itself; null for a part of one that runs already, which alone commits.</param>
    internal SaveTransaction(ServiceDbContext context, NpgsqlTransaction? inner) => (_context, _inner) = (context, inner);

    /// <summary>Whether it is the transaction itself; a part of one has nothing to commit.</summary>
    internal bool IsWhole => _inner is not null;

    /// <summary>Commits, and tells the relay.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        if (_inner is not null)
        {
            KillSwitch.Pass(KillPoint.AfterOutboxInsert);
            await _inner.CommitAsync(ct);
            _context.Scope.Signal.Set();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_inner is not null)
        {
            await _inner.DisposeAsync();
            await _context.EndAsync();
        }
    }
}
