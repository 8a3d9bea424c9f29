using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Http;

/// <summary>Turns what an endpoint could not handle into a problem document; the last resort before the wire.</summary>
internal sealed partial class RequestFaults(RequestDelegate next, ILogger<RequestFaults> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                var problem = http.Response.StatusCode == StatusCodes.Status400BadRequest ? QueryFault.Of(http) : Problems.Of(http.Response.StatusCode);
                await problem.ExecuteAsync(http);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody is left to answer.
            http.Response.StatusCode = 499;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var problem = ProblemOf(fault);
            if (problem.Status >= 500)
            {
                var correlation = http.RequestServices.GetRequiredService<RequestMetadata>().CorrelationId;
                LogFault(log, http.Request.Method, http.Request.Path, Problem.TraceIdOf(http), correlation, fault);
            }

            await problem.InsteadAsync(http);
        }
    }

    private static Problem ProblemOf(Exception fault) => fault switch
    {
        BadHttpRequestException { InnerException: JsonException json } => Malformed(json),
        JsonException json => Malformed(json),
        BadHttpRequestException { StatusCode: 400 } bad => Unbound(bad),
        BadHttpRequestException bad => Problems.Of(bad.StatusCode, detail: bad.Message),
        DbUpdateConcurrencyException or DbUpdateException { InnerException: PostgresException { SqlState: "23505" } } => ProblemKinds.ConcurrentChange.Because(),
        PostgresException { SqlState: "40P01" or "40001" } or DbUpdateException { InnerException: PostgresException { SqlState: "40P01" or "40001" } } => ProblemKinds.ConcurrentChange.Because(),
        AbsentServiceException absent => Problems.Unavailable(absent.Message),
        _ when IsDatabaseAway(fault) => Problems.Unavailable("The database does not answer; the request may be repeated with the same Idempotency-Key."),
        _ => Problems.Of(StatusCodes.Status500InternalServerError, "internal_error", "Something went wrong on our side; the trace id helps to find it."),
    };

    /// <summary>A fault of the grammar has an inner exception of the reader; a value of the wrong type has only a path.</summary>
    private static Problem Malformed(JsonException fault)
    {
        var path = fault.InnerException is JsonException ? null : fault.Path is { Length: > 2 } p && p.StartsWith("$.", StringComparison.Ordinal) ? p[2..] : null;
        return path is null
            ? ProblemKinds.MalformedJson.Because($"The body is not the JSON that is expected here (line {fault.LineNumber + 1 ?? 1}).")
            : Problems.Invalid(path, MessageOf(fault));
    }

    /// <summary>Our converters speak for themselves; the serializer's own messages name CLR types, which mean nothing to callers.</summary>
    private static string MessageOf(JsonException fault) =>
        fault.Message.StartsWith("The JSON", StringComparison.Ordinal) || fault.Message.Contains("Waymark.", StringComparison.Ordinal)
            ? "The value has the wrong type or form."
            : fault.Message.Split(" Path:")[0];

    private static Problem Unbound(BadHttpRequestException fault)
    {
        var parameter = ParameterName().Match(fault.Message);
        return parameter.Success
            ? Problems.Invalid(JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value), "The value has the wrong type or form.")
            : ProblemKinds.BadRequest.Because(fault.Message);
    }

    private static bool IsDatabaseAway(Exception? fault) => fault switch
    {
        null => false,
        PostgresException postgres => postgres.SqlState is "57P01" or "57P02" or "57P03" or "53300" || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        TimeoutException => true,
        _ => IsDatabaseAway(fault.InnerException),
    };

    [GeneratedRegex("parameter \"[^\"]*?(?<name>[A-Za-z0-9]+)\" from", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterName();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed (trace {TraceId}, correlation {CorrelationId})")]
    private static partial void LogFault(ILogger log, string method, PathString path, string traceId, string? correlationId, Exception fault);
}
