namespace Waymark.Host;

/// <summary>How the program logs: one line of text for people, JSON lines for machines (<c>Logging:Format=json</c>).</summary>
internal static class Logging
{
    public static void AddProductLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        // What a line for machines tells of its request: among the tags stands the correlation id.
        logging.Configure(options => options.ActivityTrackingOptions =
            ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId | ActivityTrackingOptions.Tags);
        // The framework's own lines tell of every request and statement; ours tell what happened.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        // Why a start fails is said in one sentence; what ends a host that runs is critical.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Clashes are retried and faults are logged where they are answered; EF would tell of each statement that lost a race.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        // Refused watches would fill the log; the hub's faults are logged by its own filter.
        logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None);
        if (configuration["Logging:Format"] == "json")
        {
            logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        }
    }
}
