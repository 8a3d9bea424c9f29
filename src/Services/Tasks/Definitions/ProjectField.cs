using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Definitions;

/// <summary>A custom field as projects last told. The row of one that is gone stays, so that no late news brings it back.</summary>
internal sealed class ProjectField
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required string Name { get; set; }

    /// <summary>The name in lower case: what makes two fields the same.</summary>
    public required string Folded { get; set; }

    public required string Type { get; set; }

    public required string[] Options { get; set; }

    /// <summary>The keys of the types whose tasks have it; all tasks have it where there are none.</summary>
    public required string[] TaskTypes { get; set; }

    /// <summary>When such a task needs a value.</summary>
    public required string Required { get; set; }

    /// <summary>The expression of a formula; it names fields by their ids.</summary>
    public string? Formula { get; set; }

    public string? RollUpFunction { get; set; }

    /// <summary>Whose values a roll-up takes; null for estimates.</summary>
    public Guid? RollUpFieldId { get; set; }

    /// <summary>What the values of a computed field are; null where people set them.</summary>
    public string? ResultType { get; set; }

    public bool IsGone { get; set; }
}

internal sealed class ProjectFieldConfiguration : IEntityTypeConfiguration<ProjectField>
{
    public void Configure(EntityTypeBuilder<ProjectField> field)
    {
        field.ToTable("project_field");
        field.HasKey(f => f.Id);
        field.Property(f => f.Id).ValueGeneratedNever();
        field.Property(f => f.TaskTypes).HasDefaultValueSql("'{}'");
        field.Property(f => f.Required).HasDefaultValue(CustomFieldRequirements.Never);
        field.HasIndex(f => f.ProjectId);
    }
}
