namespace Waymark.Platform.Data;

/// <summary>
/// An aggregate whose row carries a dense version, its concurrency token: a new one starts at 0, and every event
/// published of it raises the version by one.
/// </summary>
public interface IVersioned
{
    /// <summary>The version after the changes made so far.</summary>
    long Version { get; set; }

    /// <summary>The order key of its events, <c>task:&lt;id&gt;</c>; at most 200 characters.</summary>
    string PartitionKey { get; }

    /// <summary>The tenant it belongs to, where there is one.</summary>
    Guid? TenantId { get; }
}
