using Npgsql;

namespace Waymark.Tasks.Lifecycle;

/// <summary>
/// The labels of groups of which a task carries one at most. What a task carries already it may keep: a group can become exclusive, or a
/// label enter one, while tasks carry several; and an undo or a restoration brings back what was.
/// </summary>
/// <param name="groups">The groups by the folded names of their labels.</param>
internal sealed class ExclusiveLabels(IReadOnlyDictionary<string, string> groups)
{
    public static readonly ProblemKind Clash =
        ProblemKind.Unprocessable("exclusive_labels", "A task carries at most one label of an exclusive group; group and labels say which ones were named.");

    private const string Query = "select folded, exclusive_group from project_label where project_id = @project and exclusive_group is not null order by folded for share";

    /// <summary>All of a project; nobody changes them until the transaction ends.</summary>
    public static async Task<ExclusiveLabels> ReadAsync(TasksDbContext db, Guid projectId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        await using var row = await command.ExecuteReaderAsync(ct);
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            groups[row.GetString(0)] = row.GetString(1);
        }

        return new ExclusiveLabels(groups);
    }

    /// <summary>The problem of a task that would carry several labels of one group and does not carry them all already.</summary>
    public Problem? Check(IReadOnlyList<string> labels, IReadOnlyList<string> before)
    {
        var clash = labels.GroupBy(GroupOf, StringComparer.Ordinal)
            .FirstOrDefault(g => g.Key is not null && g.Count() > 1 && g.Any(l => !before.Contains(l, StringComparer.OrdinalIgnoreCase)));
        return clash is null ? null : Clash.Because(
            $"A task carries at most one label of {clash.Key}, not {string.Join(" and ", clash)}.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["group"] = clash.Key, ["labels"] = clash.ToArray() });
    }

    /// <summary>The labels without those in whose place others of their group have come.</summary>
    public string[] Without(IEnumerable<string> labels, IReadOnlyList<string> added)
    {
        var (names, taken) = (added.Select(LabelNames.Fold).ToHashSet(StringComparer.Ordinal), added.Select(GroupOf).OfType<string>().ToHashSet(StringComparer.Ordinal));
        return [.. labels.Where(l => names.Contains(LabelNames.Fold(l)) || GroupOf(l) is not { } group || !taken.Contains(group))];
    }

    /// <summary>The labels with the first of each group alone.</summary>
    public string[] FirstOfEach(IEnumerable<string> labels) => [.. labels.DistinctBy(l => GroupOf(l) is { } group ? (group, null) : ((string?)null, (string?)l))];

    private string? GroupOf(string label) => groups.GetValueOrDefault(LabelNames.Fold(label));
}
