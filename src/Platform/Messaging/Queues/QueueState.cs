namespace Waymark.Platform.Messaging.Queues;

/// <summary>What waits in one service's database. Counts stop at <see cref="ServiceQueues.CountedAtMost"/>.</summary>
/// <param name="Outbox">Committed events that were not dispatched yet.</param>
/// <param name="Consumers">What waits for each consumer; one with nothing waiting and no outage is left out.</param>
/// <param name="Lanes">Who works the queues off.</param>
/// <param name="Processes">How many processes run the service's loops.</param>
/// <param name="OpenDeadLetters">Dead letters that nobody has dealt with.</param>
/// <param name="RunningSagas">Sagas under way.</param>
/// <param name="StuckSagas">Those of them that do not go on by themselves.</param>
public sealed record QueueState(
    Backlog Outbox,
    IReadOnlyList<ConsumerQueue> Consumers,
    IReadOnlyList<LaneState> Lanes,
    int Processes,
    long OpenDeadLetters,
    long RunningSagas,
    long StuckSagas);

/// <summary>A queue's length and the age of what has waited longest in it.</summary>
/// <param name="Count">How many wait.</param>
/// <param name="OldestAge">How long the oldest has; null when none waits.</param>
public readonly record struct Backlog(long Count, TimeSpan? OldestAge);

/// <summary>The deliveries of one consumer.</summary>
/// <param name="Consumer">Its name.</param>
/// <param name="Due">Deliveries that could be handled now.</param>
/// <param name="Waiting">Deliveries that failed and wait for a retry.</param>
/// <param name="OldestAge">How long ago the oldest of both arrived.</param>
/// <param name="LastError">Why one of those waiting failed last.</param>
/// <param name="OutageSince">Since when so many tries fail that it is only probed; null when it works.</param>
public sealed record ConsumerQueue(string Consumer, long Due, long Waiting, TimeSpan? OldestAge, string? LastError, DateTimeOffset? OutageSince);

/// <summary>One of the sixteen lanes of a service.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Owner">The process that holds it; null when none does.</param>
/// <param name="Epoch">How often it has changed hands.</param>
public sealed record LaneState(short Number, Guid? Owner, long Epoch);
