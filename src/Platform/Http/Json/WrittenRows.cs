using Npgsql;

namespace Waymark.Platform.Http;

/// <summary>
/// JSON of rows that were read before, by the version of the row that it was made of. PostgreSQL never changes a version of a row, it
/// makes a new one that bears its transaction's id: so what was made of a version is right for as long as statements find that
/// version, and nobody has to say when it is not. Which rows, for whom and in which order stays the statement's to say, each time.
/// </summary>
/// <remarks>
/// For JSON that depends on nothing but a row and one that is joined to it, and for reads outside a transaction that writes. Memory is
/// bounded: a row has four slots, which it shares with others, and what is long is not kept.
/// </remarks>
public sealed class WrittenRows
{
    private const int Sets = 1 << 13;
    private const int SlotsOfSet = 4;
    private const int Longest = 2048;

    private readonly Written?[] _slots = new Written?[Sets * SlotsOfSet];

    /// <summary>The JSON of this version of a row; null when it is not known.</summary>
    public byte[]? Find(Guid id, RowVersion version)
    {
        foreach (ref var slot in SlotsFor(id))
        {
            if (Volatile.Read(ref slot) is { } known && known.Id == id)
            {
                return known.Version == version ? known.Json : null;
            }
        }

        return null;
    }

    /// <summary>Keeps it for whoever finds the same version.</summary>
    public void Keep(Guid id, RowVersion version, byte[] json)
    {
        if (json.Length > Longest)
        {
            return;
        }

        var slots = SlotsFor(id);
        // Any one goes when all are taken: which of them is asked for next is not known.
        ref var place = ref slots[Random.Shared.Next(SlotsOfSet)];
        foreach (ref var slot in slots)
        {
            if (Volatile.Read(ref slot) is not { } known || known.Id == id)
            {
                place = ref slot;
                break;
            }
        }

        Volatile.Write(ref place, new Written(id, version, json));
    }

    private Span<Written?> SlotsFor(Guid id) => _slots.AsSpan((id.GetHashCode() & (Sets - 1)) * SlotsOfSet, SlotsOfSet);

    private sealed record Written(Guid Id, RowVersion Version, byte[] Json);
}

/// <summary>What makes a row, with the one that is joined to it, another one.</summary>
/// <param name="Row">The transaction that wrote the row (<c>xmin</c>).</param>
/// <param name="Joined">The same of the row that is joined to it.</param>
/// <param name="ChangedAt">Tells two transactions apart that bear the same id, because a server took over from one that was lost.</param>
public readonly record struct RowVersion(uint Row, uint Joined, DateTime ChangedAt)
{
    /// <summary>What a statement selects to <see cref="Read"/> it.</summary>
    /// <param name="row">The alias of the table, which has a column <c>updated_at</c>.</param>
    /// <param name="joined">The alias of the table that is joined to it.</param>
    public static string Columns(string row, string joined) => $"{row}.xmin as row_version, {joined}.xmin as joined_version, {row}.updated_at as row_changed_at";

    /// <summary>Reads it from the current row, from the column <paramref name="at"/> on.</summary>
    public static RowVersion Read(NpgsqlDataReader row, int at) =>
        new(row.GetFieldValue<uint>(at), row.GetFieldValue<uint>(at + 1), row.GetDateTime(at + 2));
}
