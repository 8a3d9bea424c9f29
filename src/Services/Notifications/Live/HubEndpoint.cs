using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Notifications.Live;

/// <summary>How the hub is set up and reached.</summary>
internal static class HubEndpoint
{
    private const int MaxMessageLength = 32 * 1024;

    public static void AddLiveHub(this IServiceCollection services)
    {
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<HubFaults>();
        services.AddScoped<WatchRights>();
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = MaxMessageLength;
            options.AddFilter<HubFaults>();
        })
            .AddJsonProtocol(json => json.PayloadSerializerOptions = new JsonSerializerOptions(Json.Plain)
            {
                TypeInfoResolver = JsonTypeInfoResolver.Combine(NotificationsJson.Default, new DefaultJsonTypeInfoResolver()),
            });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var publicUrl = routes.ServiceProvider.GetRequiredService<IConfiguration>()["PublicUrl"];
        routes.MapHub<LiveHub>("/hubs/live", options => options.Transports = HttpTransportType.WebSockets)
            .RequirePermission(Permissions.SignedIn)
            .Add(endpoint =>
            {
                var connect = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = http => IsOwnOrigin(http.Request, publicUrl)
                    ? connect(http)
                    : Problems.Forbidden("Pages of another origin may not connect here.").ExecuteAsync(http);
            });
    }

    /// <summary>The rules between origins do not cover WebSockets, so the server checks; callers that are no browsers name no origin.</summary>
    internal static bool IsOwnOrigin(HttpRequest request, string? publicUrl)
    {
        if (request.Headers.Origin is not [{ Length: > 0 } origin])
        {
            return request.Headers.Origin.Count == 0;
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && (string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                || (Uri.TryCreate(publicUrl, UriKind.Absolute, out var own) && Uri.Compare(page, own, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0));
    }
}
