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

    /// <summary>As that of the relay.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

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
                await Task.Delay(found && _pause < local.Options.Gather ? local.Options.Gather : _pause, stopping);
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
        foreach (var job in Jobs(claims))
        {
            // Registered before it starts, so that its end always finds the entries to remove.
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var work = WorkAsync(runner, job, start.Task, stopping, abort);
            foreach (var claim in job)
            {
                leases.Enter(claim.Lane.Number);
                _inHand[(claim.Lane.Number, claim.Consumer.Name)] = work;
            }

            start.SetResult();
        }

        return claims.Count > 0;
    }

    /// <summary>
    /// What is worked off at one go: a claim, or for a batch handler what came of many lanes, because under load each
    /// lane brings a few rows and every transaction costs the same.
    /// </summary>
    private IEnumerable<List<Claim>> Jobs(List<Claim> claims)
    {
        foreach (var group in claims.GroupBy(c => c.Consumer))
        {
            if (_lines[group.Key.Name].Health.IsOut)
            {
                // Every lane was asked, because nobody knows which has something; one answer is the probe.
                yield return [group.First()];
                continue;
            }

            var (job, size) = (new List<Claim>(), 0);
            foreach (var claim in group)
            {
                var isAlone = !group.Key.IsBatch || claim.IsLone;
                if (job.Count > 0 && !isAlone && size + claim.Deliveries.Count > local.Options.BatchSize)
                {
                    yield return job;
                    (job, size) = ([], 0);
                }

                if (isAlone)
                {
                    yield return [claim];
                }
                else
                {
                    job.Add(claim);
                    size += claim.Deliveries.Count;
                }
            }

            if (job.Count > 0)
            {
                yield return job;
            }
        }
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

    private async Task WorkAsync(ClaimRunner runner, List<Claim> job, Task started, CancellationToken stopping, CancellationToken abort)
    {
        await started;
        var consumer = job[0].Consumer;
        var line = _lines[consumer.Name];
        try
        {
            await line.Share.WaitAsync(stopping);
            try
            {
                await _slots.WaitAsync(stopping);
                try
                {
                    await RunAsync(runner, job, line.Health, stopping, abort);
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
            local.Log.Interrupted(e, consumer.Name, local.Name, _pause);
        }
        finally
        {
            foreach (var claim in job)
            {
                _inHand.TryRemove((claim.Lane.Number, consumer.Name), out _);
                leases.Exit(claim.Lane.Number);
            }

            local.Arrived.Set();
        }
    }

    private async Task RunAsync(ClaimRunner runner, List<Claim> job, ConsumerHealth health, CancellationToken stopping, CancellationToken abort)
    {
        var wasOut = health.IsOut;
        var end = await runner.RunAsync(job, health, stopping, abort);
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
            local.Log.Outage(job[0].Consumer.Name);
        }
        else if (health.TryEnd())
        {
            await OutageRecord.EndAsync(local, job[0].Consumer, abort);
        }
    }

    private void Pause() => _pause = _pause == TimeSpan.Zero ? FirstPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));

    private static int Share(LocalService local) => local.Consumers.Count == 1 ? local.Options.Slots : Math.Max(1, local.Options.Slots / 2);

    private sealed record Line(ConsumerHealth Health, SemaphoreSlim Share);
}
