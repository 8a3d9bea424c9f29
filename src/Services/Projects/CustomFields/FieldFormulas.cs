using Waymark.Querying.Formulas;

namespace Waymark.Projects.CustomFields;

/// <summary>The custom fields of one project, as its formulas and roll-ups name them. A computed field computes with plain ones alone, so there are no circles.</summary>
internal sealed class FieldFormulas(IReadOnlyList<CustomField> fields) : IFormulaFields
{
    IReadOnlyList<string> IFormulaFields.Names => [.. fields.Where(f => FormulaTypes.Of(f.Type) is not null).Select(f => f.Name)];

    /// <summary>How many of the fields are computed.</summary>
    public int ComputedCount => fields.Count(f => CustomFieldTypes.IsComputed(f.Type));

    public int Count => fields.Count;

    /// <summary>The fields as they are now; with a lock nobody deletes one of them before the end of the transaction.</summary>
    public static async Task<FieldFormulas> ReadAsync(ProjectsDbContext db, Guid projectId, CancellationToken ct, bool isLocking = false)
    {
        var fields = isLocking
            ? db.Set<CustomField>().FromSql($"select * from custom_field where project_id = {projectId} for key share")
            : db.Set<CustomField>().Where(f => f.ProjectId == projectId);
        return new FieldFormulas(await fields.AsNoTracking().ToListAsync(ct));
    }

    /// <summary>Tells computed fields of one project what the fields are called by which they compute.</summary>
    public static async Task FillInAsync(ProjectsDbContext db, IReadOnlyList<CustomField> answered, CancellationToken ct)
    {
        if (answered.Any(f => CustomFieldTypes.IsComputed(f.Type)))
        {
            var formulas = await ReadAsync(db, answered[0].ProjectId, ct);
            foreach (var field in answered)
            {
                formulas.FillIn(field);
            }
        }
    }

    /// <summary>Writes inputs into the fields of a new project; what is wrong with the first that is wrong.</summary>
    public static (CustomFieldInput Input, Problem Problem)? CopyAll(IReadOnlyList<(CustomFieldInput Input, CustomField Draft)> fields)
    {
        var plain = new FieldFormulas([.. fields.Select(f => f.Draft)]);
        foreach (var (input, draft) in fields.OrderBy(f => CustomFieldTypes.IsComputed(f.Input.Type!)))
        {
            if (input.CopyTo(draft, plain) is { } problem)
            {
                return (input, problem);
            }
        }

        return null;
    }

    /// <summary>Whether a name is another field's.</summary>
    public bool IsTaken(CustomField draft) => fields.Any(f => f.Folded == draft.Folded && f.Id != draft.Id);

    /// <summary>A computed field that computes with this one.</summary>
    public CustomField? UserOf(Guid fieldId) => fields.FirstOrDefault(f => PartsOf(f).Any(part => part.Id == fieldId));

    /// <summary>Tells a computed field what the fields are called by which it computes.</summary>
    public void FillIn(CustomField field)
    {
        var currencies = PartsOf(field).Where(f => f.Type == CustomFieldTypes.Money).Select(f => f.Currency).Distinct().ToList();
        field.Words = new ComputedWords(
            field.Formula is { } formula ? FormulaLanguage.Rename(formula, id => ById(id)?.Name ?? id) : null,
            field.RollUpFieldId is { } rolled ? fields.FirstOrDefault(f => f.Id == rolled)?.Name : null,
            field.ResultType == CustomFieldTypes.Money && currencies is [var only] ? only : null);
    }

    /// <summary>Writes a formula into a draft, or says what is wrong with it.</summary>
    public Problem? Apply(string formula, CustomField draft)
    {
        var reading = FormulaLanguage.Read(formula, this);
        if (reading.Fault is { } fault)
        {
            return Problems.Invalid("formula", fault.Detail, fault.Position);
        }

        var amounts = reading.Fields.Select(r => (Field: fields.First(f => f.Id == r.FieldId), r.Position)).Where(a => a.Field.Currency is not null).ToList();
        if (amounts.Find(a => a.Field.Currency != amounts[0].Field.Currency) is { Field: { } other } misfit)
        {
            return Problems.Invalid("formula", $"{other.Name} is kept in {other.Currency}, and {amounts[0].Field.Name} in {amounts[0].Field.Currency}.", misfit.Position);
        }

        draft.Formula = FormulaLanguage.Rename(formula, name => Named(name)!.Id.ToString());
        draft.ResultType = FormulaTypes.Wire(reading.Formula!.Type);
        FillIn(draft);
        return null;
    }

    /// <summary>Writes a roll-up into a draft, or says what is wrong with it.</summary>
    public Problem? Apply(CustomFieldRollUp rollUp, CustomField draft)
    {
        var field = rollUp.Field is null ? null : Named(rollUp.Field);
        var type = field is null ? FormulaType.Number : FormulaTypes.Of(field.Type);
        var fault = rollUp.Field is not null && field is null ? $"The project has no field {rollUp.Field}."
            : type is null or FormulaType.Checkbox ? $"A number, an amount of money, a rating or a date is expected; {field!.Name} is a {field.Type}."
            : type == FormulaType.Date && rollUp.Function is RollUpFunctions.Sum or RollUpFunctions.Average ? "Dates have a first and a last, but no sum."
            : null;
        if (fault is not null)
        {
            return Problems.Invalid("rollUp.field", fault);
        }

        (draft.RollUpFunction, draft.RollUpFieldId) = (rollUp.Function, field?.Id);
        draft.ResultType = FormulaTypes.Wire(rollUp.Function == RollUpFunctions.Count ? FormulaType.Number : type!.Value);
        FillIn(draft);
        return null;
    }

    FormulaField? IFormulaFields.Find(string text) => Named(text) is not { } field ? null
        : FormulaTypes.Of(field.Type) is { } type ? new FormulaField(field.Id, type)
        : new FormulaField(field.Id, null, CustomFieldTypes.IsComputed(field.Type)
            ? $"{field.Name} is computed itself; a formula computes with plain fields alone."
            : $"A formula cannot compute with {field.Name}, a field of the type {field.Type}.");

    private CustomField? Named(string name)
    {
        var folded = Label.Fold(name);
        return fields.FirstOrDefault(f => f.Folded == folded);
    }

    private CustomField? ById(string id) => Guid.TryParse(id, out var parsed) ? fields.FirstOrDefault(f => f.Id == parsed) : null;

    private IEnumerable<CustomField> PartsOf(CustomField computed) =>
        FormulaLanguage.NamesIn(computed.Formula ?? "").Select(ById).Append(fields.FirstOrDefault(f => f.Id == computed.RollUpFieldId)).OfType<CustomField>();
}
