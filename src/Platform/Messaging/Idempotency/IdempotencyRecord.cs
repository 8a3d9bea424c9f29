using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Platform.Messaging.Idempotency;

/// <summary>
/// The finished answer of an HTTP command, kept for 24 hours. Added to the command's own context it commits with the
/// command's rows or not at all, and a concurrent repeat fails on its key.
/// </summary>
public sealed class IdempotencyRecord
{
    /// <summary>The longest key.</summary>
    public const int MaxKeyLength = 255;

    /// <summary>Who sent it; the empty text for anonymous callers.</summary>
    public required string Principal { get; init; }

    /// <summary>Method and route template, <c>POST /api/tasks</c>.</summary>
    public required string Route { get; init; }

    /// <summary>The header's value.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 over method, route and body; another one under the same key is an error.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The answer's status code.</summary>
    public required short HttpStatus { get; init; }

    /// <summary>The answer's headers worth repeating, as a JSON object.</summary>
    public string? Headers { get; init; }

    /// <summary>The answer's body.</summary>
    public byte[]? Body { get; init; }
}

/// <summary>Maps the record; the table belongs to the messaging schema, and its times are the database's.</summary>
internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency", "msg", table => table.ExcludeFromMigrations());
        builder.HasKey(r => new { r.Principal, r.Route, r.Key });
        builder.Property(r => r.Principal).HasColumnName("principal");
        builder.Property(r => r.Route).HasColumnName("route");
        builder.Property(r => r.Key).HasColumnName("key");
        builder.Property(r => r.Fingerprint).HasColumnName("fingerprint");
        builder.Property(r => r.HttpStatus).HasColumnName("http_status");
        builder.Property(r => r.Headers).HasColumnName("headers").HasColumnType("jsonb");
        builder.Property(r => r.Body).HasColumnName("body");
    }
}
