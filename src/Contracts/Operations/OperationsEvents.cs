namespace Waymark.Contracts.Operations;

/// <summary>A dead letter as an act names it: the letter itself is forgotten a month after it was closed.</summary>
/// <param name="Service">The service in whose database it stands.</param>
/// <param name="LetterId">The dead letter.</param>
/// <param name="MessageId">The event that died.</param>
/// <param name="Consumer">The consumer that it died at; null when it died on its way out of the outbox.</param>
/// <param name="Type">The event's wire type.</param>
public sealed record DeadLetterReference(string Service, Guid LetterId, Guid MessageId, string? Consumer, string Type);

/// <summary>Somebody made dead letters due again. Key <c>letter_act:&lt;id&gt;</c>, one for each act.</summary>
/// <param name="Letters">Those that were open, at most a thousand.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="IsForced">Whether those older than the inbox remembers were included.</param>
[EventName("dead_letter.replayed")]
public sealed record DeadLetterReplayed(IReadOnlyList<DeadLetterReference> Letters, string? Reason, bool IsForced) : IEvent;

/// <summary>Somebody closed dead letters for good. Key <c>letter_act:&lt;id&gt;</c>, one for each act.</summary>
/// <param name="Letters">Those that were open, at most a thousand.</param>
/// <param name="Reason">Why.</param>
[EventName("dead_letter.discarded")]
public sealed record DeadLetterDiscarded(IReadOnlyList<DeadLetterReference> Letters, string Reason) : IEvent;

/// <summary>Somebody let a workflow over several services go on that had stopped. Key <c>saga_act:&lt;id&gt;</c>, one for each act.</summary>
/// <param name="Service">The service that runs it.</param>
/// <param name="SagaId">The workflow.</param>
/// <param name="Type">Which kind of workflow.</param>
/// <param name="Step">The step at which it had stopped.</param>
/// <param name="StuckBecause">Why it had stopped.</param>
/// <param name="Reason">Why it was let go on, where it was said.</param>
[EventName("saga.resumed")]
public sealed record SagaResumed(string Service, Guid SagaId, string Type, string Step, string? StuckBecause, string? Reason) : IEvent;

/// <summary>Somebody looked at the payload of a dead letter. Key <c>letter_act:&lt;id&gt;</c>, one for each act.</summary>
/// <param name="Letter">The dead letter.</param>
[EventName("dead_letter.inspected")]
public sealed record DeadLetterInspected(DeadLetterReference Letter) : IEvent;
