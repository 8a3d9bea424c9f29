using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Operations;

/// <summary>What the verbs beside <c>run</c> work on.</summary>
/// <param name="Configuration">The settings.</param>
/// <param name="DataPath">The data folder.</param>
/// <param name="Databases">The databases of the chosen services.</param>
/// <param name="Output">Where people read what was done.</param>
public sealed record OperationContext(
    IConfiguration Configuration,
    string DataPath,
    IReadOnlyList<ServiceDatabaseDescriptor> Databases,
    TextWriter Output)
{
    /// <summary>Who is subscribed to what, for what is to be looked at in a broker.</summary>
    public IReadOnlyCollection<Subscriptions> Catalogue { get; init; } = [];

    internal IReadOnlyCollection<string> Services { get; } = Databases.Select(d => d.Service).ToArray();

    internal DatabaseProvisioner Provisioner(ServiceDatabases databases) =>
        new(databases, Databases, MessagingSchema.Embedded, NullLogger<DatabaseProvisioner>.Instance);
}
