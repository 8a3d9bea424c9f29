namespace Waymark.Tasks.Computing;

/// <summary>The computed fields of the projects that a read looks at.</summary>
internal sealed class ComputedFields(IReadOnlyList<ComputedField> fields)
{
    public static readonly ComputedFields None = new([]);

    public IReadOnlyList<ComputedField> All => fields;

    public bool AreNone => fields.Count == 0;

    /// <summary>The values of task <c>t</c>'s fields by their ids, those that are set and those that are computed; takes the parameter <c>@now</c>.</summary>
    public string ValuesSql
    {
        get
        {
            if (AreNone)
            {
                return "t.custom_fields";
            }

            var cases = from computed in fields
                        group $"'{computed.Id}', {computed.Value}" by computed.ProjectId into project
                        select $"when '{project.Key}' then jsonb_strip_nulls(jsonb_build_object({string.Join(", ", project)}))";
            return $"(coalesce(t.custom_fields, '{{}}') || case t.project_id {string.Join(' ', cases)} else '{{}}' end)";
        }
    }

    /// <summary>Those of one project.</summary>
    public static async Task<ComputedFields> OfProjectAsync(TasksDbContext db, Guid projectId, CancellationToken ct) =>
        Of(await KnownField.OfComputingAsync(db, [projectId], ct));

    public static ComputedFields Of(IReadOnlyList<KnownField> known) => Of(known, ComputedOver.Rows);

    public static ComputedFields Of(IReadOnlyList<KnownField> known, ComputedOver over)
    {
        var computed = new List<ComputedField>();
        foreach (var project in known.GroupBy(f => f.ProjectId))
        {
            var others = new FieldsOfFormulas(project);
            computed.AddRange(project.Select(f => ComputedField.Of(f, others, over)).OfType<ComputedField>());
        }

        return new ComputedFields(computed);
    }
}
