using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Tasks.Definitions;

/// <summary>Below which project another stands, as projects last told; a project without a row has never stood below one.</summary>
internal sealed class ProjectParent
{
    private const string Store =
        """
        insert into project_parent as x (project_id, parent_id, version) values ($1, $2, $3)
        on conflict (project_id) do update set parent_id = excluded.parent_id, version = excluded.version where x.version < excluded.version
        """;

    public required Guid ProjectId { get; init; }

    public Guid? ParentId { get; set; }

    /// <summary>The version of the project that this shows.</summary>
    public required long Version { get; set; }

    public static async Task KeepAsync(TasksDbContext db, Guid projectId, Guid? parentId, long version, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Store, ct);
        command.Parameters.With(projectId).With(parentId, NpgsqlTypes.NpgsqlDbType.Uuid).With(version);
        await command.ExecuteNonQueryAsync(ct);
    }
}

internal sealed class ProjectParentConfiguration : IEntityTypeConfiguration<ProjectParent>
{
    public void Configure(EntityTypeBuilder<ProjectParent> project)
    {
        project.ToTable("project_parent");
        project.HasKey(p => p.ProjectId);
        project.Property(p => p.ProjectId).ValueGeneratedNever();
        project.HasIndex(p => p.ParentId).HasFilter("parent_id is not null");
    }
}
