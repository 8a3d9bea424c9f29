using System.Text;
using System.Text.Json;
using Waymark.Projects.Access;
using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Templates;

/// <summary>Checks contents against the workspace, and writes versions.</summary>
internal sealed class TemplateWriting(ProjectsDbContext db, ProjectDoor door)
{
    private const int MaxBytes = 512 * 1024;

    public static readonly ProblemKind TemplateTooLarge = ProblemKind.Unprocessable("template_too_large", "A template holds at most 500 tasks and 512 KiB of JSON.");

    /// <summary>The service's context.</summary>
    public ProjectsDbContext Db => db;

    /// <summary>Why the workspace cannot have this content; null when it can.</summary>
    public async Task<Problem?> CheckAsync(TemplateContent content, Guid workspaceId, Guid callerId, CancellationToken ct)
    {
        if (TemplateFaults.Of(content) is { } fault)
        {
            return fault;
        }

        Guid[] people = [.. (content.Members ?? []).Select(m => m.UserId!.Value)];
        return people.Length > 0 && (await door.PresentAsync(workspaceId, callerId, people, ct)).Count < people.Length ? Problems.NotFound("person")
            : Encoding.UTF8.GetByteCount(Write(content)) > MaxBytes ? TemplateTooLarge.Because()
            : null;
    }

    /// <summary>Makes a template with its first version.</summary>
    public (ProjectTemplate Template, ProjectTemplateVersion Version) Add(Guid workspaceId, string name, TemplateContent content, Guid callerId)
    {
        var now = db.Scope.Now;
        var template = new ProjectTemplate { Id = Guid.CreateVersion7(now), WorkspaceId = workspaceId, CreatedBy = callerId, CreatedAt = now };
        db.Templates.Add(template);
        return (template, Put(template, name, content, callerId));
    }

    /// <summary>Gives a template its next version, unless it stays what it is.</summary>
    public ProjectTemplateVersion Change(ProjectTemplate template, ProjectTemplateVersion current, string name, TemplateContent content, Guid callerId) =>
        current.Name == name.Trim() && current.ContentJson == Write(content) ? current : Put(template, name, content, callerId);

    private static string Write(TemplateContent content) => JsonSerializer.Serialize(content, TemplateJson.Stored.TemplateContent);

    private ProjectTemplateVersion Put(ProjectTemplate template, string name, TemplateContent content, Guid callerId)
    {
        (template.Name, template.UpdatedAt) = (name.Trim(), db.Scope.Now);
        db.Publish(template, template.Version == 0 ? new ProjectTemplateCreated(template.NextState()) : new ProjectTemplateUpdated(template.NextState()));
        var version = new ProjectTemplateVersion
        {
            TemplateId = template.Id,
            Version = template.Version,
            Name = template.Name,
            ContentJson = Write(content),
            SavedBy = callerId,
            SavedAt = template.UpdatedAt,
        };
        db.TemplateVersions.Add(version);
        return version;
    }
}
