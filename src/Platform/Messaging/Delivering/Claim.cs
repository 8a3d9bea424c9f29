namespace Waymark.Platform.Messaging.Delivering;

/// <summary>One event on its way into one consumer: a row of <c>msg.delivery</c>, as claimed.</summary>
internal sealed record Delivery(Guid MessageId, string PartitionKey, byte[] Envelope, int Attempts, bool IsSuspect, bool IsReplayed);

/// <summary>
/// What one claim took for one consumer from one lane, in the order to apply it. A suspect delivery, one whose earlier
/// claim was lost with its process, is always alone in its claim.
/// </summary>
internal sealed record Claim(Consumer Consumer, Lanes.Lane Lane, IReadOnlyList<Delivery> Deliveries)
{
    public bool IsLone => Deliveries is [{ IsSuspect: true }];
}

/// <summary>What may be claimed: a lane for a consumer, and how many rows at most.</summary>
internal readonly record struct ClaimRequest(Consumer Consumer, Lanes.Lane Lane, int AtMost);
