using Waymark.Projects.Access;

namespace Waymark.Projects.Labels;

/// <summary>Renames, recolours or groups a label, or makes its group exclusive; the service of tasks renames it on every task that carries it.</summary>
internal static class EditLabel
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id:guid}/labels/{labelId:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, LabelExists).WithName("ReplaceLabel").WithSummary("Replace the writable members of a label");
        routes.MapPatch("/api/projects/{id:guid}/labels/{labelId:guid}", PatchAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, LabelExists).WithName("EditLabel").WithSummary("Change some members of a label");
    }

    internal static readonly ProblemKind LabelExists = ProblemKind.Conflict("label_exists", "The project has a label of this name already, in this or another spelling.");

    internal static Problem Exists(string name) => LabelExists.Because($"The project has a label {name} already, in this or another spelling.");

    private static Task<Results<Answer<LabelResponse>, Problem>> ReplaceAsync(
        Guid id, Guid labelId, LabelInput request, IfMatch ifMatch, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        ChangeAsync(id, labelId, _ => request, ifMatch, caller, door, db, ct);

    private static Task<Results<Answer<LabelResponse>, Problem>> PatchAsync(
        Guid id, Guid labelId, MergePatch<LabelInput> patch, IfMatch ifMatch, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        ChangeAsync(id, labelId, label => patch.ApplyTo(LabelInput.Of(label)), ifMatch, caller, door, db, ct);

    private static Task<Results<Answer<LabelResponse>, Problem>> ChangeAsync(
        Guid id, Guid labelId, Func<Label, LabelInput> inputOf, IfMatch ifMatch, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<LabelResponse>, Problem>>(async () =>
        {
            var (label, problem) = await OpenAsync(id, labelId, ifMatch, caller, door, db, ct);
            if (label is null)
            {
                return problem!;
            }

            var input = inputOf(label);
            if (Shape.Check(input) is { } errors)
            {
                return Problems.Invalid(errors);
            }

            var (name, folded) = (input.Name!.Trim(), Label.Fold(input.Name));
            if (folded != label.Folded && await db.Labels.AnyAsync(l => l.ProjectId == id && l.Folded == folded, ct))
            {
                return Exists(name);
            }

            if (folded != label.Folded)
            {
                await GiveUpNameAsync(db, label, ct);
            }

            await using var transaction = await db.BeginAsync(ct);
            var group = await LabelGroup.OpenAsync(db, id, input, ct, label);
            if (group.Problem is not null)
            {
                return group.Problem;
            }

            Record(db, label, name, input.Color?.ToLowerInvariant() ?? Palette.Of(folded), group);
            return await db.CommitAsync(Answers.Ok(LabelResponse.Of(label), label.Version), transaction, ct);
        });

    /// <summary>A label for a change by somebody who manages the project.</summary>
    internal static async Task<(Label? Label, Problem? Problem)> OpenAsync(
        Guid id, Guid labelId, IfMatch ifMatch, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct)
    {
        if (await door.FindAsync(id, caller.Id, ct) is not { } open
            || await db.Labels.FirstOrDefaultAsync(l => l.Id == labelId && l.ProjectId == id, ct) is not { } label)
        {
            return (null, Problems.NotFound("label"));
        }

        var problem = open.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(label.Version);
        return problem is null ? (label, null) : (null, problem);
    }

    /// <summary>Counts that the label's name is free, in the same save.</summary>
    internal static async Task GiveUpNameAsync(ProjectsDbContext db, Label label, CancellationToken ct)
    {
        if (await db.FormerLabelNames.FindAsync([label.ProjectId, label.Folded], ct) is { } former)
        {
            former.Times++;
        }
        else
        {
            db.FormerLabelNames.Add(new FormerLabelName { ProjectId = label.ProjectId, Folded = label.Folded, Times = 1 });
        }
    }

    private static void Record(ProjectsDbContext db, Label label, string name, string color, LabelGroup group)
    {
        var before = (label.Name, label.Color, label.Group, label.IsExclusive);
        (label.Name, label.Folded, label.Color) = (name, Label.Fold(name), color);
        group.Take(label);
        if (before == (name, color, label.Group, label.IsExclusive))
        {
            return;
        }

        var changes = FieldChanges.Write(json =>
        {
            foreach (var (field, from, to) in new[] { ("name", before.Name, name), ("color", before.Color, color), ("group", before.Group, label.Group) })
            {
                if (from != to)
                {
                    FieldChanges.WriteText(json, field, from, to);
                }
            }

            if (before.IsExclusive != label.IsExclusive)
            {
                LabelGroup.WriteExclusive(json, label.IsExclusive);
            }
        });
        db.Publish(label, new LabelUpdated(label.ProjectId, label.Id, name, color, changes, label.ExclusiveGroup));
    }
}
