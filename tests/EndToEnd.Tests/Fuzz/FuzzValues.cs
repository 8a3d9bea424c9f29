using System.Globalization;

namespace Waymark.EndToEnd.Tests.Fuzz;

/// <summary>JSON by chance: mostly what a schema describes, now and then anything at all.</summary>
/// <param name="document">The API document, for its references.</param>
/// <param name="ids">Ids of one's own, of others and of nothing.</param>
/// <param name="random">Decides.</param>
internal sealed class FuzzValues(JsonElement document, IReadOnlyList<string> ids, Random random)
{
    private const int Deepest = 6;

    private static readonly string[] Texts =
    [
        "", " ", "a", "A title", "  blanks  ", "0", "-1", "null", "true", "me", "none", "*", "%", "_", "\\", "'", "\"", "'; drop table task; --", "../../etc/passwd",
        "${jndi:ldap://x}", "<script>alert(1)</script>", "{{what}}", "{{", "@[Ada](user:x)", "[x](javascript:alert(1))", "\u00e9\u0301\u0323", "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67", "\u202etxet",
        "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "\u4e2d\u6587", "\u0130\u0131\u00df\u1e9e", "\ufeff", "\ufffd", "\u2028", "\t\r\n", "\u0001\u001f\u007f", "a,b", "a;b", "WEB-12", "LARGE-0", "X-99999999999999999999",
        "todo", "in_progress", "done", "approved", "shipped", "task", "bug", "viewer", "owner", "manager", "member", "blocks", "text", "choice", "number", "money",
        "EUR", "eur", "Europe/Berlin", "Etc/GMT+12", "Mars/Olympus", "FREQ=DAILY", "FREQ=SECONDLY;COUNT=2147483647", "FREQ=YEARLY;BYMONTHDAY=-31;BYMONTH=2", "FREQ=WEEKLY;BYDAY=5MO;INTERVAL=0",
        "2026-03-02", "2026-02-30", "0001-01-01", "9999-12-31", "1969-12-31", "2189-12-31", "2026-03-02T09:30:00Z", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00+14:00", "2026-03-02T24:00:00Z",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "#ff8800", "#xyz", "a@b", "ada@example.org", "http://127.0.0.1:1/", "1e309", "NaN", "\u0660\u0661",
    ];

    private static readonly string[] Raw =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.5", "1e2", "1e308", "1e400", "-1e400", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "99999999999999999999999999", "0.1e-400",
        "[]", "{}", "[null]", "[[]]", "[1]", "[{}]", "{\"a\":1}", "{\"\":null}", "\"\\u0000\"", "\"\\ud800\"", "\"a\\udc00b\"", "[\"\\u0000\"]", "{\"\\u0000\":1}", "\"\\/\"",
    ];

    public bool Chance(int percent) => random.Next(100) < percent;

    public int Next(int below) => random.Next(below);

    public T Any<T>(IReadOnlyList<T> things) => things[random.Next(things.Count)];

    /// <summary>A text by chance.</summary>
    public string Text() => random.Next(12) switch
    {
        0 => new string((char)random.Next('a', 'z'), random.Next(1, 700)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(0x20, 0xD7FF))),
        2 => random.Next().ToString(CultureInfo.InvariantCulture),
        3 => Any(ids),
        4 => Any(Texts) + Any(Texts),
        _ => Any(Texts),
    };

    /// <summary>Raw JSON for a place that the schema describes.</summary>
    public string Of(JsonElement schema, int hostile, int depth = 0)
    {
        if (Chance(hostile))
            return Anything();
        schema = Resolve(schema);
        if (schema.TryGetProperty("enum", out var words))
            return Any(words.EnumerateArray().ToList()).GetRawText();
        var type = schema.TryGetProperty("type", out var named) ? named.ValueKind == JsonValueKind.Array ? Any(named.EnumerateArray().ToList()).GetString() : named.GetString() : null;
        return type switch
        {
            "null" => "null",
            "boolean" => Chance(50) ? "true" : "false",
            "integer" or "number" => Number(schema),
            "array" => $"[{string.Join(',', Enumerable.Range(0, depth > Deepest ? 0 : random.Next(4)).Select(_ => Of(schema.GetProperty("items"), hostile, depth + 1)))}]",
            "object" => Object(schema, hostile, depth),
            "string" => Text(schema),
            _ => Anything(),
        };
    }

    private string Anything() => random.Next(20) switch
    {
        0 => new string('[', random.Next(60)) is var open ? open + "1" + new string(']', open.Length) : "",
        1 => $"\"{new string('x', random.Next(100_000))}\"",
        2 => string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40),
        < 9 => Quoted(Text()),
        _ => Any(Raw),
    };

    private string Number(JsonElement schema)
    {
        var (low, high) = (Bound(schema, "minimum", -5), Bound(schema, "maximum", 1_000));
        return random.Next(6) switch
        {
            0 => low.ToString(CultureInfo.InvariantCulture),
            1 => high.ToString(CultureInfo.InvariantCulture),
            2 => (high + 1).ToString(CultureInfo.InvariantCulture),
            _ => decimal.Floor(low + ((high - low) * (decimal)random.NextDouble())).ToString(CultureInfo.InvariantCulture),
        };
    }

    private string Text(JsonElement schema)
    {
        var format = schema.TryGetProperty("format", out var named) ? named.GetString() : null;
        return format switch
        {
            "uuid" => $"\"{Any(ids)}\"",
            "date" => $"\"{new DateOnly(1990, 1, 1).AddDays(random.Next(40_000)):yyyy-MM-dd}\"",
            "date-time" => $"\"{DateTimeOffset.UnixEpoch.AddSeconds(random.NextInt64(7_000_000_000)):yyyy-MM-ddTHH:mm:ssZ}\"",
            _ => schema.TryGetProperty("maxLength", out var longest) && Chance(10) ? $"\"{new string('y', Math.Min(longest.GetInt32(), 200_000) + random.Next(2))}\"" : Quoted(Text()),
        };
    }

    private string Object(JsonElement schema, int hostile, int depth)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet() : [];
        var members = schema.TryGetProperty("properties", out var properties) && depth <= Deepest
            ? properties.EnumerateObject().Where(p => required.Contains(p.Name) || Chance(30)).Select(p => $"{Quoted(p.Name)}:{Of(p.Value, hostile, depth + 1)}").ToList()
            : [];
        if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            members.AddRange(Enumerable.Range(0, random.Next(3)).Select(_ => $"{Quoted(Text())}:{Of(others, hostile, depth + 1)}"));
        return $"{{{string.Join(',', members)}}}";
    }

    private JsonElement Resolve(JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
            return Resolve(Any(choices.EnumerateArray().ToList()));
        return schema.TryGetProperty("$ref", out var reference)
            ? Resolve(reference.GetString()![2..].Split('/').Aggregate(document, (node, name) => node.GetProperty(name)))
            : schema;
    }

    private static decimal Bound(JsonElement schema, string keyword, decimal otherwise) => schema.TryGetProperty(keyword, out var bound) ? bound.GetDecimal() : otherwise;

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
