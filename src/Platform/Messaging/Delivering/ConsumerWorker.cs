using System.Collections.Concurrent;
using Waymark.Platform.Messaging.Lanes;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>
/// All consumers of one service: one loop claims for all of them at once, and a few slots work the claims off side by
/// side. A lane of a consumer is never in two hands, so its order holds; a slow consumer gets at most half of the slots.
/// </summary>
internal sealed class ConsumerWorker(LocalService local, LaneLeases leases, SuspectGate gate) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly DeliveryQueue _queue = new(local.Name, local.Databases, local.Owner);
    private readonly SemaphoreSlim _slots = new(local.Options.Slots);
    private readonly ConcurrentDictionary<(short Lane, string Consumer), Task> _inHand = [];
    private readonly Dictionary<string, Line> _lines = local.Consumers.ToDictionary(
        c => c.Name,
        c => new Line(new ConsumerHealth(local.Options, local.Clock), new SemaphoreSlim(Share(local))),
        StringComparer.Ordinal);

    private int _turn;
    private TimeSpan _pause;

    /// <summary>Claims and handles until told to stop; running handlers then end by themselves.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        var runner = new ClaimRunner(local, _queue, gate);
        var poll = MessagingOptions.ShortestPoll;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var found = await ClaimAsync(runner, stopping, abort);
                poll = found ? MessagingOptions.ShortestPoll : TimeSpan.FromTicks(Math.Min(poll.Ticks * 2, local.Options.LongestPoll.Ticks));
                await local.Arrived.WaitAsync(poll, stopping);
                await Task.Delay(_pause, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                Pause();
                local.Log.Interrupted(e, "The consumer worker", local.Name, _pause);
                await Task.Delay(_pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_inHand.Values);
    }

    public void Dispose()
    {
        _slots.Dispose();
        foreach (var line in _lines.Values)
        {
            line.Share.Dispose();
        }
    }

    private async Task<bool> ClaimAsync(ClaimRunner runner, CancellationToken stopping, CancellationToken abort)
    {
        var free = _slots.CurrentCount;
        var asked = free > 0 ? Ask() : [];
        if (asked.Count == 0)
        {
            return false;
        }

        var claims = await _queue.ClaimAsync(asked, free * local.Options.ClaimSize, stopping);
        var probed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            // Asked of every lane, because nobody knows which has something; one answer is the probe.
            if (_lines[claim.Consumer.Name].Health.IsOut && !probed.Add(claim.Consumer.Name))
            {
                continue;
            }

            leases.Enter(claim.Lane.Number);
            var key = (claim.Lane.Number, claim.Consumer.Name);
            // Registered before it starts, so that its end always finds the entry to remove.
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _inHand[key] = WorkAsync(runner, claim, start.Task, stopping, abort);
            start.SetResult();
        }

        return claims.Count > 0;
    }

    /// <summary>Every lane and consumer with nothing in hand, beginning elsewhere each time so that none comes last for ever.</summary>
    private List<ClaimRequest> Ask()
    {
        var held = leases.Held;
        var asked = new List<ClaimRequest>(held.Length * local.Consumers.Count);
        foreach (var consumer in local.Consumers)
        {
            var health = _lines[consumer.Name].Health;
            var isOut = health.IsOut;
            var isBusy = _inHand.Keys.Any(k => string.Equals(k.Consumer, consumer.Name, StringComparison.Ordinal));
            if (isOut && (isBusy || !health.TryProbe()))
            {
                continue;
            }

            asked.AddRange(held
                .Where(lane => !_inHand.ContainsKey((lane.Number, consumer.Name)))
                .Select(lane => new ClaimRequest(consumer, lane, isOut ? 1 : local.Options.ClaimSize)));
        }

        if (asked.Count > 0)
        {
            var turn = (int)((uint)_turn++ % asked.Count);
            asked = [.. asked[turn..], .. asked[..turn]];
        }

        return asked;
    }

    private async Task WorkAsync(ClaimRunner runner, Claim claim, Task started, CancellationToken stopping, CancellationToken abort)
    {
        await started;
        var line = _lines[claim.Consumer.Name];
        try
        {
            await line.Share.WaitAsync(stopping);
            try
            {
                await _slots.WaitAsync(stopping);
                try
                {
                    await RunAsync(runner, claim, line.Health, stopping, abort);
                }
                finally
                {
                    _slots.Release();
                }
            }
            finally
            {
                line.Share.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not begun: giving the lane back frees it.
        }
        catch (Exception e)
        {
            Pause();
            local.Log.Interrupted(e, claim.Consumer.Name, local.Name, _pause);
        }
        finally
        {
            _inHand.TryRemove((claim.Lane.Number, claim.Consumer.Name), out _);
            leases.Exit(claim.Lane.Number);
            local.Arrived.Set();
        }
    }

    private async Task RunAsync(ClaimRunner runner, Claim claim, ConsumerHealth health, CancellationToken stopping, CancellationToken abort)
    {
        var wasOut = health.IsOut;
        var end = await runner.RunAsync(claim, health, stopping, abort);
        if (end == ClaimEnd.Unreachable)
        {
            Pause();
        }
        else
        {
            _pause = TimeSpan.Zero;
        }

        if (!wasOut && health.IsOut)
        {
            local.Log.Outage(claim.Consumer.Name);
        }
    }

    private void Pause() => _pause = _pause == TimeSpan.Zero ? FirstPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));

    private static int Share(LocalService local) => local.Consumers.Count == 1 ? local.Options.Slots : Math.Max(1, local.Options.Slots / 2);

    private sealed record Line(ConsumerHealth Health, SemaphoreSlim Share);
}
