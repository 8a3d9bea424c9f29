using Waymark.Projects.Parts;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Projects.Model.CustomField>;

namespace Waymark.Projects.Model;

/// <summary>A field that the tasks of one project have besides those that all tasks have; its type never changes.</summary>
internal sealed class CustomField : IProjectPart
{
    public const int MaxNameLength = 60;
    public const int MaxOptions = 100;
    public const int MaxOptionLength = 100;
    public const int MaxInProject = 100;

    public static readonly StreamFields<CustomField> Fields = new(
    [
        Text("name", f => f.Name, (f, v) => f.Name = v),
        Text("type", f => f.Type, (f, v) => f.Type = v),
        Text("description", f => f.Description, (f, v) => f.Description = v, isLong: true),
        Texts("options", f => f.Options, (f, v) => f.Options = v),
        OptionalText("currency", f => f.Currency, (f, v) => f.Currency = v),
        Texts("taskTypes", f => f.TaskTypes, (f, v) => f.TaskTypes = v),
        Text("required", f => f.Required, (f, v) => f.Required = v),
    ]);

    private string _name = "";

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public string Name
    {
        get => _name;
        set => (_name, Folded) = (value, Label.Fold(value));
    }

    /// <summary>The name in lower case: what makes two fields the same.</summary>
    public string Folded { get; set; } = "";

    public string Type { get; set; } = "";

    public string Description { get; set; } = "";

    public string[] Options { get; set; } = [];

    /// <summary>The currency of a field of money, an ISO 4217 code.</summary>
    public string? Currency { get; set; }

    /// <summary>The keys of the types whose tasks have it; all tasks have it where there are none.</summary>
    public string[] TaskTypes { get; set; } = [];

    /// <summary>When such a task needs a value.</summary>
    public string Required { get; set; } = CustomFieldRequirements.Never;

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"custom_field:{Id}";

    public Guid? TenantId => WorkspaceId;

    public CustomField Draft() => (CustomField)MemberwiseClone();

    public CustomFieldState State() => new(Id, ProjectId, Name, Type, Options, TaskTypes, Required);
}
