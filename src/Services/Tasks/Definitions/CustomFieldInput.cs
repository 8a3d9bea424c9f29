using System.Text.Json;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Model.Custom;

namespace Waymark.Tasks.Definitions;

/// <summary>What somebody sets a task's custom fields to, by their names.</summary>
internal static class CustomFieldInput
{
    public static readonly ProblemKind FieldNotOfType =
        ProblemKind.Unprocessable("field_not_of_type", "Tasks of this type do not have the custom field; fields names those that were set.");

    /// <summary>
    /// Writes the values into the draft, whose type is set, or says what is wrong with each; gives the people whom they newly name. A value that stays as
    /// it is may be one that the field would not take any more. Without a type before, the draft stands for tasks of any type.
    /// </summary>
    public static async Task<(IEnumerable<Guid> People, Problem? Problem)> ReadAsync(
        TasksDbContext db, IProjectDefinitions definitions, Guid callerId, TaskItem draft, IReadOnlyDictionary<string, JsonElement>? given, string? typeBefore, CancellationToken ct)
    {
        var values = given ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (values.Count == 0 && draft.CustomJson is null)
        {
            return ([], null);
        }

        if (values.Keys.Any(name => Find(draft.Fields, name) is null))
        {
            draft.Fields = await FieldsAsync(db, definitions, callerId, draft.ProjectId, values.Keys, ct);
        }

        return Apply(draft, values, typeBefore);
    }

    private static (IEnumerable<Guid> People, Problem? Problem) Apply(TaskItem draft, IReadOnlyDictionary<string, JsonElement> values, string? typeBefore)
    {
        var (before, errors, people, strange) = (draft.Custom, new Dictionary<string, string[]>(StringComparer.Ordinal), new List<Guid>(), new List<string>());
        // What is not named goes; what belongs to a field that is gone, or that tasks of the type before or of this one do not have, stays.
        var after = draft.Fields.Where(f => f.IsOf(draft.Type) && f.IsOf(typeBefore ?? draft.Type)).Aggregate(before, (rest, field) => rest.With(field.Id, null));
        foreach (var (name, given) in values)
        {
            if (Find(draft.Fields, name) is not { } field)
            {
                errors[$"customFields.{name}"] = ["The project has no custom field of this name."];
                continue;
            }

            var present = before.Of(field.Id);
            var isUnchanged = present is { } kept && JsonElement.DeepEquals(kept, given);
            var (value, fault) = isUnchanged ? (present, null) : CustomFieldRules.Read(field, given);
            if (fault is not null)
            {
                errors[$"customFields.{field.Name}"] = [fault];
                continue;
            }

            // A task that changes its type names what it has and has no more: that stays as it is.
            if (value is not null && !isUnchanged && typeBefore is not null && !field.IsOf(draft.Type))
            {
                strange.Add(field.Name);
            }

            after = after.With(field.Id, value);
            if (field.Type == CustomFieldTypes.Person && !isUnchanged && value is { } person)
            {
                people.Add(person.GetGuid());
            }
        }

        draft.Custom = after;
        return (people, errors.Count > 0 ? Problems.Invalid(errors) : strange.Count > 0 ? NotOfType(draft.Type, strange) : null);
    }

    private static Problem NotOfType(string type, List<string> fields) => FieldNotOfType.Because(
        $"A task of the type {type} has no {string.Join(", ", fields)}.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["taskType"] = type, ["fields"] = fields });

    private static async Task<IReadOnlyList<TaskCustomField>> FieldsAsync(
        TasksDbContext db, IProjectDefinitions definitions, Guid callerId, Guid projectId, IEnumerable<string> names, CancellationToken ct)
    {
        var fields = await ProjectFields.ReadAsync(db, projectId, ct);
        return names.Any(name => Find(fields, name) is null) && await LearnDefinitions.AskAsync(db, definitions, projectId, callerId, ct)
            ? await ProjectFields.ReadAsync(db, projectId, ct)
            : fields;
    }

    private static TaskCustomField? Find(IReadOnlyList<TaskCustomField> fields, string name) =>
        fields.FirstOrDefault(f => LabelNames.Fold(f.Name) == LabelNames.Fold(name));
}
