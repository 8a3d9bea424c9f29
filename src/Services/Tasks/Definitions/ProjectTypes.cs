using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Definitions;

/// <summary>The keys of the types that a project has defined for its tasks; a project without a row has the usual ones.</summary>
internal sealed class ProjectTypes
{
    /// <summary>The keys of project <c>p</c>'s types, or null for the usual ones.</summary>
    public const string OfProject = "(select y.keys from project_type y where y.project_id = p.id)";

    /// <summary>The keys of the usual types.</summary>
    public static readonly string[] Usual = [.. TaskTypes.Default.Select(t => t.Key)];

    private const string Store =
        """
        insert into project_type as y (project_id, keys, version) values ($1, $2, $3)
        on conflict (project_id) do update set keys = excluded.keys, version = excluded.version where y.version < excluded.version
        """;

    public required Guid ProjectId { get; init; }

    public required string[] Keys { get; set; }

    /// <summary>The version of the project that this shows.</summary>
    public required long Version { get; set; }

    public static async Task KeepAsync(TasksDbContext db, Guid projectId, string[] keys, long version, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Store, ct);
        command.Parameters.With(projectId).With(keys).With(version);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The keys that a project's tasks may have.</summary>
    public static async Task<string[]> ReadAsync(TasksDbContext db, Guid projectId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync("select keys from project_type where project_id = $1", ct);
        command.Parameters.With(projectId);
        return await command.ExecuteScalarAsync(ct) as string[] ?? Usual;
    }
}

internal sealed class ProjectTypesConfiguration : IEntityTypeConfiguration<ProjectTypes>
{
    public void Configure(EntityTypeBuilder<ProjectTypes> types)
    {
        types.ToTable("project_type");
        types.HasKey(t => t.ProjectId);
        types.Property(t => t.ProjectId).ValueGeneratedNever();
    }
}
