using Microsoft.Extensions.Logging;

namespace Waymark.Platform.Messaging;

/// <summary>What the messaging block tells in the log; never a payload.</summary>
internal static partial class MessagingLog
{
    [LoggerMessage(201, LogLevel.Error, "{Consumer} gave up event {MessageId} ({Type}): {Reason}. It stands in the dead letters.")]
    public static partial void DeadLetter(this ILogger log, Exception e, string consumer, Guid messageId, string type, string reason);

    [LoggerMessage(202, LogLevel.Warning, "{Consumer} failed on event {MessageId}; attempts so far: {Attempts}, next in {Wait}.")]
    public static partial void WillRetry(this ILogger log, Exception e, string consumer, Guid messageId, int attempts, TimeSpan wait);

    [LoggerMessage(203, LogLevel.Warning, "{Loop} of {Service} was interrupted and goes on in {Wait}.")]
    public static partial void Interrupted(this ILogger log, Exception e, string loop, string service, TimeSpan wait);

    [LoggerMessage(204, LogLevel.Warning, "{Consumer} fails on everything; it is probed one event at a time.")]
    public static partial void Outage(this ILogger log, string consumer);

    [LoggerMessage(205, LogLevel.Error, "Event {MessageId} of {Service} could not be handed over: {Error}.")]
    public static partial void NotHandedOver(this ILogger log, Guid messageId, string service, string? error);

    [LoggerMessage(206, LogLevel.Warning, "{Target} takes no events from {Service}; they wait in the outbox.")]
    public static partial void TargetDown(this ILogger log, Exception e, string target, string service);

    [LoggerMessage(207, LogLevel.Warning, "Handlers of {Service} were still running when the time to stop was over.")]
    public static partial void StoppedHard(this ILogger log, string service);

    [LoggerMessage(209, LogLevel.Warning, "The outbox of {Service} is now {State}: {Rows} events wait, the oldest for {Age}.")]
    public static partial void OutboxState(this ILogger log, string service, Outbox.OutboxState state, long rows, TimeSpan age);

    [LoggerMessage(208, LogLevel.Error, "{Consumer} failed after its commit; its effect stands.")]
    public static partial void AfterCommitFailed(this ILogger log, Exception e, string consumer);

    [LoggerMessage(211, LogLevel.Error, "Saga {Type} {Id} of {Service} is stuck: {Reason}")]
    public static partial void SagaStuck(this ILogger log, string type, Guid id, string service, string reason);

    [LoggerMessage(210, LogLevel.Warning, "Saga {Type} {Id} failed in step {Step}; attempts so far: {Attempts}.")]
    public static partial void SagaFailed(this ILogger log, Exception e, string type, Guid id, string step, int attempts);
}
