using System.Text.Json;

namespace Waymark.Contracts;

/// <summary>
/// One changed field: its value before and after, as JSON. Long text (<c>description</c>, <c>body</c>) has no
/// <paramref name="From"/> in published events; the owner's stream keeps both.
/// </summary>
public sealed record FieldChange(JsonElement? From, JsonElement? To);
