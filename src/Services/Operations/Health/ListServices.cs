using Waymark.Platform.Messaging.Queues;

namespace Waymark.Operations.Health;

/// <summary>How a service is.</summary>
public enum ServiceStatus
{
    /// <summary>Its database answers and at least one process runs it.</summary>
    Up,

    /// <summary>Its database answers, but carries not all migrations of this program yet.</summary>
    Starting,

    /// <summary>Its database answers, but no process runs it.</summary>
    Stopped,

    /// <summary>Its database does not answer.</summary>
    Down,
}

/// <summary>The health of one service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">How it is.</param>
/// <param name="Processes">How many processes run it.</param>
/// <param name="IsHere">Whether the answering process does.</param>
public sealed record ServiceHealthResponse(string Name, ServiceStatus Status, int Processes, bool IsHere);

/// <summary>Every service of the product, wherever it runs: each process shows in the service's own database that it lives.</summary>
internal static class ListServices
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/operations/services", HandleAsync).RequirePermission(Permissions.OperationsRead)
            .WithName(nameof(ListServices)).WithSummary("Show the health of every service");

    private static async Task<Answer<Page<ServiceHealthResponse>>> HandleAsync(
        EveryService every, ServiceQueues queues, DatabaseHealth databases, ServiceSelection selection, CancellationToken ct)
    {
        var answers = await every.AskAsync(async (service, limited) =>
        {
            var processes = await queues.CountProcessesAsync(service, limited);
            var isReady = !selection.Runs(service) || await databases.IsReadyAsync(service, limited);
            return new ServiceHealthResponse(
                service,
                processes == 0 ? ServiceStatus.Stopped : isReady ? ServiceStatus.Up : ServiceStatus.Starting,
                processes,
                selection.Runs(service));
        }, ct);
        var given = answers.Given.ToDictionary(g => g.Service, g => g.Answer, StringComparer.Ordinal);
        return Answers.Ok(new Page<ServiceHealthResponse>(
            [.. every.Names.Select(n => given.GetValueOrDefault(n) ?? new ServiceHealthResponse(n, ServiceStatus.Down, 0, selection.Runs(n)))], null));
    }
}
