using Waymark.Projects.Parts;
using Waymark.Projects.Types;
using Waymark.Querying.Formulas;

namespace Waymark.Projects.CustomFields;

/// <summary>A custom field as callers see it.</summary>
/// <param name="Formula">The expression of a formula.</param>
/// <param name="RollUp">What a roll-up makes of the tasks below.</param>
/// <param name="ResultType">What the values of a computed field are: number, money, date or checkbox; null where people set them.</param>
public sealed record CustomFieldResponse(
    Guid Id,
    Guid ProjectId,
    string Name,
    [property: OneOf(typeof(CustomFieldTypes))] string Type,
    string Description,
    IReadOnlyList<string> Options,
    string? Currency,
    string? Formula,
    CustomFieldRollUp? RollUp,
    [property: OneOf("number", "money", "date", "checkbox")] string? ResultType,
    IReadOnlyList<string> TaskTypes,
    [property: OneOf(typeof(CustomFieldRequirements))] string Required,
    DateTimeOffset CreatedAt,
    long Version)
{
    internal static readonly PartKind<CustomField, CustomFieldResponse> Kind = new(
        "custom field", "custom-fields", CustomField.Fields, Of,
        (f, changes) => new CustomFieldCreated(f.State(), changes),
        (f, changes) => new CustomFieldUpdated(f.State(), changes),
        (f, changes) => new CustomFieldDeleted(f.State(), changes),
        IsGuarded: true,
        FillIn: FieldFormulas.FillInAsync);

    private static CustomFieldResponse Of(CustomField f) => new(
        f.Id, f.ProjectId, f.Name, f.Type, f.Description, f.Options, f.Currency ?? f.Words.Currency, f.Words.Formula, CustomFieldRollUp.Of(f), f.ResultType,
        f.TaskTypes, f.Required, f.CreatedAt, f.Version);
}

/// <summary>What a roll-up makes of all tasks below one, whatever their level; cancelled and deleted ones count for nothing.</summary>
public sealed record CustomFieldRollUp
{
    /// <summary>One of sum, min, max, average, count.</summary>
    [Required, OneOf(typeof(RollUpFunctions))]
    public string? Function { get; init; }

    /// <summary>The name of the number, amount of money, rating or date whose values it takes; null for the estimates in minutes, and for counting tasks.</summary>
    [StringLength(CustomField.MaxNameLength)]
    public string? Field { get; init; }

    internal static CustomFieldRollUp? Of(CustomField f) => f.RollUpFunction is { } function ? new() { Function = function, Field = f.Words.RollUpField } : null;
}

/// <summary>The writable members of a custom field; the type can be chosen once.</summary>
public sealed record CustomFieldInput
{
    internal static readonly ProblemKind TypeFixed = ProblemKind.Unprocessable("type_fixed", "A field keeps its type; make another field.");

    [Required, TrimmedLength(CustomField.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>One of text, number, money, date, choice, choices, person, checkbox, link, rating, formula, rollup.</summary>
    [Required, OneOf(typeof(CustomFieldTypes))]
    public string? Type { get; init; }

    [StringLength(2_000)]
    public string? Description { get; init; }

    /// <summary>What can be chosen, in the order in which it is offered; for choice and choices only.</summary>
    [MaxLength(CustomField.MaxOptions)]
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>For money only: an ISO 4217 code such as EUR.</summary>
    [RegularExpression("^[A-Z]{3}$", ErrorMessage = "A currency code of three capital letters such as EUR is expected.")]
    public string? Currency { get; init; }

    /// <summary>For formula only: an expression such as <c>field("Cost") * estimate / 60</c>.</summary>
    [StringLength(FormulaLanguage.MaxLength)]
    public string? Formula { get; init; }

    /// <summary>For rollup only: what it makes of the tasks below.</summary>
    public CustomFieldRollUp? RollUp { get; init; }

    /// <summary>The keys of the types whose tasks have the field; all tasks have it when left out.</summary>
    [MaxLength(TypesOfTasks.Max)]
    public IReadOnlyList<string>? TaskTypes { get; init; }

    /// <summary>
    /// Whether a task needs a value at its creation (and at its completion as well), or at its completion; never when left out, and never
    /// of a formula or a roll-up.
    /// </summary>
    [OneOf(typeof(CustomFieldRequirements))]
    public string? Required { get; init; }

    /// <summary>The input that would make a field what it is; a computed one knows its parts by name.</summary>
    internal static CustomFieldInput Of(CustomField f) => new()
    {
        Name = f.Name,
        Type = f.Type,
        Description = f.Description,
        Options = f.Options,
        Currency = f.Currency,
        Formula = f.Words.Formula,
        RollUp = CustomFieldRollUp.Of(f),
        TaskTypes = f.TaskTypes,
        Required = f.Required,
    };

    /// <summary>Writes the members into a draft, or says what does not fit together.</summary>
    internal Problem? CopyTo(CustomField draft, FieldFormulas formulas)
    {
        var options = (Options ?? []).Select(o => o?.Trim() ?? "").ToArray();
        var (field, fault) = Fault(options);
        if (field is not null)
        {
            return Problems.Invalid(field, fault);
        }

        if (draft.Type.Length > 0 && Type != draft.Type)
        {
            return TypeFixed.Because($"The field holds values of the type {draft.Type}; make another field for {Type}.");
        }

        draft.Name = Name!.Trim();
        draft.Type = Type!;
        draft.Description = Description ?? "";
        draft.Options = options;
        draft.Currency = Type == CustomFieldTypes.Money ? Currency : null;
        draft.TaskTypes = [.. (TaskTypes ?? []).Distinct(StringComparer.Ordinal)];
        draft.Required = Required ?? CustomFieldRequirements.Never;
        return Formula is not null ? formulas.Apply(Formula, draft)
            : RollUp is null ? null
            : formulas.Apply(RollUp, draft);
    }

    /// <summary>The problem of a field for types that the project does not have.</summary>
    internal static Problem? UnknownTypes(CustomField draft, string? typesJson)
    {
        var known = TypesOfTasks.Parse(typesJson).Select(t => t.Key).ToList();
        return draft.TaskTypes.All(known.Contains) ? null : Problems.Invalid("taskTypes", $"Any of {string.Join(", ", known)} is expected.");
    }

    private (string? Field, string Fault) Fault(string[] options)
    {
        // A computed field has the currency of its parts, and who sends it back changes nothing.
        if (Currency is not null && Type != CustomFieldTypes.Money && !CustomFieldTypes.IsComputed(Type!))
        {
            return ("currency", "Only a field of money has a currency.");
        }

        if (Formula is null == (Type == CustomFieldTypes.Formula))
        {
            return ("formula", Formula is null ? "A formula is expected, such as estimate / 60." : "Only a field of the type formula has one.");
        }

        if (RollUp is null == (Type == CustomFieldTypes.RollUp))
        {
            return ("rollUp", RollUp is null ? "A function is expected, and the field whose values it takes." : "Only a field of the type rollup has one.");
        }

        if (TaskTypes?.Any(string.IsNullOrWhiteSpace) == true)
        {
            return ("taskTypes", "The keys of types of tasks are expected.");
        }

        if (CustomFieldTypes.IsComputed(Type!) && Required is not (null or CustomFieldRequirements.Never))
        {
            return ("required", "Nobody sets a field that is computed, so it cannot be asked for.");
        }

        return (CustomFieldTypes.HasOptions(Type!), options.Length) switch
        {
            (true, 0) => ("options", "A field to choose from needs at least one option."),
            (false, > 0) => ("options", "Only a field to choose from has options."),
            _ when options.Any(o => o.Length is 0 or > CustomField.MaxOptionLength) => ("options", $"An option has between 1 and {CustomField.MaxOptionLength} characters."),
            _ when options.Distinct(StringComparer.OrdinalIgnoreCase).Count() != options.Length => ("options", "Two options are the same."),
            _ => (null, ""),
        };
    }
}
