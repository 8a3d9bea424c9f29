using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Projects.Goals;

namespace Waymark.Projects.Data;

internal sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.ToTable("goal");
        goal.Property(g => g.Id).ValueGeneratedNever();
        goal.Property(g => g.Version).IsConcurrencyToken();
        goal.Ignore(g => g.PartitionKey).Ignore(g => g.TenantId);
        // A deletion moves the goals below it itself, because each of them then has another version.
        goal.HasOne<Goal>().WithMany().HasForeignKey(g => g.ParentId).OnDelete(DeleteBehavior.ClientNoAction);
        goal.HasIndex(g => g.ParentId).HasFilter("parent_id is not null");
        goal.HasIndex(g => new { g.WorkspaceId, g.Id });
    }
}
