namespace Waymark.Platform.Messaging.Lanes;

/// <summary>A lane that this process holds, with the epoch under which it does.</summary>
internal sealed record Lane(short Number, long Epoch);
