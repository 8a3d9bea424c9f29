using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Waymark.Platform.Http;

/// <summary>
/// Where a keyset page ended: the sort it belongs to, the last row's sort value and its id. Opaque to callers: base64url of
/// a small JSON array.
/// </summary>
/// <param name="Sort">The sort the cursor belongs to; a cursor of another sort is refused.</param>
/// <param name="Value">The last row's sort value as text; null where the value is null (nulls stand last).</param>
/// <param name="Id">The last row's id, which breaks ties.</param>
public sealed record Cursor(string Sort, string? Value, Guid Id)
{
    /// <summary>The answer to a cursor that is none, or that belongs to another query.</summary>
    public static Problem Invalid { get; } = Problems.BadRequest("invalid_cursor", "The cursor does not belong to this list; start again without one.");

    /// <summary>Room for the longest title in any script, with the other values of its order.</summary>
    private const int MaxLength = 6_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = Http.Json.Encoder };

    /// <summary>The cursor as callers see it.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new[] { Sort, Value, Id.ToString("N") }, Readable));

    /// <summary>Reads a caller's cursor; false when it is none or belongs to another sort.</summary>
    public static bool TryParse(string text, string sort, [NotNullWhen(true)] out Cursor? cursor)
    {
        cursor = null;
        try
        {
            if (text.Length > MaxLength || JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text)) is not [{ } of, var value, { } id]
                || of != sort || !Guid.TryParseExact(id, "N", out var rowId) || value?.Contains('\0', StringComparison.Ordinal) == true)
            {
                return false;
            }

            cursor = new Cursor(of, value, rowId);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or JsonException or DecoderFallbackException)
        {
            return false;
        }
    }
}
