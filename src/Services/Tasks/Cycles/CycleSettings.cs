using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Platform.EventSourcing;

namespace Waymark.Tasks.Cycles;

/// <summary>How cycles work in a project; in one that never said so a task stands in one open cycle at a time.</summary>
internal sealed record CycleSettings : IVersioned
{
    private const string InsertSql = "insert into cycle_settings (allows_several, version, project_id, workspace_id) values ($1, $2, $3, $4)";

    private static readonly string UpdateSql =
        DirectWrites.Guarded("update cycle_settings set allows_several = $1, version = $2 where project_id = $3 and version = $2 - 1");

    public static readonly StreamFields<CycleSettings> Fields = new(
    [
        new StreamField<CycleSettings, bool>(
            "allowsSeveral", s => s.AllowsSeveral, (s, v) => s.AllowsSeveral = v, (json, v) => json.WriteBooleanValue(v), v => v.GetBoolean()),
    ]);

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>Whether a task may stand in several open cycles; otherwise joining one is leaving the others.</summary>
    public bool AllowsSeveral { get; set; }

    public long Version { get; set; }

    public string PartitionKey => $"cycle_settings:{ProjectId}";

    public Guid? TenantId => WorkspaceId;

    public CycleSettingsState State() => new(ProjectId, AllowsSeveral);

    /// <summary>The statement that writes the row at its new version.</summary>
    public NpgsqlBatchCommand Write()
    {
        var write = new NpgsqlBatchCommand(Version == 1 ? InsertSql : UpdateSql);
        write.Parameters.With(AllowsSeveral).With(Version).With(ProjectId);
        if (Version == 1)
        {
            write.Parameters.With(WorkspaceId);
        }

        return write;
    }
}

internal sealed class CycleSettingsConfiguration : IEntityTypeConfiguration<CycleSettings>
{
    public void Configure(EntityTypeBuilder<CycleSettings> settings)
    {
        settings.ToTable("cycle_settings");
        settings.HasKey(s => s.ProjectId);
        settings.Property(s => s.ProjectId).ValueGeneratedNever();
        settings.Property(s => s.Version).IsConcurrencyToken();
        settings.Ignore(s => s.PartitionKey).Ignore(s => s.TenantId);
    }
}
