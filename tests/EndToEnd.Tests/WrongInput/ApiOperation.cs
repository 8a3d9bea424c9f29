namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>A member of a body or a parameter, as the document describes it.</summary>
/// <param name="Kind">The JSON type, the format where it has one, <c>enum</c>, or the name of a type that is written as a text.</param>
internal sealed record ApiField(string Name, string Kind, bool IsRequired, JsonElement Schema)
{
    /// <summary>The members of the object that it is, or of those in its list.</summary>
    public IReadOnlyList<ApiField> Parts { get; init; } = [];

    public int? Number(string keyword) => Schema.TryGetProperty(keyword, out var value) ? value.GetInt32() : null;

    public decimal? Bound(string keyword) => Schema.TryGetProperty(keyword, out var value) ? value.GetDecimal() : null;

    public bool Has(string keyword) => Schema.TryGetProperty(keyword, out _);
}

/// <summary>One operation of the API document.</summary>
internal sealed record ApiOperation(
    string Id, HttpMethod Method, string Path, bool IsPublic, bool IsForAdministrators, bool IsCreation, bool IsRepeatable, string? MediaType, bool IsBodyOptional, JsonElement Example, IReadOnlyList<ApiField> Body, IReadOnlyList<ApiField> Query)
{
    /// <summary>Every operation that the document has.</summary>
    public static IReadOnlyList<ApiOperation> In(JsonElement document)
    {
        var types = document.GetProperty("components").GetProperty("schemas");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select Of(types, path.Name, operation),
        ];
    }

    private static ApiOperation Of(JsonElement types, string path, JsonProperty operation)
    {
        var description = operation.Value;
        var hasBody = description.TryGetProperty("requestBody", out var body);
        var media = hasBody ? body.GetProperty("content").EnumerateObject().First() : default;
        var schema = hasBody ? media.Value.GetProperty("schema") : default;
        return new ApiOperation(
            description.Text("operationId"),
            HttpMethod.Parse(operation.Name),
            path,
            description.TryGetProperty("security", out var security) && security.GetArrayLength() == 0,
            description.GetProperty("description").GetString()!.Contains("`operations.", StringComparison.Ordinal),
            description.GetProperty("responses").TryGetProperty("201", out _),
            Parameters(description).Any(p => p.TryGetProperty("$ref", out var shared) && shared.GetString()!.EndsWith("/IdempotencyKey", StringComparison.Ordinal)),
            hasBody ? media.Name : null,
            hasBody && !body.GetProperty("required").GetBoolean(),
            hasBody ? media.Value.GetProperty("example") : default,
            hasBody ? FieldsOf(types, Resolve(types, schema).Schema) : [],
            [.. QueryOf(types, description)]);
    }

    private static IEnumerable<ApiField> QueryOf(JsonElement types, JsonElement description) =>
        Parameters(description).Where(p => p.TryGetProperty("in", out var place) && place.GetString() == "query")
            .Select(p => FieldOf(types, p.Text("name"), p.GetProperty("schema"), isRequired: false));

    private static IEnumerable<JsonElement> Parameters(JsonElement description) =>
        description.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    private static IReadOnlyList<ApiField> FieldsOf(JsonElement types, JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet() : [];
        return [.. schema.GetProperty("properties").EnumerateObject().Select(p => FieldOf(types, p.Name, p.Value, required.Contains(p.Name)))];
    }

    private static ApiField FieldOf(JsonElement types, string name, JsonElement described, bool isRequired)
    {
        var (typeName, schema) = Resolve(types, described);
        var (_, item) = schema.TryGetProperty("items", out var items) ? Resolve(types, items) : (null, schema);
        var parts = item.TryGetProperty("properties", out _) ? FieldsOf(types, item) : [];
        return new ApiField(name, KindOf(typeName, schema), isRequired, schema) { Parts = parts };
    }

    private static string KindOf(string? typeName, JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out _))
            return "enum";
        if (schema.TryGetProperty("format", out var format) && format.GetString() is "uuid" or "date" or "date-time")
            return format.GetString()!;
        var type = !schema.TryGetProperty("type", out var named) ? null
            : named.ValueKind == JsonValueKind.Array ? named.EnumerateArray().Select(t => t.GetString()).First(t => t != "null")
            : named.GetString();
        return type ?? typeName ?? "string";
    }

    /// <summary>Follows references, and the one that is not null of two alternatives.</summary>
    private static (string? Name, JsonElement Schema) Resolve(JsonElement types, JsonElement schema, string? name = null)
    {
        if (schema.TryGetProperty("oneOf", out var alternatives))
            return Resolve(types, alternatives.EnumerateArray().First(a => !a.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "null"), name);
        if (!schema.TryGetProperty("$ref", out var reference))
            return (name, schema);
        var target = reference.GetString()!.Split('/')[^1];
        return Resolve(types, types.GetProperty(target), target);
    }
}
