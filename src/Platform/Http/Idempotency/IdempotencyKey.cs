namespace Waymark.Platform.Http.Idempotency;

/// <summary>A POST that its caller may repeat: under which key its finished answer is kept.</summary>
/// <param name="Principal">Who sent it; the empty text for anonymous callers.</param>
/// <param name="Route">Method and route template.</param>
/// <param name="Key">The header's value.</param>
/// <param name="Fingerprint">SHA-256 over route, address and body: the same key with another request is an error.</param>
public sealed record IdempotencyKey(string Principal, string Route, string Key, byte[] Fingerprint);

/// <summary>Thrown by a save when another request with the same key has finished first.</summary>
public sealed class IdempotencyKeyTakenException(Exception cause) : Exception("Another request with the same Idempotency-Key has finished first.", cause);

/// <summary>Thrown by a save when another request with the same key still runs after a wait.</summary>
public sealed class IdempotencyKeyBusyException(Exception cause) : Exception("Another request with the same Idempotency-Key still runs.", cause);
