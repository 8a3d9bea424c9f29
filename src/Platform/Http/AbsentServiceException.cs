namespace Waymark.Platform.Http;

/// <summary>Thrown where an answer needs a service that this process cannot ask; callers are answered 503, reactions are tried again.</summary>
public sealed class AbsentServiceException(string service) : Exception($"The service {service} runs in another process and cannot be asked from here.");
