namespace Waymark.Platform.Messaging.Lanes;

/// <summary>A lane that this process holds, with the epoch under which it does.</summary>
internal readonly record struct Lane(short Number, long Epoch);
