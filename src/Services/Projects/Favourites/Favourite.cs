using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Projects.Favourites;

/// <summary>A project that somebody has put first, for themselves alone. It stays one while they do not see the project, and is shown again when they do.</summary>
internal sealed class Favourite
{
    public const int MaxOfPerson = 100;

    public required Guid UserId { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>The order among the person's favourites; of two in the same place the older project stands first.</summary>
    public int Place { get; set; }

    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class FavouriteConfiguration : IEntityTypeConfiguration<Favourite>
{
    public void Configure(EntityTypeBuilder<Favourite> favourite)
    {
        favourite.ToTable("favourite");
        favourite.HasKey(f => new { f.UserId, f.ProjectId });
        favourite.HasIndex(f => f.ProjectId);
        favourite.HasOne<Project>().WithMany().HasForeignKey(f => f.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}
