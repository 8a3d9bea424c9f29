using System.Text.Json;
using Npgsql;

namespace Waymark.Platform.Http;

/// <summary>
/// The table of a resource's members by which rows become JSON: for the reads that must be fast. It also makes the list of
/// columns to select; a column that several members need is selected once.
/// </summary>
public sealed class RowShape
{
    private readonly List<string> _columns = [];
    private readonly (JsonEncodedText Name, RowValue Write, int[] At)[] _members;

    /// <param name="members">The members in their order.</param>
    public RowShape(IEnumerable<RowMember> members)
    {
        _members = [.. members.Select(m => (JsonEncodedText.Encode(m.Name), m.Write, m.Columns.Select(Place).ToArray()))];
        Columns = string.Join(", ", _columns);
    }

    /// <summary>What the statement selects first.</summary>
    public string Columns { get; }

    /// <summary>How many columns that are.</summary>
    public int Width => _columns.Count;

    /// <summary>The names of the members in their order.</summary>
    public IEnumerable<string> Names => _members.Select(m => m.Name.ToString());

    /// <summary>Where a column that some member needs stands.</summary>
    public int PlaceOf(string column) =>
        _columns.IndexOf(column) is >= 0 and var place ? place : throw new ArgumentException($"No member needs {column}.", nameof(column));

    /// <summary>The same; null where no member needs the column.</summary>
    public int? FindPlaceOf(string column) => _columns.IndexOf(column) is >= 0 and var place ? place : null;

    /// <summary>Writes the current row as an object.</summary>
    public void Write(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        foreach (var (name, write, at) in _members)
        {
            json.WritePropertyName(name);
            write(json, row, at);
        }

        json.WriteEndObject();
    }

    private int Place(string column)
    {
        if (_columns.IndexOf(column) is >= 0 and var known)
        {
            return known;
        }

        _columns.Add(column);
        return _columns.Count - 1;
    }
}
