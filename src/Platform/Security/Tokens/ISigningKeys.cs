namespace Waymark.Platform.Security.Tokens;

/// <summary>
/// The keys whose tokens count: identity's own key ring in its process, its published key set elsewhere. Next keys are
/// published a day before their first use, so a look-up need not wait; a source that misses a key refreshes itself.
/// </summary>
public interface ISigningKeys
{
    /// <summary>The key with this id, or null.</summary>
    SigningKey? Find(string id);
}
