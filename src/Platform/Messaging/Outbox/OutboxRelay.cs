using System.Diagnostics;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Lanes;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.Messaging.Outbox;

/// <summary>
/// Carries one service's committed events to the transport: claim, publish, delete, with no transaction open in between.
/// Dying at any point repeats at most the current round; nothing is deleted before every subscriber has it.
/// </summary>
internal sealed class OutboxRelay(LocalService local, LaneLeases leases, ITransportLink link)
{
    private const int GiveUpAfter = 5;
    private const int MostSetAside = 10_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Short enough that everything is under way again soon after what was away is back, however long it was.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly OutboxQueue _queue = new(local);
    private readonly EnvelopeWriter _writer = new();

    /// <summary>
    /// Rows that some target could not take because it is down. The others have them; they are passed over until all
    /// targets are tried again from the oldest row on, so that one target's absence stops nobody else.
    /// </summary>
    private readonly HashSet<long> _setAside = [];

    /// <summary>How long it waits for its own database; that this was away says nothing about a target.</summary>
    private TimeSpan _interruption;

    /// <summary>How long it waits for targets.</summary>
    private TimeSpan _pause;
    private long _setAsideAt;

    /// <summary>Relays until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var poll = MessagingOptions.ShortestPoll;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var found = await RoundAsync(stopping);
                if (found == local.Options.RelayBatch)
                {
                    continue;
                }

                if (found > 0)
                {
                    await Task.Delay(local.Options.Gather, stopping);
                }

                var raised = await local.Committed.WaitAsync(poll, stopping);
                poll = raised || found > 0 ? MessagingOptions.ShortestPoll : TimeSpan.FromTicks(Math.Min(poll.Ticks * 2, local.Options.LongestPoll.Ticks));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                _interruption = Longer(_interruption);
                local.Log.Interrupted(e, "The relay", local.Name, _interruption);
                await Task.Delay(_interruption, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>One round.</summary>
    /// <returns>How many rows were claimed; 0 also while everything waits for a target.</returns>
    internal async Task<int> RoundAsync(CancellationToken ct)
    {
        if (_setAside.Count > 0 && Stopwatch.GetElapsedTime(_setAsideAt) > _pause)
        {
            _setAside.Clear();
            link.Reopen();
        }

        if (link.IsPaused || _setAside.Count >= MostSetAside || leases.Held is not { Length: > 0 } held)
        {
            return 0;
        }

        var rows = await _queue.ClaimAsync(held, _setAside, ct);
        _interruption = TimeSpan.Zero;
        if (rows.Count == 0)
        {
            return 0;
        }

        var outcomes = await link.PublishAsync(rows.ConvertAll(r => r.Message), ct);
        KillSwitch.Pass(KillPoint.AfterConfirm);
        // Past this point the round is finished even when the process is told to stop: repeats would be needless.
        await SettleAsync(rows, outcomes);
        return rows.Count;
    }

    private async Task SettleAsync(List<OutboxRow> rows, IReadOnlyList<Dispatch> outcomes)
    {
        var done = new List<long>(rows.Count);
        var wereUnreachable = _setAside.Count > 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, dispatch) = (rows[i], outcomes[i]);
            switch (dispatch.Outcome)
            {
                case DispatchOutcome.Confirmed:
                    done.Add(row.Message.Seq);
                    break;
                case DispatchOutcome.Unreachable:
                    _setAside.Add(row.Message.Seq);
                    break;
                case DispatchOutcome.Failed or DispatchOutcome.Refused:
                    await RefusedAsync(row, dispatch);
                    break;
            }
        }

        if (done.Count > 0)
        {
            await _queue.DeleteAsync([.. done], CancellationToken.None);
            MessagingTelemetry.Published(local.Name, done.Count);
        }

        if (_setAside.Count == 0)
        {
            _pause = TimeSpan.Zero;
        }
        else if (!wereUnreachable)
        {
            _pause = Longer(_pause);
            _setAsideAt = Stopwatch.GetTimestamp();
        }
    }

    private async Task RefusedAsync(OutboxRow row, Dispatch dispatch)
    {
        var error = dispatch.Error ?? "The transport refused it.";
        if (dispatch.Outcome == DispatchOutcome.Failed && row.Attempts + 1 < GiveUpAfter)
        {
            await _queue.RetryLaterAsync(row.Message.Seq, error, CancellationToken.None);
            return;
        }

        var letter = Guid.CreateVersion7(local.Clock.GetUtcNow());
        await _queue.BuryAsync(row.Message.Seq, letter, DeadLetterReason.Undeliverable, error, _writer.Write(row.Message), CancellationToken.None);
        MessagingTelemetry.Buried(local.Name, DeadLetterReason.Undeliverable);
        local.Log.NotHandedOver(row.Message.Id, local.Name, error);
    }

    private static TimeSpan Longer(TimeSpan pause) => pause == TimeSpan.Zero ? FirstPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
}
