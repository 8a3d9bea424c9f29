using Microsoft.Extensions.Logging;

namespace Waymark.Platform.RabbitMq;

/// <summary>What the transport over RabbitMQ tells in the log; never an address with its password, never a payload.</summary>
internal static partial class BrokerLog
{
    [LoggerMessage(221, LogLevel.Information, "The broker is connected for {Purpose}.")]
    public static partial void Connected(this ILogger log, string purpose);

    [LoggerMessage(222, LogLevel.Warning, "The broker does not answer for {Purpose} ({Reason}); events wait in the outbox. Tried again until it does.")]
    public static partial void Away(this ILogger log, string purpose, string reason);

    [LoggerMessage(223, LogLevel.Error, "{Sentence}")]
    public static partial void Differs(this ILogger log, string sentence);

    [LoggerMessage(224, LogLevel.Warning, "The broker tells publishers to wait: {Reason}.")]
    public static partial void Blocked(this ILogger log, string reason);

    [LoggerMessage(225, LogLevel.Warning, "Events of {Service} were not confirmed; they stay in the outbox.")]
    public static partial void NotConfirmed(this ILogger log, Exception e, string service);

    [LoggerMessage(226, LogLevel.Warning, "Queue {Queue} is consumed anew in {Wait}.")]
    public static partial void ConsumedAnew(this ILogger log, Exception e, string queue, TimeSpan wait);

    [LoggerMessage(227, LogLevel.Warning, "Queue {Queue} holds {Count} messages and brought none for {Silence}; its consumer is replaced.")]
    public static partial void Silent(this ILogger log, string queue, uint count, TimeSpan silence);

    [LoggerMessage(228, LogLevel.Error, "A message of {Queue} stands in the dead letters of {Service}: {Reason}.")]
    public static partial void Buried(this ILogger log, string queue, string service, string reason);

    [LoggerMessage(229, LogLevel.Error, "The broker took {Count} events of {Service} for which it has no queue; its topology is declared again.")]
    public static partial void Unroutable(this ILogger log, int count, string service);

    [LoggerMessage(230, LogLevel.Debug, "The depth of queue {Queue} could not be asked.")]
    public static partial void NotCounted(this ILogger log, Exception e, string queue);
}
