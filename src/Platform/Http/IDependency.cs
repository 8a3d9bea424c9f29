namespace Waymark.Platform.Http;

/// <summary>
/// Something outside that the program uses and can do without for a while: <c>/health/dependencies</c> names it, readiness
/// does not ask it.
/// </summary>
public interface IDependency
{
    /// <summary>Its name there.</summary>
    string Name { get; }

    /// <summary><c>up</c>, <c>down</c>, or another word for what is wrong.</summary>
    string Status { get; }
}
