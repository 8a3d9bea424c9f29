using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;

namespace Waymark.Architecture.Tests;

public sealed class GeneratedDocumentTests
{
    [Fact]
    public async Task The_API_document_is_current()
    {
        await using var app = RouteTable.Unstarted(ServiceCatalog.All, services => services.AddApiDocument());
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name).GetOpenApiDocumentAsync();
        var text = new StringWriter(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAs(OpenApiSpecVersion.OpenApi3_1, new OpenApiJsonWriter(text));
        Assert.NotEmpty(document.Paths);
        Assert.Null(Repository.Stale("docs/openapi/v1.json", text + "\n"));
    }

    [Fact]
    public void The_document_of_events_is_current() => Assert.Null(Repository.Stale("docs/asyncapi/v1.json", EventDocument.Write()));

    [Fact]
    public void Every_reference_in_the_document_of_events_leads_somewhere()
    {
        var document = JsonNode.Parse(EventDocument.Write());
        var references = References(document).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.NotNull(r[2..].Split('/').Aggregate(document, (node, name) => node?[name])));
    }

    [Fact]
    public void The_catalogue_of_events_is_current() => Assert.Null(Repository.Stale("docs/events.md", EventPage()));

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => m.Key == "$ref" ? [m.Value!.GetValue<string>()] : References(m.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static string EventPage()
    {
        var consumers = ServiceSelection.Of(ServiceCatalog.All, "all").Subscriptions.SelectMany(s => s.Consumers).ToList();
        var page = new StringBuilder(
            """
            # Events

            Written by a test from the code. Every event is a CloudEvents 1.0 message of the type `waymark.<name>.v1`; its members
            stand in `src/Contracts/<Owner>`, their schemas and examples in the AsyncAPI document `asyncapi/v1.json` beside this page, which
            every host serves at `/asyncapi/v1.json`. Changes inside a version only add.

            | event | owner | members | consumers |
            | --- | --- | --- | --- |

            """);
        foreach (var e in EventCatalog.All)
        {
            var members = e.Record.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => $"`{char.ToLowerInvariant(p.Name[0])}{p.Name[1..]}`");
            var listeners = consumers.Where(c => c.Handles(e.Type)).Select(c => $"`{c.Name}`").Order(StringComparer.Ordinal);
            page.Append("| `").Append(e.Name).Append("` | ").Append(e.Owner.ToLowerInvariant()).Append(" | ").AppendJoin(", ", members).Append(" | ")
                .AppendJoin(", ", listeners).Append(" |\n");
        }

        return page.ToString();
    }
}
