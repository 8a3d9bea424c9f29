using System.Text.Json;
using Waymark.Testing.Documented;

namespace Waymark.Architecture.Tests.Document;

public sealed class ApiDocumentTests
{
    private static readonly JsonElement Document = JsonDocument.Parse(ApiDocument.Write(ServiceCatalog.All)).RootElement;

    private static IEnumerable<(string Name, JsonElement Operation)> Operations =>
        from path in Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Value.GetProperty("operationId").GetString()!, operation.Value);

    [Fact]
    public void Every_body_and_every_successful_answer_has_an_example_that_fits_its_schema()
    {
        var (check, count) = (new SchemaCheck(Document), 0);
        foreach (var (name, operation) in Operations)
        {
            foreach (var (part, media) in Bodies(operation))
            {
                count++;
                Assert.True(media.TryGetProperty("example", out var example), $"{name} has no example of its {part}.");
                Assert.Null(check.FaultOf(example, media.GetProperty("schema")) is { } fault ? $"{name}, {part}: {fault}" : null);
            }
        }

        Assert.True(count > 100, $"Only {count} bodies were found.");
    }

    [Fact]
    public void Every_refusal_has_an_example_that_is_a_problem()
    {
        var check = new SchemaCheck(Document);
        foreach (var example in Document.GetProperty("components").GetProperty("examples").EnumerateObject())
        {
            var problem = example.Value.GetProperty("value");
            Assert.Equal(example.Name, problem.GetProperty("code").GetString());
            Assert.Null(check.FaultOf(problem, Document.GetProperty("components").GetProperty("schemas").GetProperty("Problem")));
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = References(Document).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, reference => !reference[2..].Split('/').Aggregate((JsonElement?)Document, (node, name) =>
            node is { } inner && inner.TryGetProperty(name, out var next) ? next : null).HasValue);
    }

    [Fact]
    public void Every_operation_says_what_it_demands()
    {
        Assert.All(Operations, o => Assert.Contains("Permission: `", o.Operation.GetProperty("description").GetString(), StringComparison.Ordinal));
        Assert.All(Operations, o => Assert.Equal(
            o.Operation.GetProperty("description").GetString()!.EndsWith("`public`.", StringComparison.Ordinal), o.Operation.TryGetProperty("security", out _)));
        Assert.All(Operations.Where(o => !o.Operation.TryGetProperty("security", out _)), o => Assert.True(o.Operation.GetProperty("responses").TryGetProperty("401", out _)));
    }

    private static IEnumerable<(string Part, JsonElement Media)> Bodies(JsonElement operation)
    {
        if (operation.TryGetProperty("requestBody", out var body))
        {
            foreach (var media in body.GetProperty("content").EnumerateObject())
            {
                yield return ("request", media.Value);
            }
        }

        foreach (var answer in operation.GetProperty("responses").EnumerateObject().Where(a => a.Name.StartsWith('2')))
        {
            // A table is no JSON.
            if (answer.Value.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json))
            {
                yield return (answer.Name, json);
            }
        }
    }

    private static IEnumerable<string> References(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(m => m.Name == "$ref" ? [m.Value.GetString()!] : References(m.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
