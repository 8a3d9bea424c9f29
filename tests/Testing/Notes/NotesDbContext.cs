using Microsoft.EntityFrameworkCore;
using Waymark.Platform.Data;

namespace Waymark.Testing.Notes;

/// <summary>The smallest service database: one aggregate, a part in a column of its own and one in JSON.</summary>
public sealed class NotesDbContext(DbContextOptions<NotesDbContext> options, WriteScope scope) : ServiceDbContext(options, scope)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Note>(note =>
        {
            note.Property(n => n.Version).IsConcurrencyToken();
            note.Ignore(n => n.PartitionKey);
            note.Ignore(n => n.TenantId);
            note.ComplexProperty(n => n.PlaceOnWall);
            note.ComplexProperty(n => n.MoreDetails, d => d.ToJson());
            note.HasIndex(n => n.BodyText);
            note.HasOne<Note>().WithMany().HasForeignKey(n => n.ParentNoteId);
        });
    }
}

public sealed class Note : IVersioned
{
    public required Guid Id { get; init; }

    public required string BodyText { get; set; }

    public Guid? ParentNoteId { get; init; }

    public string[] Labels { get; set; } = [];

    public DateTimeOffset? DueAt { get; set; }

    public Place PlaceOnWall { get; set; } = new();

    public Details MoreDetails { get; set; } = new();

    public long Version { get; set; }

    public string PartitionKey => "note:" + Id;

    public Guid? TenantId => null;
}

public sealed record Place
{
    public int Row { get; init; }

    public int ColumnNumber { get; init; }
}

public sealed record Details
{
    public string? Source { get; init; }
}
