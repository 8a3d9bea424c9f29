using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Platform.Security.Tokens;

/// <summary>
/// The SHA-256 of a whole token, signature included, as a key. Anything less (the <c>jti</c>, say) would let a token with a
/// forged signature find the entry of a genuine one.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TokenHash(ulong A, ulong B, ulong C, ulong D)
{
    private const int StackLimit = 1024;

    public static TokenHash Of(ReadOnlySpan<char> token)
    {
        var rented = token.Length > StackLimit ? ArrayPool<byte>.Shared.Rent(token.Length) : null;
        var ascii = rented is null ? stackalloc byte[StackLimit] : rented;
        TokenHash hash = default;
        // A character beyond ASCII becomes '?', which no valid token contains: it finds nothing.
        var length = Encoding.ASCII.GetBytes(token, ascii);
        SHA256.HashData(ascii[..length], MemoryMarshal.AsBytes(new Span<TokenHash>(ref hash)));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>The bits are as good as random already.</summary>
    public override int GetHashCode() => (int)A;
}
