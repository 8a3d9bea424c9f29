namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>Why an event ended in the dead letters.</summary>
public static class DeadLetterReason
{
    /// <summary>Every retry failed.</summary>
    public const string RetriesExhausted = "retries-exhausted";

    /// <summary>The handler said that it can never succeed.</summary>
    public const string NotRetryable = "not-retryable";

    /// <summary>Its handler took the process down again and again.</summary>
    public const string CrashLoop = "crash-loop";

    /// <summary>No transport or consumer took it.</summary>
    public const string Undeliverable = "undeliverable";

    /// <summary>This program does not know the event's type or version.</summary>
    public const string UnsupportedVersion = "unsupported-version";

    /// <summary>Envelope or payload cannot be read.</summary>
    public const string Malformed = "malformed";

    /// <summary>It is larger than a message may be.</summary>
    public const string Oversize = "oversize";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [RetriesExhausted, NotRetryable, CrashLoop, Undeliverable, UnsupportedVersion, Malformed, Oversize];
}
