using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Waymark.Platform.Http;
using Waymark.Platform.Messaging;

namespace Waymark.Architecture.Tests.Document;

/// <summary>Writes the answers of operations: what succeeds, and everything that may be refused.</summary>
internal sealed class AnswerWriter(SchemaWriter schemas, ExampleWriter examples)
{
    private readonly SortedDictionary<string, ProblemKind> _alone = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ProblemKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Single resources that carry a version are answered with it as their <c>ETag</c>.</summary>
    public static bool HasVersion(RouteEndpoint endpoint) => TypeOf(endpoint)?.GetProperty("Version")?.PropertyType == typeof(long);

    public static JsonObject SharedHeaders() => new()
    {
        ["ETag"] = Header("The version of the resource in quotes.", isRequired: true, "\"7\""),
        ["Location"] = Header("The path of what was created, or where to follow what was taken on.", isRequired: true, "/api/tasks/0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07"),
        ["X-Change-Id"] = Header("The change that this request made; it can be undone by this id. Left out when everything was already as it was asked for: then there is no change.", isRequired: false, "0198c2f0-9a10-7b22-8f4e-1c2d3e4f5a6b"),
        ["Idempotency-Replayed"] = Header("`true` on the repeated answer to an Idempotency-Key.", isRequired: false, "true"),
        ["Retry-After"] = Header("After how many seconds another try makes sense.", isRequired: true, "2"),
        ["WWW-Authenticate"] = Header("How to authenticate.", isRequired: true, "Bearer"),
    };

    public JsonObject Of(RouteEndpoint endpoint)
    {
        var answers = new JsonObject();
        foreach (var success in endpoint.Metadata.OfType<IProducesResponseTypeMetadata>())
        {
            answers[success.StatusCode.ToString()] = Success(endpoint, success);
        }

        if (endpoint.IsRead() && HasVersion(endpoint))
        {
            answers["304"] = new JsonObject { ["description"] = "The caller's copy is current.", ["headers"] = Headers(["ETag"]) };
        }

        foreach (var byStatus in EndpointProblems.Of(endpoint).GroupBy(kind => kind.Status))
        {
            answers[byStatus.Key.ToString()] = Refusal([.. byStatus]);
        }

        return answers;
    }

    /// <summary>The refusals that are alone with their status wherever they occur.</summary>
    public JsonObject SharedRefusals() => new(_alone.Select(k => KeyValuePair.Create(k.Key, (JsonNode?)Whole([k.Value]))));

    public JsonObject SharedExamples() =>
        new(_kinds.Select(k => KeyValuePair.Create(k.Key, (JsonNode?)new JsonObject { ["summary"] = k.Value.Meaning, ["value"] = ProblemSchema.Example(k.Value) })));

    private static Type? TypeOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().FirstOrDefault()?.Type;

    private JsonObject Success(RouteEndpoint endpoint, IProducesResponseTypeMetadata success)
    {
        var answer = new JsonObject { ["description"] = MeaningOf(endpoint, success) };
        var headers = HeadersOf(endpoint, success).ToList();
        if (headers.Count > 0)
        {
            answer["headers"] = Headers(headers);
        }

        if (success.ContentTypes.Contains(CsvAnswer.MediaType, StringComparer.Ordinal))
        {
            answer["content"] = new JsonObject { [CsvAnswer.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } };
        }
        else if (HasBody(success))
        {
            var schema = schemas.Of(success.Type!, Use.Answer);
            answer["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema, ["example"] = examples.OfAnswer(schema) } };
        }

        return answer;
    }

    private static bool HasBody(IProducesResponseTypeMetadata success) => success.Type is { } type && type != typeof(void);

    private static IEnumerable<string> HeadersOf(RouteEndpoint endpoint, IProducesResponseTypeMetadata success)
    {
        var isTakenOn = success.StatusCode == StatusCodes.Status202Accepted && !HasBody(success);
        if (success.StatusCode is StatusCodes.Status201Created or StatusCodes.Status202Accepted && !isTakenOn)
        {
            yield return "Location";
        }

        if (HasVersion(endpoint))
        {
            yield return "ETag";
        }

        // A change has an id when its service tells of it.
        var service = endpoint.Metadata.GetMetadata<OwningService>()?.Name;
        if (!endpoint.IsRead() && !isTakenOn && EventCatalog.All.Any(e => e.Owner.Equals(service, StringComparison.OrdinalIgnoreCase)))
        {
            yield return "X-Change-Id";
        }

        if (endpoint.IsRepeatable())
        {
            yield return "Idempotency-Replayed";
        }
    }

    private static string MeaningOf(RouteEndpoint endpoint, IProducesResponseTypeMetadata success) => success.StatusCode switch
    {
        StatusCodes.Status201Created => "Created; the whole of it.",
        StatusCodes.Status202Accepted => "Accepted; whatever follows happens later.",
        StatusCodes.Status204NoContent => "Done; there is nothing to tell.",
        _ when success.Type is { IsGenericType: true } => "A page of the list.",
        _ => endpoint.IsRead() ? "What was asked for." : "Done; as it is now.",
    };

    private void Remember(ProblemKind kind)
    {
        if (_kinds.TryGetValue(kind.Code, out var known) && known.Status != kind.Status)
        {
            throw new InvalidOperationException($"{kind.Code} is {known.Status} at one endpoint and {kind.Status} at another; callers branch on codes, so each has one status.");
        }

        _kinds[kind.Code] = kind;
    }

    private JsonObject Refusal(List<ProblemKind> kinds)
    {
        kinds.ForEach(Remember);
        if (kinds is not [var only])
        {
            return Whole(kinds);
        }

        _alone[only.Code] = only;
        return new JsonObject { ["$ref"] = "#/components/responses/" + only.Code };
    }

    private static JsonObject Whole(List<ProblemKind> kinds)
    {
        var answer = new JsonObject
        {
            ["description"] = kinds is [var only] ? $"`{only.Code}`: {only.Meaning}" : string.Join("\n", kinds.Select(kind => $"- `{kind.Code}`: {kind.Meaning}")),
        };
        var headers = kinds[0].Status switch
        {
            StatusCodes.Status401Unauthorized => "WWW-Authenticate",
            StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => "Retry-After",
            _ => null,
        };
        if (headers is not null)
        {
            answer["headers"] = Headers([headers]);
        }

        answer["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
                ["examples"] = new JsonObject(kinds.Select(kind => KeyValuePair.Create(
                    kind.Code, (JsonNode?)new JsonObject { ["$ref"] = "#/components/examples/" + kind.Code }))),
            },
        };
        return answer;
    }

    private static JsonObject Headers(IEnumerable<string> names) =>
        new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["$ref"] = "#/components/headers/" + name })));

    private static JsonObject Header(string meaning, bool isRequired, string example) => new()
    {
        ["description"] = meaning,
        ["required"] = isRequired,
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = example,
    };
}
