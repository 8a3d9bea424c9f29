using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Data;

/// <summary>What a service's context needs to stamp what it writes.</summary>
public sealed class WriteScope(string service, RequestMetadata request, TimeProvider clock, OutboxSignal signal)
{
    /// <summary>The service's name; the source of its events is <c>/waymark/&lt;name&gt;</c>.</summary>
    public string Service { get; } = service;

    /// <summary>Who and what stands behind the current work.</summary>
    public RequestMetadata Request { get; } = request;

    /// <summary>Set after a commit that wrote events.</summary>
    public OutboxSignal Signal { get; } = signal;

    /// <summary>Now, cut to the microseconds that PostgreSQL keeps.</summary>
    public DateTimeOffset Now => clock.GetUtcNow().CutToMicroseconds();
}
