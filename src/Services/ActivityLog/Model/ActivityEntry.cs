using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.ActivityLog.Model;

/// <summary>One event as it is recorded for good. Its id is the event's id, so an event is recorded once.</summary>
internal sealed class ActivityEntry
{
    public required Guid Id { get; init; }

    /// <summary>The event's name, <c>task.created</c>.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    public Guid? WorkspaceId { get; init; }

    public Guid? ProjectId { get; init; }

    public Guid? TaskId { get; init; }

    public Guid? ChangeId { get; init; }

    public required string PartitionKey { get; init; }

    public required long KeyVersion { get; init; }

    /// <summary>The event's data, encrypted under the actor's key (<see cref="Recording.PersonKeys"/>).</summary>
    public required byte[] Payload { get; init; }

    /// <summary>SHA-256 of <see cref="Payload"/>.</summary>
    public required byte[] PayloadHash { get; init; }

    /// <summary>
    /// SHA-256 over everything but the payload, which stands in it by its hash: each text with its length before it, absent ids
    /// as a single zero byte, numbers big-endian.
    /// </summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "waymark/activity-entry/1");
        Append(hash, Id);
        Append(hash, Type);
        Append(hash, At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Append(hash, ActorId);
        Append(hash, WorkspaceId);
        Append(hash, ProjectId);
        Append(hash, TaskId);
        Append(hash, ChangeId);
        Append(hash, PartitionKey);
        Append(hash, KeyVersion);
        hash.AppendData(PayloadHash);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, Guid? id)
    {
        Span<byte> bytes = stackalloc byte[17];
        bytes.Clear();
        if (id is { } value)
        {
            bytes[0] = 1;
            value.TryWriteBytes(bytes[1..], bigEndian: true, out _);
        }

        hash.AppendData(id is null ? bytes[..1] : bytes);
    }
}
