using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Waymark.ActivityLog.Model;

/// <summary>A block of the chain: entries in their order for good, bound to all blocks before it.</summary>
internal sealed class Seal
{
    public const int HashLength = 32;

    /// <summary>1 for the first block; without gaps.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid[] EntryIds { get; init; }

    /// <summary>The hash of each entry, in the same order.</summary>
    public required byte[][] EntryHashes { get; init; }

    /// <summary>The hash of the block before; zeros for the first.</summary>
    public required byte[] PrevHash { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>The block behind <paramref name="previous"/>.</summary>
    public static Seal Behind(Seal? previous, DateTimeOffset at, Guid[] entryIds, byte[][] entryHashes)
    {
        var (seq, prevHash) = ((previous?.Seq ?? 0) + 1, previous?.Hash ?? new byte[HashLength]);
        return new Seal
        {
            Seq = seq,
            At = at,
            EntryIds = entryIds,
            EntryHashes = entryHashes,
            PrevHash = prevHash,
            Hash = HashOf(seq, at, entryIds, entryHashes, prevHash),
        };
    }

    /// <summary>Whether the block says the truth about itself.</summary>
    public bool IsWhole() =>
        EntryIds.Length == EntryHashes.Length && HashOf(Seq, At, EntryIds, EntryHashes, PrevHash).AsSpan().SequenceEqual(Hash);

    private static byte[] HashOf(long seq, DateTimeOffset at, Guid[] entryIds, byte[][] entryHashes, byte[] prevHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("waymark/activity-seal/1"u8);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seq);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], at.UtcTicks / TimeSpan.TicksPerMicrosecond);
        hash.AppendData(bytes);
        hash.AppendData(prevHash);
        for (var i = 0; i < entryIds.Length; i++)
        {
            entryIds[i].TryWriteBytes(bytes, bigEndian: true, out _);
            hash.AppendData(bytes);
            hash.AppendData(entryHashes[i]);
        }

        return hash.GetHashAndReset();
    }
}
