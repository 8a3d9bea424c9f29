using System.Text.RegularExpressions;
using Waymark.EndToEnd.Tests.WrongInput;

namespace Waymark.EndToEnd.Tests.Fuzz;

/// <summary>Requests by chance for one tenant: the same number makes the same request, but for the ids that are new in every run.</summary>
internal sealed partial class FuzzRequests(JsonElement document, IReadOnlyList<ApiOperation> operations, Tenant tenant, Tenant other, int seed)
{
    /// <summary>They would end the sessions that ask, as leaving does, which is therefore asked by nobody.</summary>
    private static readonly string[] OnlyWrong = ["ChangePassword", "ChangeEmail", "RequestErasure"];

    /// <summary>Without U+0000, which the server refuses before there is a request.</summary>
    private static readonly string[] Places = ["no-such-thing", "0", "-1", "WEB-12", "%01", "%ED%A0%80", "%F0%9F%92%A9", "..%2F..", "%20", "%25", "A-99999999999", "ffffffff-ffff-ffff-ffff-ffffffffffff", "a%27b"];

    private static readonly string[] Words =
    [
        "status", "assignee", "due", "priority", "label", "text", "title", "number", "progress", "blocked", "overdue", "created", "parent", "milestone", "project", "key", "field(\"Oven\")", "field(\"\")", "nonsense",
        "=", "!=", "<", "<=", ">", ">=", "~", "!~", "in", "not in", "is empty", "is not empty", "and", "or", "not", "(", ")", ",", "order by", "desc", "asc",
        "me", "none", "today", "tomorrow", "startOfWeek", "endOfYear + 1m", "now - 99999999h", "2026-12-24", "2026-02-30", "today + 7d", "today - 2147483647w", "high", "done", "\"a b\"", "'x'", "WEB-1", "12", "-1", "1e9", "9999999999999999999999", "true", "false", "\"",
    ];

    private readonly string[] _ids =
    [
        .. tenant.Places.Values.Concat(other.Places.Values).Where(v => Guid.TryParse(v, out _)), tenant.WorkspaceId.ToString(), tenant.LaterTaskId.ToString(),
        tenant.Team.Colleague.Id.ToString(), Guid.Empty.ToString(), Guid.CreateVersion7().ToString(),
    ];

    /// <summary>The n-th request.</summary>
    public WrongRequest Make(int number)
    {
        var operation = operations[number % operations.Count];
        var values = new FuzzValues(document, _ids, new Random(unchecked((seed * 397) ^ number)));
        var body = operation.MediaType is not null && !values.Chance(3) ? Body(operation, values) : null;
        return new WrongRequest(operation, $"seed {seed}, request {number}", Path(operation, values) + Query(operation, values))
        {
            Body = body is null ? null : WrongRequest.Bytes(body),
            MediaType = values.Chance(97) ? operation.MediaType : values.Any(["text/plain", "application/xml", "application/json; charset=utf-16", "a/b", "multipart/form-data"]),
            Headers = [.. Headers(operation, values)],
            Authorization = operation.Id == "LogOut" || values.Chance(4) ? "Bearer x.y.z" : null,
        };
    }

    private string Path(ApiOperation operation, FuzzValues values)
    {
        var (places, next) = (ApiPath.Places(operation.Path), 0);
        // What is deleted is gone for all that follow.
        var own = operation.Method == HttpMethod.Delete || operation.Path.EndsWith("/archive", StringComparison.Ordinal) ? 20 : 85;
        return Parameter().Replace(operation.Path, _ =>
        {
            var place = places[next++];
            return values.Chance(own) && tenant.Places.TryGetValue(place, out var mine) ? mine
                : values.Chance(30) && other.Places.TryGetValue(place, out var theirs) ? theirs
                : values.Chance(50) ? values.Any(_ids)
                : values.Any(Places);
        });
    }

    private static string Query(ApiOperation operation, FuzzValues values)
    {
        var given = operation.Query.Where(_ => values.Chance(25)).Select(p => $"{p.Name}={Uri.EscapeDataString(Parameter(p, values))}").ToList();
        if (values.Chance(3))
            given.Add($"{values.Any(["limit", "cursor", "sort", "fields", "asOf", "x"])}={values.Any(Places)}");
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }

    private static string Parameter(ApiField parameter, FuzzValues values)
    {
        if (parameter.Name == "query" && values.Chance(80))
            return string.Join(' ', Enumerable.Range(0, values.Next(9) + 1).Select(_ => values.Any(Words)));
        var json = values.Of(parameter.Schema, hostile: 15);
        return json.StartsWith('"') && TryRead(json) is { } text ? text : json.Length > 4_000 ? json[..4_000] : json;
    }

    private static string? TryRead(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(json) is { } text ? text[..Math.Min(text.Length, 2_000)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate.
            return null;
        }
    }

    private string Body(ApiOperation operation, FuzzValues values)
    {
        var valid = ValidBody.Of(operation, tenant);
        // Half of the bodies are mostly good, so that what they ask for happens and what follows of it is tried.
        var (hostile, kept) = values.Chance(50) ? (2, 80) : (15, 50);
        var members = new List<string>();
        foreach (var field in operation.Body)
        {
            var isSecret = field.Name is "currentPassword" or "refreshToken" || (field.Name == "password" && OnlyWrong.Contains(operation.Id, StringComparer.Ordinal));
            if (valid.Find(field.Name) is { } known && values.Chance(kept) && !isSecret)
                members.Add($"\"{field.Name}\":{known}");
            else if (values.Chance(field.IsRequired ? 95 : 35))
                members.Add($"\"{field.Name}\":{values.Of(field.Schema, hostile)}");
        }

        if (values.Chance(4))
            members.Add($"{JsonSerializer.Serialize(values.Text())}:1");
        var body = $"{{{string.Join(',', members)}}}";
        return values.Next(60) switch
        {
            0 => body[..values.Next(body.Length)],
            1 => body + "]",
            2 => $"[{body}]",
            3 => "\ufeff" + body,
            _ => body,
        };
    }

    private static IEnumerable<(string Name, string Value)> Headers(ApiOperation operation, FuzzValues values)
    {
        if (operation.Method != HttpMethod.Get && values.Chance(8))
            yield return ("If-Match", values.Any(["*", "\"1\"", "\"2\"", "W/\"1\"", "1", "\"99999999999999999999\"", "\"1\", \"2\"", "x"]));
        if (operation.Method == HttpMethod.Post && values.Chance(8))
            yield return ("Idempotency-Key", values.Any(["a", "b", "\"c\"", new string('k', 300)]));
        if (operation.Method == HttpMethod.Get && values.Chance(5))
            yield return ("If-None-Match", values.Any(["*", "\"1\"", "W/\"1\"", "x"]));
        if (values.Chance(3))
            yield return (values.Any(["X-Correlation-Id", "X-Client-Id", "traceparent", "Accept", "Accept-Language", "X-Waymark-Client"]), values.Any(["x", "web", "application/xml", "00-0-0-0", new string('x', 200), "de;q=x"]));
    }

    [GeneratedRegex("{[^}]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
