using System.Text.Json;
using Waymark.Projects.Templates;

namespace Waymark.Projects.Model.Templates;

/// <summary>A pattern for projects of a workspace. What a project gets stands in its versions: every change makes one, and none is changed.</summary>
internal sealed class ProjectTemplate : IVersioned
{
    public const int MaxNameLength = 200;

    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public string Name { get; set; } = "";

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public long Version { get; set; }

    public string PartitionKey => $"project_template:{Id}";

    public Guid? TenantId => WorkspaceId;

    /// <summary>As events tell of it, at its next version.</summary>
    public ProjectTemplateState NextState() => new(Id, WorkspaceId, Name, Version + 1);
}

/// <summary>What projects get from a template at one of its versions.</summary>
internal sealed class ProjectTemplateVersion
{
    public required Guid TemplateId { get; init; }

    public required long Version { get; init; }

    /// <summary>What the template was called.</summary>
    public required string Name { get; init; }

    /// <summary>The content as JSON.</summary>
    public required string ContentJson { get; init; }

    public required Guid SavedBy { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public TemplateContent Content => JsonSerializer.Deserialize(ContentJson, TemplateJson.Stored.TemplateContent)!;
}

/// <summary>One use of a template: which version became which project. How far it is says its saga, which has the same id.</summary>
internal sealed class Instantiation
{
    public required Guid Id { get; init; }

    public required Guid TemplateId { get; init; }

    public required long TemplateVersion { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the project was there; null before that, and for good when it could not be made.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
}
