namespace Waymark.Platform.Messaging;

/// <summary>
/// Who and what stands behind the work of the current scope. The edge fills it for a request, the consumer for a
/// delivery; whatever is published in that scope carries it.
/// </summary>
public sealed class RequestMetadata
{
    /// <summary>The person acting; null for the system.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>The browser tab's id from <c>X-Client-Id</c>.</summary>
    public string? ClientId { get; set; }

    /// <summary>The request's correlation id.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The event being handled, when a reaction publishes.</summary>
    public Guid? CausationId { get; set; }

    /// <summary>Set by the first publication of a command; all events of one command share it.</summary>
    public Guid? ChangeId { get; set; }

    /// <summary>The key under which the command's answer is kept for repeats; null when the caller sent none.</summary>
    public Http.Idempotency.IdempotencyKey? Idempotency { get; set; }
}
