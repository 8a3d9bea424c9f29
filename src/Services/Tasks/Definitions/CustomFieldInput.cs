using System.Text.Json;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Model.Custom;

namespace Waymark.Tasks.Definitions;

/// <summary>What somebody sets a task's custom fields to, by their names.</summary>
internal static class CustomFieldInput
{
    /// <summary>
    /// Writes the values into the draft, or says what is wrong with each; gives the people whom they newly name. A value that stays as
    /// it is may be one that the field would not take any more.
    /// </summary>
    public static async Task<(IEnumerable<Guid> People, Problem? Problem)> ReadAsync(
        TasksDbContext db, IProjectDefinitions definitions, Guid callerId, TaskItem draft, IReadOnlyDictionary<string, JsonElement>? given, CancellationToken ct)
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

        return Apply(draft, values);
    }

    private static (IEnumerable<Guid> People, Problem? Problem) Apply(TaskItem draft, IReadOnlyDictionary<string, JsonElement> values)
    {
        var (before, errors, people) = (draft.Custom, new Dictionary<string, string[]>(StringComparer.Ordinal), new List<Guid>());
        // What is not named goes; what belongs to a field that is gone stays where nobody sees it.
        var after = draft.Fields.Aggregate(before, (rest, field) => rest.With(field.Id, null));
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

            after = after.With(field.Id, value);
            if (field.Type == CustomFieldTypes.Person && !isUnchanged && value is { } person)
            {
                people.Add(person.GetGuid());
            }
        }

        draft.Custom = after;
        return (people, errors.Count > 0 ? Problems.Invalid(errors) : null);
    }

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
