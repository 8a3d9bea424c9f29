using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Data;

/// <summary>What the tables of all parts of a project have in common.</summary>
internal static class ProjectPartConfiguration
{
    /// <summary>The table of one kind of part; lists walk its index by project and id.</summary>
    public static void BePartOfAProject<T>(this EntityTypeBuilder<T> part, string table)
        where T : class, IProjectPart
    {
        part.ToTable(table);
        part.HasKey(p => p.Id);
        part.Property(p => p.Id).ValueGeneratedNever();
        part.Property(p => p.Version).IsConcurrencyToken();
        part.Ignore(p => p.PartitionKey).Ignore(p => p.TenantId);
        part.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Cascade);
        part.HasIndex(p => new { p.ProjectId, p.Id });
    }
}
