namespace Waymark.Platform.Http;

/// <summary>
/// Metadata of a POST that ignores <c>Idempotency-Key</c>: its answer carries credentials, which are not kept, or repeating it
/// does no harm.
/// </summary>
public interface IUnrepeatable;

/// <inheritdoc cref="IUnrepeatable" />
public sealed class Unrepeatable : IUnrepeatable;
