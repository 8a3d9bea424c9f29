using Npgsql;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging.Lanes;

/// <summary>
/// The lanes of one service's database that this process holds. Rows with an end and an epoch rather than advisory locks:
/// they need no session, end by themselves, and cannot stack. Leases only share the work out and keep order cheap; no
/// effect is doubled when two processes believe in the same lane, because the inbox row and the delivery row decide.
/// </summary>
internal sealed class LaneLeases(NpgsqlDataSource database, Guid owner)
{
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(5);

    private readonly int[] _busy = new int[OutboxMessage.Lanes];
    private readonly HashSet<Lane> _leaving = [];
    private volatile Lane[] _held = [];

    /// <summary>The lanes that may be claimed from; replaced as a whole at each beat.</summary>
    public Lane[] Held => _held;

    /// <summary>Marks a lane as having work in hand, so that it is not given away in the middle.</summary>
    public void Enter(short lane) => Interlocked.Increment(ref _busy[lane]);

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public void Exit(short lane) => Interlocked.Decrement(ref _busy[lane]);

    /// <summary>Shows that this process lives, renews its lanes, and takes or gives back what fairness asks.</summary>
    /// <returns>Whether lanes were gained, so that somebody should look for work in them.</returns>
    public async Task<bool> BeatAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var before = _held;
        var (renewed, live) = await RenewAsync(connection, [.. before, .. _leaving], ct);
        KillSwitch.Pass(KillPoint.LeaseRenewal);
        _leaving.IntersectWith(renewed);
        var held = before.Where(renewed.Contains).ToList();
        var share = (OutboxMessage.Lanes + live - 1) / live;
        await ReleaseIdleAsync(connection, ct);
        if (held.Count > share)
        {
            _leaving.UnionWith(held[share..]);
            held.RemoveRange(share, held.Count - share);
        }

        var gained = held.Count < share ? await AcquireAsync(connection, held, share - held.Count, ct) : [];
        _held = [.. held, .. gained];
        return gained.Count > 0;
    }

    /// <summary>Gives everything back, so that another process need not wait for the leases to end.</summary>
    public async Task ReleaseAllAsync(CancellationToken ct)
    {
        Lane[] all = [.. _held, .. _leaving];
        _held = [];
        _leaving.Clear();
        await using var connection = await database.OpenConnectionAsync(ct);
        await ReleaseAsync(connection, all, ct);
        await using var leave = new NpgsqlCommand(LaneSql.Leave, connection) { Parameters = { new() { Value = owner } } };
        await leave.ExecuteNonQueryAsync(ct);
    }

    private async Task<(HashSet<Lane> Renewed, int Live)> RenewAsync(NpgsqlConnection connection, Lane[] lanes, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(LaneSql.Seen) { Parameters = { new() { Value = owner } } },
                new NpgsqlBatchCommand(LaneSql.Renew)
                {
                    Parameters = { new() { Value = owner }, new() { Value = Numbers(lanes) }, new() { Value = Epochs(lanes) } },
                },
                new NpgsqlBatchCommand(LaneSql.CountLive),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var renewed = new HashSet<short>();
        while (await reader.ReadAsync(ct))
        {
            renewed.Add(reader.GetInt16(0));
        }

        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        return (lanes.Where(l => renewed.Contains(l.Number)).ToHashSet(), Math.Max(1, reader.GetInt32(0)));
    }

    private async Task<List<Lane>> AcquireAsync(NpgsqlConnection connection, List<Lane> held, int want, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LaneSql.Acquire, connection)
        {
            Parameters = { new() { Value = owner }, new() { Value = Numbers([.. held, .. _leaving]) }, new() { Value = want } },
        };
        var gained = new List<Lane>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            gained.Add(new Lane(reader.GetInt16(0), reader.GetInt64(1)));
        }

        return gained;
    }

    private async Task ReleaseIdleAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var idle = _leaving.Where(l => Volatile.Read(ref _busy[l.Number]) == 0).ToArray();
        if (idle.Length > 0)
        {
            await ReleaseAsync(connection, idle, ct);
            _leaving.ExceptWith(idle);
        }
    }

    private async Task ReleaseAsync(NpgsqlConnection connection, Lane[] lanes, CancellationToken ct)
    {
        await using var release = new NpgsqlCommand(LaneSql.Release, connection)
        {
            Parameters = { new() { Value = owner }, new() { Value = Numbers(lanes) }, new() { Value = Epochs(lanes) } },
        };
        await release.ExecuteNonQueryAsync(ct);
    }

    private static short[] Numbers(Lane[] lanes) => Array.ConvertAll(lanes, l => l.Number);

    private static long[] Epochs(Lane[] lanes) => Array.ConvertAll(lanes, l => l.Epoch);
}
