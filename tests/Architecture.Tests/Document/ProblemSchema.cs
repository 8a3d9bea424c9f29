using System.Text.Json.Nodes;
using Waymark.Platform.Http;

namespace Waymark.Architecture.Tests.Document;

/// <summary>The problem document, and an example of each kind.</summary>
internal static class ProblemSchema
{
    public static JsonObject Whole() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("type", "title", "status", "detail", "instance", "traceId", "code"),
        ["properties"] = new JsonObject
        {
            ["type"] = Text("The kind of problem as a URI."),
            ["title"] = Text("What the status means."),
            ["status"] = new JsonObject { ["type"] = "integer", ["format"] = "int32", ["description"] = "The HTTP status." },
            ["detail"] = Text("What is wrong and what would be right, for people."),
            ["instance"] = Text("The path that was asked for."),
            ["traceId"] = Text("Finds the request in the logs."),
            ["code"] = Text("What programs may branch on; it stays the same."),
            ["errors"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
                ["description"] = "What is wrong with each field that is at fault.",
            },
        },
        ["additionalProperties"] = true,
        ["description"] = "A refusal (RFC 9457). Some codes add members of their own.",
    };

    public static JsonObject Example(ProblemKind kind)
    {
        var example = new JsonObject
        {
            ["type"] = "urn:waymark:problem:" + kind.Code,
            ["title"] = Problems.TitleOf(kind.Status),
            ["status"] = kind.Status,
            ["detail"] = kind.Meaning,
            ["instance"] = "/api/tasks/0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07",
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
            ["code"] = kind.Code,
        };
        switch (kind.Code)
        {
            case "invalid":
                example["errors"] = new JsonObject { ["title"] = new JsonArray("This field is required and must not be blank.") };
                break;
            case "stale_version":
                example["currentVersion"] = 8;
                break;
            case "illegal_transition":
                (example["from"], example["to"], example["legal"]) = ("backlog", "done", new JsonArray("todo", "cancelled"));
                break;
        }

        return example;
    }

    private static JsonObject Text(string meaning) => new() { ["type"] = "string", ["description"] = meaning };
}
