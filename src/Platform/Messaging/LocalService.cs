using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Sagas;

namespace Waymark.Platform.Messaging;

/// <summary>A service whose relay and consumers run in this process, and what they work with.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Context">The type of its context.</param>
/// <param name="Consumers">Its consumers.</param>
/// <param name="Owner">This process in the leases.</param>
/// <param name="Committed">Raised when the service has committed events.</param>
/// <param name="Arrived">Raised when deliveries were put into the service's database.</param>
/// <param name="Sagas">The sagas that it runs.</param>
/// <param name="SagaDue">Raised when one of them may be due.</param>
/// <param name="Scopes">Makes the scope of each handler.</param>
/// <param name="Databases">The pools.</param>
/// <param name="Options">How all of it behaves.</param>
/// <param name="Clock">Only to measure lag; leases and retries use the database's clock.</param>
/// <param name="Log">Where it tells what happens.</param>
internal sealed record LocalService(
    string Name,
    Type Context,
    IReadOnlyCollection<Consumer> Consumers,
    Guid Owner,
    OutboxSignal Committed,
    OutboxSignal Arrived,
    IReadOnlyCollection<SagaPlan> Sagas,
    OutboxSignal SagaDue,
    IServiceScopeFactory Scopes,
    ServiceDatabases Databases,
    MessagingOptions Options,
    TimeProvider Clock,
    ILogger Log);
