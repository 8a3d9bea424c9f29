using Npgsql;

namespace Waymark.Platform.Data;

/// <summary>Many rows in one statement: each column travels as one array, and <c>unnest</c> makes rows of them.</summary>
public static class ArrayParameters
{
    /// <summary>Adds the next positional parameter: one value of every row.</summary>
    public static void AddArray<TRow, TValue>(this NpgsqlCommand command, IReadOnlyList<TRow> rows, Func<TRow, TValue> valueOf)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = valueOf(rows[i]);
        }

        command.Parameters.Add(new NpgsqlParameter<TValue[]> { TypedValue = values });
    }
}
