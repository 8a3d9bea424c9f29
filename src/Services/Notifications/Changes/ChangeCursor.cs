using System.Buffers.Binary;
using System.Buffers.Text;

namespace Waymark.Notifications.Changes;

/// <summary>
/// A place in the changes: the number of the last one seen, and when it was handed out. Changes are kept for seven days, so a
/// cursor younger than that has missed none. Opaque to callers: base64url of both.
/// </summary>
internal readonly record struct ChangeCursor(long Seq, DateTimeOffset IssuedAt)
{
    private const int Length = 16;

    public bool IsExpired(DateTimeOffset now) => now - IssuedAt > ChangeLog.Kept;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Seq);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], IssuedAt.ToUnixTimeSeconds());
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse(string text, out ChangeCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length > 2 * Length || !Base64Url.IsValid(text, out var length) || length != Length || !Base64Url.TryDecodeFromChars(text, bytes, out _))
        {
            return false;
        }

        var (seq, seconds) = (BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
        if (seq < 0 || seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return false;
        }

        cursor = new ChangeCursor(seq, DateTimeOffset.FromUnixTimeSeconds(seconds));
        return true;
    }
}
