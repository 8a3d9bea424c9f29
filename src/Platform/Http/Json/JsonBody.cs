using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace Waymark.Platform.Http;

/// <summary>
/// The JSON body of an answer while it is written: in memory that is used again, so that its length is known before the first
/// byte is sent and a fault half-way still becomes a problem document. One that is never sent is left to the collector.
/// </summary>
public sealed class JsonBody : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = Http.Json.Encoder, SkipValidation = true };

    private readonly PooledBuffer _bytes;

    /// <param name="sizeHint">How many bytes are expected.</param>
    public JsonBody(int sizeHint)
    {
        _bytes = new PooledBuffer(sizeHint);
        Json = new Utf8JsonWriter(_bytes, Options);
    }

    /// <summary>What writes into it.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Everything written so far.</summary>
    internal ReadOnlyMemory<byte> Bytes
    {
        get
        {
            Json.Flush();
            return _bytes.Written;
        }
    }

    /// <summary>Writes a row's object, and nothing but it, into memory that is used again.</summary>
    /// <returns>A copy of its own.</returns>
    public byte[] WriteAlone(RowShape shape, NpgsqlDataReader row)
    {
        Json.Reset();
        _bytes.Clear();
        shape.Write(Json, row);
        return Bytes.ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Json.Dispose();
        _bytes.Dispose();
    }

    /// <summary>One array of the shared pool, exchanged for a larger one when it is full.</summary>
    private sealed class PooledBuffer(int size) : IBufferWriter<byte>, IDisposable
    {
        private byte[] _array = ArrayPool<byte>.Shared.Rent(size);
        private int _length;

        public ReadOnlyMemory<byte> Written => _array.AsMemory(0, _length);

        public void Advance(int count) => _length += count;

        public void Clear() => _length = 0;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_array.Length - _length < Math.Max(sizeHint, 1))
            {
                Grow(sizeHint);
            }

            return _array.AsMemory(_length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose()
        {
            ArrayPool<byte>.Shared.Return(_array);
            _array = [];
        }

        private void Grow(int sizeHint)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_array.Length * 2, _length + sizeHint));
            _array.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }
    }
}
