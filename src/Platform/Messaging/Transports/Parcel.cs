using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging.Transports;

/// <summary>An event with its envelope, ready for the delivery tables.</summary>
internal readonly record struct Parcel(OutboxMessage Message, byte[] Envelope);
