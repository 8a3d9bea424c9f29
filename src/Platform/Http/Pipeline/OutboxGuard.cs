using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Http;

/// <summary>
/// Refuses writes whose events would only wait: bulk writes when the service's outbox is behind, all writes when it is full.
/// Reading goes on, and so do small writes while a broker is away for a while.
/// </summary>
internal sealed class OutboxGuard(RequestDelegate next, OutboxPressure pressure)
{
    private const int RetryAfterSeconds = 10;

    public Task InvokeAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
            || http.GetEndpoint()?.Metadata is not { } endpoint || endpoint.GetMetadata<OwningService>() is not { } owner
            || endpoint.GetMetadata<HubMetadata>() is not null)
        {
            return next(http);
        }

        return pressure.Of(owner.Name) switch
        {
            OutboxState.Full => Refuse("outbox_full", "Too many events wait to be dispatched; nothing can be written until some have gone."),
            OutboxState.Degraded when endpoint.GetMetadata<BulkWrite>() is not null =>
                Refuse("outbox_degraded", "Events wait to be dispatched; changes of many things at once must wait too."),
            _ => next(http),
        };

        Task Refuse(string code, string detail) =>
            new Problem(StatusCodes.Status503ServiceUnavailable, code, detail) { RetryAfter = RetryAfterSeconds }.ExecuteAsync(http);
    }
}
