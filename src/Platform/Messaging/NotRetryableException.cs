namespace Waymark.Platform.Messaging;

/// <summary>Thrown by a handler that can never succeed with this event; the delivery becomes a dead letter at once.</summary>
public sealed class NotRetryableException(string message, Exception? cause = null) : Exception(message, cause);
