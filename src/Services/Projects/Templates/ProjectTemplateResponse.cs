using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Templates;

/// <summary>A template for projects, as lists show it.</summary>
/// <param name="Id">The template.</param>
/// <param name="WorkspaceId">Its workspace.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
/// <param name="Version">Its version; every change makes a new one.</param>
public sealed record ProjectTemplateItem(Guid Id, Guid WorkspaceId, string Name, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version)
{
    internal static ProjectTemplateItem Of(ProjectTemplate t) => new(t.Id, t.WorkspaceId, t.Name, t.CreatedBy, t.CreatedAt, t.UpdatedAt, t.Version);
}

/// <summary>A template for projects, at one of its versions.</summary>
/// <param name="Id">The template.</param>
/// <param name="WorkspaceId">Its workspace.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Content">What a project gets from it.</param>
/// <param name="Variables">The variables that its texts name.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When this version was made.</param>
/// <param name="Version">The version.</param>
public sealed record ProjectTemplateResponse(
    Guid Id, Guid WorkspaceId, string Name, TemplateContent Content, IReadOnlyList<string> Variables, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version)
{
    internal static ProjectTemplateResponse Of(ProjectTemplate t, ProjectTemplateVersion v)
    {
        var content = v.Content;
        return new ProjectTemplateResponse(t.Id, t.WorkspaceId, v.Name, content, content.Variables(), t.CreatedBy, t.CreatedAt, v.SavedAt, v.Version);
    }
}

/// <summary>One use of a template.</summary>
/// <param name="Id">The use.</param>
/// <param name="TemplateId">The template.</param>
/// <param name="TemplateVersion">The version of it that was used.</param>
/// <param name="State"><c>running</c>, <c>delayed</c> (somebody has to look at it), <c>completed</c>, or <c>failed</c>, which leaves nothing.</param>
/// <param name="ProjectId">The project, once it is there.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="CompletedAt">When the project was there.</param>
public sealed record InstantiationResponse(
    Guid Id, Guid TemplateId, long TemplateVersion,
    [property: OneOf(InstantiationResponse.Running, InstantiationResponse.Delayed, InstantiationResponse.Completed, InstantiationResponse.Failed)] string State,
    Guid? ProjectId, string? Reason, DateTimeOffset RequestedAt, DateTimeOffset? CompletedAt)
{
    internal const string Running = "running";
    internal const string Delayed = "delayed";
    internal const string Completed = "completed";
    internal const string Failed = "failed";

    internal static string PathOf(Instantiation use) => $"/api/project-templates/{use.TemplateId}/instantiations/{use.Id}";

    internal static InstantiationResponse Of(Instantiation use, string state, string? reason) =>
        new(use.Id, use.TemplateId, use.TemplateVersion, state, use.CompletedAt is null ? null : use.ProjectId, reason, use.RequestedAt, use.CompletedAt);
}
