using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Waymark.Contracts.Identity;
using Waymark.Platform.Data;
using Waymark.Platform.Modules;

namespace Waymark.Platform.Http;

/// <summary>One thing that the program depends on.</summary>
/// <param name="Name"><c>database:tasks</c>.</param>
/// <param name="Status"><c>up</c>, <c>down</c>; <c>blocked</c> for a broker that is short of room, <c>degraded</c> or <c>full</c> for an outbox that is behind.</param>
public sealed record DependencyHealth(string Name, [property: OneOf("up", "down", "blocked", "degraded", "full")] string Status);

/// <summary>The state of the program.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>degraded</c>.</param>
/// <param name="Dependencies">What it depends on; empty where nothing was asked.</param>
public sealed record HealthReport([property: OneOf("live", "ready", "degraded")] string Status, IReadOnlyList<DependencyHealth> Dependencies);

/// <summary>
/// Liveness asks nobody; readiness asks the databases of the running services; a broker that is down makes nothing unready,
/// because the outbox keeps what happened.
/// </summary>
public static class Health
{
    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/health/dependencies</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("health").RequirePermission(Permissions.Public);
        health.MapGet("/live", () => Answers.Ok(new HealthReport("live", []))).WithName("GetLiveness").WithSummary("Whether the process runs");
        health.MapGet("/ready", ReadyAsync).WithName("GetReadiness").WithSummary("Whether the process may be sent requests");
        health.MapGet("/dependencies", DependenciesAsync).WithName("GetDependencies").WithSummary("The state of everything the process depends on");
    }

    private static async Task<Results<Answer<HealthReport>, Problem>> ReadyAsync(Readiness readiness, ServiceSelection selection, DatabaseHealth databases, CancellationToken ct)
    {
        if (readiness.State != "ready")
        {
            return Problems.Unavailable($"The program is {readiness.State}.", 1);
        }

        var dependencies = await AskAsync(selection, databases, ct);
        return dependencies.All(d => d.Status == "up")
            ? Answers.Ok(new HealthReport("ready", dependencies))
            : Problems.Unavailable("A database does not answer: " + string.Join(", ", dependencies.Where(d => d.Status != "up").Select(d => d.Name)) + ".", 1);
    }

    private static async Task<Answer<HealthReport>> DependenciesAsync(
        ServiceSelection selection, DatabaseHealth databases, [FromServices] IEnumerable<IDependency> others, CancellationToken ct)
    {
        DependencyHealth[] dependencies = [.. await AskAsync(selection, databases, ct), .. others.Select(o => new DependencyHealth(o.Name, o.Status))];
        return Answers.Ok(new HealthReport(dependencies.All(d => d.Status == "up") ? "ready" : "degraded", dependencies));
    }

    private static async Task<DependencyHealth[]> AskAsync(ServiceSelection selection, DatabaseHealth databases, CancellationToken ct) =>
        await Task.WhenAll(selection.Selected.Select(async module =>
            new DependencyHealth("database:" + module.Name, await databases.IsReadyAsync(module.Name, ct) ? "up" : "down")));
}

/// <summary>Where the program stands in its life: <c>starting</c>, <c>ready</c>, <c>stopping</c>.</summary>
public sealed class Readiness
{
    /// <summary>The state; the host sets it.</summary>
    public string State { get; set; } = "starting";
}
