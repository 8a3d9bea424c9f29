using System.Collections;
using System.Runtime.CompilerServices;

namespace Waymark.Querying;

/// <summary>A list that equals another one with equal entries, so that records which hold it compare by value.</summary>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Of))]
public sealed class Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly T[] _entries;

    internal Sequence(T[] entries) => _entries = entries;

    /// <inheritdoc />
    public int Count => _entries.Length;

    /// <inheritdoc />
    public T this[int index] => _entries[index];

    /// <inheritdoc />
    public bool Equals(Sequence<T>? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var entry in _entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_entries).GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => $"[{string.Join(", ", _entries)}]";

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();
}

/// <summary>Makes sequences; collection expressions use it.</summary>
public static class Sequence
{
    /// <summary>A sequence of these entries.</summary>
    public static Sequence<T> Of<T>(ReadOnlySpan<T> entries) => new(entries.ToArray());
}
