namespace Waymark.Platform.Http;

/// <summary>
/// Metadata of a POST that ignores <c>Idempotency-Key</c>: its answer carries credentials, which are not kept, or repeating it
/// does no harm.
/// </summary>
public interface IUnrepeatable;

/// <summary>Metadata of a POST that writes nothing: it only calculates, and its question is too long for an address.</summary>
public sealed class Calculation : IUnrepeatable;

/// <inheritdoc cref="IUnrepeatable" />
public sealed class Unrepeatable : IUnrepeatable;
