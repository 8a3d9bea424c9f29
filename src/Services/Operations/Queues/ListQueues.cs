using Waymark.Platform.Messaging.Queues;

namespace Waymark.Operations.Queues;

/// <summary>Events that were committed and not dispatched yet.</summary>
public sealed record OutboxResponse(long Count, double? OldestAgeSeconds);

/// <summary>What waits for one consumer.</summary>
/// <param name="Name">The consumer.</param>
/// <param name="Count">Deliveries that are due or wait for a retry.</param>
/// <param name="Waiting">Those that failed and wait for a retry.</param>
/// <param name="OldestAgeSeconds">How long ago the oldest arrived.</param>
/// <param name="LastError">Why one of those waiting failed last.</param>
/// <param name="OutageSince">Since when nearly every try fails, so that it is only probed; null when it works.</param>
public sealed record ConsumerResponse(string Name, long Count, long Waiting, double? OldestAgeSeconds, string? LastError, DateTimeOffset? OutageSince);

/// <summary>Who works a lane off.</summary>
public sealed record LaneResponse(int Number, Guid? Owner, long Epoch);

/// <summary>Workflows over several services.</summary>
/// <param name="Running">Under way.</param>
/// <param name="Stuck">Those of them that do not go on by themselves.</param>
public sealed record SagasResponse(long Running, long Stuck);

/// <summary>The queues of one service; counts stop at 100,000.</summary>
/// <param name="Service">Its name.</param>
/// <param name="IsReachable">Whether its database answered; nothing else is known when it did not.</param>
/// <param name="Outbox">Its events on their way out.</param>
/// <param name="Due">Deliveries that could be handled now.</param>
/// <param name="Waiting">Deliveries that failed and wait for a retry.</param>
/// <param name="Consumers">Each consumer that the service has, and any other for which something waits.</param>
/// <param name="Lanes">Who works the queues off.</param>
/// <param name="DeadLetters">Dead letters that nobody has dealt with.</param>
/// <param name="Sagas">Its workflows.</param>
public sealed record ServiceQueuesResponse(string Service, bool IsReachable, OutboxResponse Outbox, long Due, long Waiting,
    IReadOnlyList<ConsumerResponse> Consumers, IReadOnlyList<LaneResponse> Lanes, long DeadLetters, SagasResponse Sagas)
{
    internal static ServiceQueuesResponse Of(string service, QueueState state, IEnumerable<string> consumers)
    {
        var waiting = state.Consumers.ToDictionary(c => c.Consumer, StringComparer.Ordinal);
        return new ServiceQueuesResponse(
            service,
            true,
            new OutboxResponse(state.Outbox.Count, state.Outbox.OldestAge?.TotalSeconds),
            state.Consumers.Sum(c => c.Due),
            state.Consumers.Sum(c => c.Waiting),
            [.. consumers.Union(waiting.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => waiting.TryGetValue(name, out var c)
                ? new ConsumerResponse(name, c.Due + c.Waiting, c.Waiting, c.OldestAge?.TotalSeconds, c.LastError, c.OutageSince)
                : new ConsumerResponse(name, 0, 0, null, null, null))],
            [.. state.Lanes.Select(l => new LaneResponse(l.Number, l.Owner, l.Epoch))],
            state.OpenDeadLetters,
            new SagasResponse(state.RunningSagas, state.StuckSagas));
    }

    internal static ServiceQueuesResponse Unreachable(string service) =>
        new(service, false, new OutboxResponse(0, null), 0, 0, [], [], 0, new SagasResponse(0, 0));
}

/// <summary>What waits in every service, as it stands at this moment.</summary>
internal static class ListQueues
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/operations/queues", HandleAsync).RequirePermission(Permissions.OperationsRead)
            .WithName(nameof(ListQueues)).WithSummary("Show what waits in every service");

    private static async Task<Answer<Page<ServiceQueuesResponse>>> HandleAsync(
        EveryService every, ServiceQueues queues, ServiceSelection selection, CancellationToken ct)
    {
        var answers = await every.AskAsync(queues.LookAsync, ct);
        var states = answers.Given.ToDictionary(g => g.Service, g => g.Answer, StringComparer.Ordinal);
        var consumersOf = selection.Subscriptions.ToDictionary(s => s.Service, s => s.Consumers.Select(c => c.Name), StringComparer.Ordinal);
        return Answers.Ok(new Page<ServiceQueuesResponse>(
            [.. every.Names.Select(n => states.TryGetValue(n, out var state)
                ? ServiceQueuesResponse.Of(n, state, consumersOf[n])
                : ServiceQueuesResponse.Unreachable(n))],
            null));
    }
}
