using System.Globalization;
using System.Text.Json.Nodes;
using static System.Net.HttpStatusCode;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>Bodies that an operation must refuse.</summary>
internal static class WrongBodies
{
    private const int LimitOfABody = 1024 * 1024;
    /// <summary>Bodies with credentials have a limit of their own, which a member that is too long may reach first.</summary>
    private const int ShortBody = 4_000;

    private const int LongerThanAnyText = 300_000;

    public static IEnumerable<WrongRequest> Of(ApiOperation operation, Tenant tenant)
    {
        if (operation.MediaType is not { } media)
            yield break;

        var (path, valid) = (ApiPath.Fill(operation.Path, tenant), ValidBody.Of(operation, tenant));
        foreach (var (fault, body) in Malformed(operation, valid).Concat(operation.Body.SelectMany(field => OfField(operation, field, valid))))
            yield return new WrongRequest(operation, fault, path, body.Length > ShortBody ? [BadRequest, RequestEntityTooLarge] : [BadRequest]) { Body = WrongRequest.Bytes(body), MediaType = media };

        if (operation.Body.FirstOrDefault(f => f.Kind == "string") is { } text)
        {
            yield return new WrongRequest(operation, $"{text.Name} is bytes that are no UTF-8", path, BadRequest)
            {
                Body = [.. WrongRequest.Bytes($"{{\"{text.Name}\":\""), 0xC3, 0x28, .. "\"}"u8],
                MediaType = media,
            };
        }

        yield return new WrongRequest(operation, "body as text", path, UnsupportedMediaType) { Body = WrongRequest.Bytes(valid.ToString()), MediaType = "text/plain" };
        yield return new WrongRequest(operation, "body of no type", path, UnsupportedMediaType) { Body = WrongRequest.Bytes(valid.ToString()) };
        yield return new WrongRequest(operation, "body as a form", path, UnsupportedMediaType) { Body = "title=x"u8.ToArray(), MediaType = "application/x-www-form-urlencoded" };
        var tooLong = valid.With("x", $"\"{new string('x', LimitOfABody)}\"");
        yield return new WrongRequest(operation, "body of more than a megabyte", path, RequestEntityTooLarge) { Body = WrongRequest.Bytes(tooLong), MediaType = media };
    }

    private static IEnumerable<(string Fault, string Body)> Malformed(ApiOperation operation, ValidBody valid)
    {
        var text = valid.ToString();
        yield return ("no JSON", "title");
        yield return ("unquoted name", "{title:1}");
        yield return ("truncated body", text.Length > 2 ? text[..^2] : "{");
        yield return ("something behind the body", text + "}");
        yield return ("a list", "[]");
        yield return ("a text", "\"x\"");
        yield return ("a number", "1");
        yield return ("100 levels", valid.With("x", new string('[', 100) + new string(']', 100)));
        if (valid.Members.FirstOrDefault() is { } member)
            yield return ("a member twice", text[..^1] + $",\"{member}\":\"x\"}}");
        if (operation.Method == HttpMethod.Patch)
            yield return ("a name with a lone surrogate", "{\"\\ud800\":1,\"\\ud800\":2}");
        if (!operation.IsBodyOptional)
        {
            yield return ("empty body", "");
            yield return ("null", "null");
        }
    }

    private static IEnumerable<(string Fault, string Body)> OfField(ApiOperation operation, ApiField field, ValidBody valid)
    {
        foreach (var (fault, json) in WrongValues(field))
            yield return ($"{field.Name} is {fault}", valid.With(field.Name, json));
        if (operation.Example.TryGetProperty(field.Name, out var example))
        {
            foreach (var (fault, json) in WrongParts(field, JsonNode.Parse(example.GetRawText())))
                yield return ($"{field.Name}{fault}", valid.With(field.Name, json));
        }

        var isPatch = operation.Method == HttpMethod.Patch;
        if (field.IsRequired && !isPatch && valid.Members.Contains(field.Name))
        {
            yield return ($"{field.Name} is missing", valid.Without(field.Name));
            yield return ($"{field.Name} is null", valid.With(field.Name, "null"));
        }
    }

    /// <summary>The example of a member with one fault in it, as deep as it goes.</summary>
    private static IEnumerable<(string Fault, string Json)> WrongParts(ApiField field, JsonNode? example)
    {
        if (field.Parts.Count == 0 || (example is JsonArray ? example.AsArray().FirstOrDefault() : example) is not JsonObject whole)
            yield break;
        foreach (var part in field.Parts)
        {
            var wrong = Unfit(part).Concat(WrongParts(part, whole[part.Name])).Append(("of another type", part.Kind == "string" ? "12345" : "\"x\""));
            foreach (var (fault, json) in part.IsRequired ? wrong.Append(("null", "null")) : wrong)
            {
                var broken = whole.DeepClone().AsObject();
                broken[part.Name] = JsonNode.Parse(json);
                yield return ($".{part.Name} {fault}", example is JsonArray ? $"[{broken.ToJsonString()}]" : broken.ToJsonString());
            }
        }
    }

    private static IEnumerable<(string Fault, string Json)> WrongValues(ApiField field)
    {
        yield return ("of another type", field.Kind is "string" or "uuid" or "date" or "date-time" or "enum" or "Moment" ? "12345" : "\"x\"");
        yield return field.Kind == "object" ? ("a list", "[1]") : ("an object", """{"a":1}""");
        if (field.Kind == "array")
        {
            yield return ("a list of lists", "[[1]]");
            yield return ("a list of null", "[null]");
        }
        else if (field.Kind != "object")
        {
            yield return ("a list", "[1]");
        }

        if (field.Kind is "uuid" or "date" or "date-time" or "enum" or "Moment")
            yield return ("nonsense", "\"2026-13-45\"");
        if (field.Kind is not ("array" or "object" or "integer" or "boolean"))
        {
            yield return ("text with U+0000", "\"a\\u0000b\"");
            yield return ("text with a lone surrogate", "\"a\\ud800b\"");
            yield return ("far too long", $"\"{new string('x', LongerThanAnyText)}\"");
        }

        foreach (var unfit in Unfit(field))
            yield return unfit;
        if (field.Kind == "integer")
            yield return ("beyond all numbers", "99999999999999999999");
    }

    /// <summary>Values that the document says are none.</summary>
    private static IEnumerable<(string Fault, string Json)> Unfit(ApiField field)
    {
        if (field.Number("maxLength") is { } length)
            yield return ("one too long", $"\"{new string('x', length + 1)}\"");
        if (field.Bound("maximum") is { } maximum)
            yield return ("too large", (maximum + 1).ToString(CultureInfo.InvariantCulture));
        if (field.Bound("minimum") is { } minimum)
            yield return ("too small", (minimum - 1).ToString(CultureInfo.InvariantCulture));
        if (field.Number("maxItems") is { } items)
            yield return ("too many", $"[{string.Join(',', Enumerable.Range(0, items + 1).Select(_ => $"\"{Guid.CreateVersion7()}\""))}]");
        if (field.Has("pattern"))
            yield return ("off its pattern", "\"!!\"");
    }
}
