using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Waymark.Notifications.Live;

/// <summary>
/// Logs the faults of the hub. SignalR's own log, which the host silences, tells of refusals and faults alike, so that any
/// stranger could fill it by asking for what they may not see.
/// </summary>
internal sealed partial class HubFaults(ILogger<HubFaults> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception fault) when (fault is not HubException && !invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            LogFault(log, invocationContext.HubMethodName, fault);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} of the live hub failed")]
    private static partial void LogFault(ILogger logger, string method, Exception fault);
}
