using System.Text.Json;
using Npgsql;

namespace Waymark.Projects.Labels;

/// <summary>
/// The group that a label is to stand in. There is a group as long as it has labels, and whether it is exclusive each of them says: a label
/// takes over what its new group says, and what is said anew of one is written to all. Tasks that carry several labels of a group that becomes
/// exclusive keep them; the service of tasks refuses only what comes new.
/// </summary>
internal sealed class LabelGroup(ProjectsDbContext db, string? name, bool isExclusive, IReadOnlyList<Label> others)
{
    /// <summary>Held until the transaction ends: of two labels that enter a group at once, the second sees the first.</summary>
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended(@project::text, 9))";

    /// <summary>Why the label cannot stand there.</summary>
    public Problem? Problem { get; private init; }

    /// <param name="db">The context, in a transaction.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="input">How the label is to be.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="label">The label as it is, where there is one.</param>
    public static async Task<LabelGroup> OpenAsync(ProjectsDbContext db, Guid projectId, LabelInput input, CancellationToken ct, Label? label = null)
    {
        if (Label.GroupOf(input.Group) is not { } name)
        {
            return new LabelGroup(db, null, isExclusive: false, [])
            {
                Problem = input.Exclusive == true ? Problems.Invalid("exclusive", "A label without a group excludes no other.") : null,
            };
        }

        await using (var command = await db.CommandAsync(Lock, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
            await command.ExecuteNonQueryAsync(ct);
        }

        var others = await db.Labels.Where(l => l.ProjectId == projectId && l.Group == name && (label == null || l.Id != label.Id)).ToListAsync(ct);
        var known = others.Count > 0 ? others[0].IsExclusive : label?.Group == name && label.IsExclusive;
        return new LabelGroup(db, name, input.Exclusive ?? known, others);
    }

    /// <summary>Puts the label in the group; the others say from now on what is said of this one.</summary>
    public void Take(Label label)
    {
        (label.Group, label.IsExclusive) = (name, isExclusive);
        foreach (var other in others.Where(o => o.IsExclusive != isExclusive))
        {
            other.IsExclusive = isExclusive;
            db.Publish(other, new LabelUpdated(
                other.ProjectId, other.Id, other.Name, other.Color, FieldChanges.Write(json => WriteExclusive(json, isExclusive)), other.ExclusiveGroup));
        }
    }

    /// <summary>Writes that a group became exclusive, or ceased to be.</summary>
    public static void WriteExclusive(Utf8JsonWriter json, bool isExclusive)
    {
        json.WriteStartObject("exclusive");
        json.WriteBoolean("from", !isExclusive);
        json.WriteBoolean("to", isExclusive);
        json.WriteEndObject();
    }
}
