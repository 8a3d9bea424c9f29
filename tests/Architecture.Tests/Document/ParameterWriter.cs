using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Waymark.Platform.Http;

namespace Waymark.Architecture.Tests.Document;

/// <summary>Writes the parameters of paths, queries and headers.</summary>
internal sealed class ParameterWriter(SchemaWriter schemas, XmlTexts texts)
{
    /// <summary>What parameters mean that stand in handlers' signatures and not in records.</summary>
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["limit"] = "How many at most.",
        ["cursor"] = "Where to go on: `nextCursor` of the page before.",
        ["fields"] = "`description` and `customFields` bring what lists leave out.",
        ["sort"] = "The order.",
        ["query"] = "A piece of the name, or the beginning of the address.",
        ["ids"] = "Only these people; at most 200.",
        ["unread"] = "Only what was not read.",
        ["since"] = "`cursor` of an earlier answer; without it the current cursor is answered, and no changes.",
        ["projectId"] = "Only what concerns this project.",
        ["workspaceId"] = "Only what belongs to this workspace.",
        ["isStuck"] = "Whether to leave out those that go on by themselves.",
        ["payload"] = "Whether to show what the event says, too; that is recorded.",
        ["from"] = "The earlier moment: an instant, or the number of a version; the creation when left out.",
        ["to"] = "The later moment, in either form; now when left out.",
        ["asOf"] = "The instant at which it is wanted as it stood.",
        ["version"] = "One of its versions; the present one when left out.",
        ["startAt"] = "The start to which the task would be moved.",
    };

    private static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["projects"] = "project",
        ["workspaces"] = "workspace",
        ["users"] = "person",
        ["members"] = "member",
        ["labels"] = "label",
        ["sessions"] = "session",
        ["invitations"] = "invitation",
        ["workspace-invitations"] = "invitation",
        ["erasure"] = "erasure",
        ["milestones"] = "milestone",
        ["goals"] = "goal",
        ["custom-fields"] = "custom field",
        ["time-entries"] = "time entry",
        ["allocations"] = "allocation",
        ["time-sheets"] = "time sheet",
        ["rates"] = "rate",
        ["releases"] = "release",
        ["time-off"] = "entry of days off",
        ["dead-letters"] = "dead letter",
        ["sagas"] = "workflow",
        ["tasks"] = "task",
        ["views"] = "view",
        ["cycles"] = "cycle",
        ["dependencies"] = "dependency",
        ["approvals"] = "request for approval",
        ["task-templates"] = "template",
        ["project-templates"] = "template",
        ["instantiations"] = "use of a template",
        ["steps"] = "step",
        ["watchers"] = "watcher",
        ["comments"] = "comment",
        ["changes"] = "change",
        ["notifications"] = "notification",
    };

    public JsonArray Of(RouteEndpoint endpoint, EndpointInputs inputs)
    {
        var described = endpoint.Metadata.OfType<DescribedParameter>().ToList();
        var parameters = new JsonArray();
        foreach (var name in inputs.PathNames)
        {
            var own = described.Find(p => p.Place == "path" && p.Name == name);
            parameters.Add(Parameter("path", name, own?.Meaning ?? MeaningOfPath(endpoint, name), own is null ? PathSchema(name) : schemas.Of(own.Type, Use.Request)));
        }

        foreach (var query in inputs.Query)
        {
            var meaning = described.Find(p => p.Place == "query" && p.Name == query.Name)?.Meaning
                ?? (query.Declaration is PropertyInfo property ? texts.Of(property) : null)
                ?? Meanings.GetValueOrDefault(query.Name)
                ?? throw new InvalidOperationException($"Nothing says what the parameter {query.Name} of {endpoint.DisplayName} means.");
            parameters.Add(Parameter("query", query.Name, meaning, QuerySchema(query)));
        }

        foreach (var header in described.Where(p => p.Place == "header"))
        {
            parameters.Add(Parameter("header", header.Name, header.Meaning, schemas.Of(header.Type, Use.Request)));
        }

        if (endpoint.Metadata.GetMetadata<HonouredIfMatch>() is not null)
        {
            parameters.Add(Shared("IfMatch"));
        }

        if (endpoint.IsRead() && AnswerWriter.HasVersion(endpoint))
        {
            parameters.Add(Shared("IfNoneMatch"));
        }

        if (endpoint.IsRepeatable())
        {
            parameters.Add(Shared("IdempotencyKey"));
        }

        return parameters;
    }

    public static JsonObject Shared() => new()
    {
        ["IfMatch"] = Parameter("header", "If-Match", "The `ETag` of the version that the change was decided on; `*` stands for any.", new JsonObject { ["type"] = "string" }),
        ["IfNoneMatch"] = Parameter("header", "If-None-Match", "The `ETag` of the caller's copy; when it is current the answer is 304.", new JsonObject { ["type"] = "string" }),
        ["IdempotencyKey"] = Parameter(
            "header",
            "Idempotency-Key",
            "Makes the request safe to repeat: the first successful answer is kept for 24 hours and given again, unless it carries an invitation's link.",
            new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Platform.Messaging.Idempotency.IdempotencyRecord.MaxKeyLength }),
    };

    private static JsonObject Shared(string name) => new() { ["$ref"] = "#/components/parameters/" + name };

    private static JsonObject Parameter(string place, string name, string meaning, JsonObject schema)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["description"] = meaning };
        if (place == "path")
        {
            parameter["required"] = true;
        }

        parameter["schema"] = schema;
        return parameter;
    }

    private static JsonObject PathSchema(string name) =>
        name == "token" ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["format"] = "uuid" };

    private static string MeaningOfPath(RouteEndpoint endpoint, string name)
    {
        var segments = endpoint.RoutePattern.RawText!.Split('/');
        var thing = Things[segments[Array.FindIndex(segments, s => s.StartsWith($"{{{name}", StringComparison.Ordinal)) - 1]];
        return name == "token" ? $"What stands at the end of the {thing}'s link." : $"The id of the {thing}.";
    }

    private JsonObject QuerySchema(QueryParameter query)
    {
        var schema = schemas.Of(query.Type, Use.Request);
        switch (query.Name)
        {
            case "limit":
                (schema["minimum"], schema["maximum"], schema["default"]) = (1, PageLimit.Max, PageLimit.Default);
                break;
            case "asOf" or "updatedAfter" or "after":
                schema["format"] = "date-time";
                break;
            case "dueBefore" or "dueAfter" or "deadlineBefore" or "deadlineAfter" or "startAt" or "from":
                schema = schemas.Of(typeof(Tasks.Model.Moment), Use.Request);
                break;
        }

        if (query.Declaration?.GetCustomAttributes(typeof(SortedByAttribute), inherit: false) is [SortedByAttribute sorted])
        {
            schema["enum"] = new JsonArray([.. sorted.Members.SelectMany(m => new[] { m, "-" + m }).Select(m => JsonValue.Create(m))]);
            schema["default"] = "-" + sorted.Members[0];
        }

        return schema;
    }
}
