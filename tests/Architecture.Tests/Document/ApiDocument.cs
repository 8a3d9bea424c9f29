using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Waymark.Platform.Http;
using Waymark.Platform.Modules;

namespace Waymark.Architecture.Tests.Document;

/// <summary>
/// Writes the OpenAPI document of the whole product from its endpoints: their handlers' signatures, their metadata and the
/// records that they take and answer. A test keeps the file, every host serves it.
/// </summary>
internal sealed partial class ApiDocument
{
    private const string Description =
        """
        Tasks and projects of teams that run them themselves.

        Paths may be written with the version (`/api/v1/tasks`) or without. Members are camelCase, words of enums snake_case, ids UUIDs,
        instants RFC 3339 in UTC; members that are not known are ignored. Refusals are problem documents (RFC 9457) with a stable `code`.
        Lists answer `items` and `nextCursor`; a filter that may be repeated takes its values separated by commas, too.

        Every answer below `/api` carries `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset`, and every answer
        `X-Correlation-Id`: the one that was sent, or a new one. `X-Client-Id` names the sender to the live messages of the change.
        """;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly XmlTexts _texts = new();
    private readonly SchemaWriter _schemas;
    private readonly AnswerWriter _answers;
    private readonly ParameterWriter _parameters;
    private readonly ExampleWriter _examples;

    private ApiDocument()
    {
        _schemas = new SchemaWriter(_texts);
        _examples = new ExampleWriter(_schemas.Components);
        _answers = new AnswerWriter(_schemas, _examples);
        _parameters = new ParameterWriter(_schemas, _texts);
    }

    public static string Write(IReadOnlyList<IServiceModule> modules)
    {
        var app = RouteTable.Unstarted(modules);
        using var owned = (IDisposable)app;
        app.MapHealth();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IEndpointNameMetadata>() is not null).ToList();
        return new ApiDocument().Describe(modules, endpoints).ToJsonString(Layout) + "\n";
    }

    private JsonObject Describe(IReadOnlyList<IServiceModule> modules, List<RouteEndpoint> endpoints)
    {
        _schemas.Add("Problem", ProblemSchema.Whole());
        var paths = new JsonObject();
        foreach (var byPath in endpoints.GroupBy(PathOf))
        {
            paths[byPath.Key] = new JsonObject(byPath.Select(e => KeyValuePair.Create(MethodOf(e), (JsonNode?)Operation(e))));
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Waymark", ["version"] = "1", ["description"] = Description.ReplaceLineEndings("\n") },
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["tags"] = Tags(modules),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["bearer"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["bearerFormat"] = "JWT",
                        ["description"] = "The access token of a sign-in; it lives for 15 minutes.",
                    },
                },
                ["parameters"] = ParameterWriter.Shared(),
                ["headers"] = AnswerWriter.SharedHeaders(),
                ["responses"] = _answers.SharedRefusals(),
                ["examples"] = _answers.SharedExamples(),
                ["schemas"] = new JsonObject(_schemas.Components.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value))),
            },
        };
    }

    private JsonObject Operation(RouteEndpoint endpoint)
    {
        var (inputs, name) = (EndpointInputs.Of(endpoint), endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName);
        var permission = endpoint.Metadata.GetMetadata<RequiredPermission>()!.Permission;
        var operation = new JsonObject
        {
            ["tags"] = new JsonArray(endpoint.Metadata.GetMetadata<OwningService>()?.Name ?? "health"),
            ["summary"] = endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary,
            ["description"] = $"{Meaning(endpoint, name)}Permission: `{permission}`.",
            ["operationId"] = name,
        };
        if (permission == Contracts.Identity.Permissions.Public)
        {
            operation["security"] = new JsonArray();
        }

        if (_parameters.Of(endpoint, inputs) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        if (inputs.Body is { } body)
        {
            operation["requestBody"] = Body(body);
        }

        operation["responses"] = _answers.Of(endpoint);
        return operation;
    }

    private JsonObject Body(EndpointBody body)
    {
        var schema = _schemas.Of(body.Type, body.IsPatch ? Use.Patch : Use.Request);
        var example = _examples.OfRequest(schema);
        return new JsonObject
        {
            ["required"] = !body.IsOptional,
            ["content"] = new JsonObject(body.MediaTypes.Select(media => KeyValuePair.Create(
                media, (JsonNode?)new JsonObject { ["schema"] = schema.DeepClone(), ["example"] = example.DeepClone() }))),
        };
    }

    /// <summary>What the use case's own summary says, where the operation is the use case.</summary>
    private string Meaning(RouteEndpoint endpoint, string name) =>
        endpoint.Metadata.GetMetadata<System.Reflection.MethodInfo>()?.DeclaringType is { } slice && slice.Name == name && _texts.Of(slice) is { } text
            ? text + "\n\n"
            : "";

    private JsonArray Tags(IReadOnlyList<IServiceModule> modules) =>
    [
        .. modules.Select(m => new JsonObject { ["name"] = m.Name, ["description"] = _texts.Of(m.GetType()) }),
        new JsonObject { ["name"] = "health", ["description"] = "The state of the program, for whoever watches it." },
    ];

    private static string PathOf(RouteEndpoint endpoint) => Constraint().Replace(endpoint.RoutePattern.RawText!, "}");

    private static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0].ToLowerInvariant();

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
