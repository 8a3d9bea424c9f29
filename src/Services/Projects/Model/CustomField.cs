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

    /// <summary>Each costs something wherever tasks are read with their fields.</summary>
    public const int MaxComputedInProject = 25;

    public static readonly StreamFields<CustomField> Fields = new(
    [
        Text("name", f => f.Name, (f, v) => f.Name = v),
        Text("type", f => f.Type, (f, v) => f.Type = v),
        Text("description", f => f.Description, (f, v) => f.Description = v, isLong: true),
        Texts("options", f => f.Options, (f, v) => f.Options = v),
        OptionalText("currency", f => f.Currency, (f, v) => f.Currency = v),
        OptionalText("formula", f => f.Formula, (f, v) => f.Formula = v),
        OptionalText("rollUpFunction", f => f.RollUpFunction, (f, v) => f.RollUpFunction = v),
        Id("rollUpFieldId", f => f.RollUpFieldId, (f, v) => f.RollUpFieldId = v),
        OptionalText("resultType", f => f.ResultType, (f, v) => f.ResultType = v),
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

    /// <summary>The expression of a formula; the fields that it names stand there by their ids, so that a new name of one costs nothing.</summary>
    public string? Formula { get; set; }

    /// <summary>What a roll-up makes of the values below.</summary>
    public string? RollUpFunction { get; set; }

    /// <summary>Whose values a roll-up takes; null for estimates.</summary>
    public Guid? RollUpFieldId { get; set; }

    /// <summary>What the values of a computed field are.</summary>
    public string? ResultType { get; set; }

    /// <summary>What a computed field is by the present names of others; no part of the row.</summary>
    public ComputedWords Words { get; set; } = ComputedWords.None;

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"custom_field:{Id}";

    public Guid? TenantId => WorkspaceId;

    public CustomField Draft() => (CustomField)MemberwiseClone();

    public CustomFieldState State() => new(
        Id, ProjectId, Name, Type, Options, Formula, RollUpFunction is { } function ? new FieldRollUp(function, RollUpFieldId) : null, ResultType, TaskTypes, Required);
}

/// <summary>The parts of a computed field by their names.</summary>
/// <param name="Formula">The expression, with the names of the fields.</param>
/// <param name="RollUpField">The name of the field that is rolled up.</param>
/// <param name="Currency">The currency in which the fields are kept that it computes with.</param>
internal sealed record ComputedWords(string? Formula, string? RollUpField, string? Currency)
{
    public static readonly ComputedWords None = new(null, null, null);
}
