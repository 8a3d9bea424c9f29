namespace Waymark.Platform.Messaging;

/// <summary>How the messaging block behaves; the defaults are the product's.</summary>
public sealed record MessagingOptions
{
    /// <summary>Who this process is among those that share the lanes; a stable one takes its former lanes over at once.</summary>
    public Guid? InstanceId { get; init; }

    /// <summary>The waits after each failure; one more failure sends the delivery to the dead letters.</summary>
    public IReadOnlyList<TimeSpan> RetrySchedule { get; init; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>The waits after each failure of a saga's step; one more failure makes it undo its steps, or stand still.</summary>
    public IReadOnlyList<TimeSpan> SagaRetries { get; init; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];

    /// <summary>How long one handler may run before its token is cancelled.</summary>
    public TimeSpan HandlerLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after that a handler which ignores its token is abandoned and its transaction broken.</summary>
    public TimeSpan HandlerGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many deliveries of one lane and consumer a claim takes at most.</summary>
    public int ClaimSize { get; init; } = 64;

    /// <summary>How many deliveries a batch handler gets at most, from several lanes together.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>How many handlers of one service run at the same time; not more than its consumer connections.</summary>
    public int Slots { get; init; } = 4;

    /// <summary>How many events the relay takes in one round.</summary>
    public int RelayBatch { get; init; } = 200;

    /// <summary>
    /// How long a loop that has found something lets more come together before it looks again. What comes after a silence
    /// goes at once; under load a commit then carries many events, which costs a fraction of what one commit for each does.
    /// </summary>
    public TimeSpan Gather { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest wait between two looks into the database when nothing happens.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After so many failures of one consumer in a row it is probed one delivery at a time.</summary>
    public int OutageAfter { get; init; } = 20;

    /// <summary>The wait between two probes of a consumer in outage.</summary>
    public TimeSpan OutageProbe { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>So many starts that took the process down, without one exception, make a crash loop.</summary>
    public int CrashLimit { get; init; } = 5;

    /// <summary>How long a stop waits for running handlers.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long applied events are remembered and closed dead letters kept.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The wait between two rounds of housekeeping.</summary>
    public TimeSpan HousekeepingEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>With more events than this waiting to be dispatched, bulk writes are refused.</summary>
    public int DegradedAt { get; init; } = 50_000;

    /// <summary>The same when the oldest of them has waited longer than this.</summary>
    public TimeSpan DegradedAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>With more events than this waiting to be dispatched, all writes are refused.</summary>
    public int FullAt { get; init; } = 200_000;

    /// <summary>The wait between two looks at how many wait.</summary>
    public TimeSpan PressureEvery { get; init; } = TimeSpan.FromSeconds(2);

    internal static TimeSpan ShortestPoll { get; } = TimeSpan.FromMilliseconds(25);
}
