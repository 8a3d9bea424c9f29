namespace Waymark.Platform.Messaging;

/// <summary>The envelope of an event: CloudEvents 1.0 attributes and Waymark's extensions.</summary>
/// <param name="Id">UUIDv7; consumers tell repeats by it.</param>
/// <param name="Type">The CloudEvents type, <c>waymark.task.created.v1</c>.</param>
/// <param name="Name">The event's name, <c>task.created</c>.</param>
/// <param name="Source">The publishing service, <c>/waymark/tasks</c>.</param>
/// <param name="At">When it happened, in UTC, to the microsecond.</param>
/// <param name="PartitionKey">The aggregate, <c>task:&lt;id&gt;</c>: effects of one key apply in version order.</param>
/// <param name="KeyVersion">The aggregate's version after the event; dense per key.</param>
/// <param name="TenantId">The tenant (the workspace), where there is one.</param>
/// <param name="ActorId">The person who acted; null for the system.</param>
/// <param name="ChangeId">What one command did carries one id.</param>
/// <param name="ClientId">The browser tab that asked for it, so that it can drop its own echo.</param>
/// <param name="CorrelationId">The request (or chain of reactions) that it belongs to.</param>
/// <param name="CausationId">The event that this one reacts to.</param>
public sealed record EventContext(
    Guid Id,
    string Type,
    string Name,
    string Source,
    DateTimeOffset At,
    string PartitionKey,
    long KeyVersion,
    Guid? TenantId,
    Guid? ActorId,
    Guid? ChangeId,
    string? ClientId,
    string? CorrelationId,
    Guid? CausationId);
