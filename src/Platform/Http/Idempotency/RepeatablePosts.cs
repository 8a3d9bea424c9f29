using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Idempotency;

namespace Waymark.Platform.Http.Idempotency;

/// <summary>
/// Honours <c>Idempotency-Key</c> on POST (after draft-ietf-httpapi-idempotency-key-header-07): the first successful answer
/// commits together with the command and is replayed to repeats; a repeat that arrives meanwhile waits on the key.
/// </summary>
internal sealed class RepeatablePosts(RequestDelegate next, IdempotencyStore store)
{
    public Task InvokeAsync(HttpContext http)
    {
        var header = http.Request.Headers["Idempotency-Key"];
        return header.Count == 0 || http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } template } endpoint || !endpoint.IsRepeatable()
            ? next(http)
            : HandleAsync(http, endpoint.Metadata.GetMetadata<OwningService>()!.Name, template, header.ToString());
    }

    private async Task HandleAsync(HttpContext http, string service, string template, string key)
    {
        if (key.Length is 0 or > IdempotencyRecord.MaxKeyLength || key.Contains('\0', StringComparison.Ordinal))
        {
            await ProblemKinds.InvalidIdempotencyKey.Because($"An Idempotency-Key has between 1 and {IdempotencyRecord.MaxKeyLength} characters.").ExecuteAsync(http);
            return;
        }

        var principal = http.Features.Get<Caller>()?.Id.ToString("N") ?? "";
        var wanted = new IdempotencyKey(principal, "POST " + template, key, await FingerprintAsync(http));
        if (await TryReplayAsync(http, service, wanted))
        {
            return;
        }

        http.RequestServices.GetRequiredService<RequestMetadata>().Idempotency = wanted;
        try
        {
            await next(http);
        }
        catch (IdempotencyKeyTakenException)
        {
            await FinishTakenAsync(http, service, wanted);
        }
        catch (IdempotencyKeyBusyException)
        {
            var running = ProblemKinds.RequestInProgress;
            await new Problem(running.Status, running.Code, running.Meaning) { RetryAfter = 2 }.ExecuteAsync(http);
        }
    }

    private async Task FinishTakenAsync(HttpContext http, string service, IdempotencyKey wanted)
    {
        if (await TryReplayAsync(http, service, wanted))
        {
            return;
        }

        // The key belongs to an answer whose time is over; the caller's repeat finds it free.
        await store.ForgetExpiredAsync(service, wanted.Principal, wanted.Route, wanted.Key, http.RequestAborted);
        await Problems.Unavailable("The Idempotency-Key was being cleared; repeat the request.", 1).ExecuteAsync(http);
    }

    private async Task<bool> TryReplayAsync(HttpContext http, string service, IdempotencyKey wanted)
    {
        if (await store.FindAsync(service, wanted.Principal, wanted.Route, wanted.Key, http.RequestAborted) is not { } kept)
        {
            return false;
        }

        if (!kept.Fingerprint.AsSpan().SequenceEqual(wanted.Fingerprint))
        {
            await ProblemKinds.IdempotencyKeyReused.Because().ExecuteAsync(http);
            return true;
        }

        var response = http.Response;
        response.StatusCode = kept.HttpStatus;
        response.Headers["Idempotency-Replayed"] = "true";
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Headers ?? "{}")!)
        {
            response.Headers[name] = value;
        }

        response.ContentType = "application/json";
        await response.BodyWriter.WriteAsync(kept.Body, http.RequestAborted);
        return true;
    }

    private static async Task<byte[]> FingerprintAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Path}\n"));
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        http.Request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
