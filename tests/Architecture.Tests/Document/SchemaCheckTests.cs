using System.Text.Json;
using Waymark.Testing.Documented;

namespace Waymark.Architecture.Tests.Document;

/// <summary>The check is strict, or it would prove nothing.</summary>
public sealed class SchemaCheckTests
{
    private const string Document =
        """
        {"schemas": {"Task": {
            "type": "object", "required": ["id", "title"],
            "properties": {
                "id": {"type": "string", "format": "uuid"},
                "title": {"type": "string", "minLength": 1, "maxLength": 5},
                "state": {"type": ["string", "null"], "enum": ["open", null]},
                "due": {"oneOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
                "counts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
                "labels": {"type": "array", "items": {"type": "string", "pattern": "^[a-z]+$"}, "maxItems": 2}
            }}}}
        """;

    private static readonly JsonElement Root = JsonDocument.Parse(Document).RootElement;

    [Theory]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Bread"}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "B", "state": null, "due": "2026-03-01", "counts": {"a": 1}, "labels": ["x"]}""")]
    public void What_fits_passes(string json) => Assert.Null(FaultOf(json));

    [Theory]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07"}""")]
    [InlineData("""{"id": "12", "title": "Bread"}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": null}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": ""}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Breads"}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Bread", "more": 1}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Bread", "state": "shut"}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Bread", "due": "2026-13-01"}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Bread", "counts": {"a": -1}}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Bread", "counts": {"a": 1.5}}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Bread", "labels": ["X"]}""")]
    [InlineData("""{"id": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "title": "Bread", "labels": ["a", "b", "c"]}""")]
    [InlineData("[]")]
    public void What_does_not_fit_is_a_fault(string json) => Assert.NotNull(FaultOf(json));

    [Fact]
    public void A_keyword_that_the_check_does_not_know_is_no_pass() =>
        Assert.Throws<NotSupportedException>(() => new SchemaCheck(Root).FaultOf(Root, JsonDocument.Parse("""{"uniqueItems": true}""").RootElement));

    private static string? FaultOf(string json) =>
        new SchemaCheck(Root).FaultOf(JsonDocument.Parse(json).RootElement, Root.GetProperty("schemas").GetProperty("Task"));
}
