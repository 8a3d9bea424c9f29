using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Data;

internal sealed class ProjectTemplateConfiguration : IEntityTypeConfiguration<ProjectTemplate>
{
    public void Configure(EntityTypeBuilder<ProjectTemplate> template)
    {
        template.ToTable("project_template");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Version).IsConcurrencyToken();
        template.Ignore(t => t.PartitionKey).Ignore(t => t.TenantId);
        template.HasIndex(t => new { t.WorkspaceId, t.Id });
    }
}

internal sealed class ProjectTemplateVersionConfiguration : IEntityTypeConfiguration<ProjectTemplateVersion>
{
    public void Configure(EntityTypeBuilder<ProjectTemplateVersion> version)
    {
        version.ToTable("project_template_version");
        version.HasKey(v => new { v.TemplateId, v.Version });
        version.Property(v => v.ContentJson).HasColumnName("content");
        version.Ignore(v => v.Content);
        version.HasOne<ProjectTemplate>().WithMany().HasForeignKey(v => v.TemplateId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InstantiationConfiguration : IEntityTypeConfiguration<Instantiation>
{
    public void Configure(EntityTypeBuilder<Instantiation> use)
    {
        // It outlives its template: the project remembers where it comes from.
        use.ToTable("project_instantiation");
        use.Property(u => u.Id).ValueGeneratedNever();
        use.HasIndex(u => u.WorkspaceId);
    }
}
