using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Waymark.Contracts;
using Waymark.Platform.Http;
using Waymark.Tasks.Model;

namespace Waymark.Architecture.Tests.Document;

/// <summary>How a type is used: what may be left out depends on it.</summary>
internal enum Use
{
    Answer,
    Request,
    Patch,
}

/// <summary>Writes the schemas of request and answer records, as they really are on the wire.</summary>
internal sealed class SchemaWriter(XmlTexts texts)
{
    private const string Reference = "#/components/schemas/";
    private const string MeaningOfChanges = "The changed fields by their names, each with its value before and after. Long texts have no value before.";

    private readonly SortedDictionary<string, JsonObject> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<(Type Type, Use Use), string> _names = [];
    private readonly NullabilityInfoContext _nullability = new();

    public IReadOnlyDictionary<string, JsonObject> Components => _components;

    /// <summary>A schema that stands for the type wherever it is used.</summary>
    public JsonObject Of(Type type, Use use)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return SchemaOfText(plain)
            ?? (plain == typeof(object) ? new JsonObject() : null)
            ?? (PatchedOf(plain) is { } patched ? Of(patched, Use.Patch) : null)
            ?? (ValueOf(plain) is { } value ? new JsonObject { ["type"] = "object", ["additionalProperties"] = value == typeof(object) ? true : Of(value, use) } : null)
            ?? (ItemOf(plain) is { } item ? new JsonObject { ["type"] = "array", ["items"] = Of(item, use) } : null)
            ?? new JsonObject { ["$ref"] = Reference + NameOf(plain, use) };
    }

    /// <summary>Adds a schema that no type stands for.</summary>
    public void Add(string name, JsonObject schema) => _components.Add(name, schema);

    private static JsonObject? SchemaOfText(Type type) => type switch
    {
        _ when type == typeof(string) => new JsonObject { ["type"] = "string" },
        _ when type == typeof(Guid) => new JsonObject { ["type"] = "string", ["format"] = "uuid" },
        _ when type == typeof(DateTimeOffset) => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        _ when type == typeof(DateOnly) => new JsonObject { ["type"] = "string", ["format"] = "date" },
        _ when type == typeof(bool) => new JsonObject { ["type"] = "boolean" },
        _ when type == typeof(decimal) || type == typeof(double) => new JsonObject { ["type"] = "number" },
        _ when type == typeof(JsonElement) => new JsonObject(),
        _ when type == typeof(short) || type == typeof(int) => new JsonObject { ["type"] = "integer", ["format"] = "int32" },
        _ when type == typeof(long) => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
        _ => null,
    };

    private static Type? PatchedOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(MergePatch<>) ? type.GetGenericArguments()[0] : null;

    private static Type? ValueOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? type.GetGenericArguments()[1] : null;

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private string NameOf(Type type, Use use)
    {
        // Nothing may be left out of an enum.
        var key = (type, type.IsEnum || type == typeof(Moment) || type == typeof(FieldChanges) ? Use.Answer : use);
        if (!_names.TryGetValue(key, out var name))
        {
            name = FreeName(type, key.Item2);
            _names.Add(key, name);
            _components.Add(name, []);
            _components[name] = Describe(type, key.Item2);
        }

        return name;
    }

    /// <summary>A record that is answered, taken and merged has a schema for each; an input inside an answer is what somebody has given.</summary>
    private string FreeName(Type type, Use use)
    {
        var name = type.IsGenericType ? $"{type.Name.Split('`')[0]}Of{type.GetGenericArguments()[0].Name}" : type.Name;
        name = use switch
        {
            Use.Patch => name[..^(name.EndsWith("Input", StringComparison.Ordinal) ? "Input".Length : 0)] + "Patch",
            Use.Answer when name.EndsWith("Input", StringComparison.Ordinal) => name[..^"Input".Length] + "AsGiven",
            Use.Request when !name.EndsWith("Input", StringComparison.Ordinal) && !name.EndsWith("Request", StringComparison.Ordinal) => name + "Input",
            _ => name,
        };
        return _components.ContainsKey(name) ? throw new InvalidOperationException($"Two types are called {name} in the API document.") : name;
    }

    private JsonObject Describe(Type type, Use use)
    {
        var schema =
            type == typeof(Moment) ? new JsonObject
            {
                ["oneOf"] = new JsonArray(SchemaOfText(typeof(DateOnly)), SchemaOfText(typeof(DateTimeOffset))),
            }
            : type == typeof(FieldChanges) ? new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["from"] = new JsonObject(), ["to"] = new JsonObject() } },
            }
            : type.IsEnum ? new JsonObject { ["type"] = "string", ["enum"] = Words(Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)) }
            : DescribeMembers(type, use);
        if ((type == typeof(FieldChanges) ? MeaningOfChanges : texts.Of(type)) is { } text)
        {
            schema["description"] = text;
        }

        return schema;
    }

    private JsonObject DescribeMembers(Type type, Use use)
    {
        var (properties, required) = (new JsonObject(), new List<string>());
        var defaults = use == Use.Request && type.GetConstructor([]) is not null ? Activator.CreateInstance(type) : null;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.DeclaringType == type ? 0 : 1))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var isRequired = use switch
            {
                Use.Answer => !IsLeftOutWhenNull(property),
                Use.Request => property.GetCustomAttribute<RequiredAttribute>() is not null,
                _ => false,
            };
            if (isRequired)
            {
                required.Add(name);
            }

            properties[name] = MemberOf(property, use, isRequired || defaults is null ? null : property.GetValue(defaults));
        }

        var schema = new JsonObject { ["type"] = "object" };
        if (required.Count > 0)
        {
            schema["required"] = Words(required);
        }

        schema["properties"] = properties;
        return schema;
    }

    private JsonObject MemberOf(PropertyInfo property, Use use, object? value)
    {
        var schema = Of(property.PropertyType, use);
        Constrain(schema, property);
        var isNullable = use == Use.Answer
            ? IsNullable(property) && !IsLeftOutWhenNull(property)
            : IsNullable(property) && property.GetCustomAttribute<RequiredAttribute>() is null;
        if (isNullable)
        {
            schema = OrNull(schema);
        }

        if (texts.Of(property) is { } text)
        {
            schema["description"] = text;
        }

        if (value is Enum or bool or int)
        {
            schema["default"] = JsonSerializer.SerializeToNode(value, value.GetType(), Json.Plain);
        }

        return schema;
    }

    private static void Constrain(JsonObject schema, PropertyInfo property)
    {
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            switch (rule)
            {
                case StringLengthAttribute length:
                    schema["maxLength"] = length.MaximumLength;
                    break;
                case MaxLengthAttribute length:
                    schema["maxItems"] = length.Length;
                    break;
                case RangeAttribute range:
                    (schema["minimum"], schema["maximum"]) = (JsonSerializer.SerializeToNode(range.Minimum), JsonSerializer.SerializeToNode(range.Maximum));
                    break;
                case RegularExpressionAttribute pattern:
                    schema["pattern"] = pattern.Pattern;
                    break;
                case EmailAddressAttribute:
                    schema["format"] = "email";
                    break;
                case OneOfAttribute words:
                    schema["enum"] = Words(words.Words);
                    break;
                case RequiredAttribute { AllowEmptyStrings: false } when property.PropertyType == typeof(string):
                    schema["minLength"] = 1;
                    break;
            }
        }
    }

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema.ContainsKey("$ref"))
        {
            return new JsonObject { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }

        if (schema["type"]?.GetValue<string>() is { } type)
        {
            schema["type"] = new JsonArray(type, "null");
        }

        (schema["enum"] as JsonArray)?.Add(null);
        return schema;
    }

    private bool IsNullable(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && _nullability.Create(property).ReadState == NullabilityState.Nullable);

    private static bool IsLeftOutWhenNull(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.WhenWritingNull;

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);
}
