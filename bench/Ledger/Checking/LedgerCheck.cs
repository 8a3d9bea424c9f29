using Waymark.Ledger.Load;

namespace Waymark.Ledger.Checking;

/// <summary>
/// Holds what callers were told against what stands in the databases, once nothing waits any more: every answered command is
/// there once, no refused one is, and every event had each of its effects exactly once and in order.
/// </summary>
internal sealed class LedgerCheck(LedgerWorld world, Callers callers, bool hasReordered)
{
    private readonly List<string> _faults = [];

    public async Task<Findings> RunAsync()
    {
        await using var tasks = world.DatabaseOf("tasks");
        var stream = await StreamAsync(tasks);
        CheckCommands(stream);
        await CheckRowsAsync(tasks, stream);
        var findings = new Findings();
        await new ProbeCheck(world, stream, hasReordered).RunAsync(findings);
        await CheckCopiesAsync(stream);
        await CheckNothingIsLeftAsync();
        findings.Faults.AddRange(_faults);
        return findings;
    }

    private async Task<Dictionary<Guid, List<StreamLine>>> StreamAsync(NpgsqlDataSource tasks)
    {
        const string sql =
            """
            select e.stream_id, e.version, convert_from(e.data, 'UTF8')::jsonb -> 'title' ->> 'to'
            from task_event e join task t on t.id = e.stream_id where t.project_id = $1 order by e.stream_id, e.version
            """;
        await using var command = tasks.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = callers.ProjectId });
        await using var row = await command.ExecuteReaderAsync();
        var lines = new Dictionary<Guid, List<StreamLine>>();
        while (await row.ReadAsync())
        {
            if (!lines.TryGetValue(row.GetGuid(0), out var list))
            {
                lines[row.GetGuid(0)] = list = [];
            }

            list.Add(new StreamLine(row.GetInt64(1), await row.IsDBNullAsync(2) ? null : row.GetString(2)));
        }

        return lines;
    }

    private void CheckCommands(Dictionary<Guid, List<StreamLine>> stream)
    {
        var places = stream.SelectMany(s => s.Value.Where(l => l.Title is not null).Select(l => (l.Title, TaskId: s.Key, l.Version))).ToLookup(p => p.Title, StringComparer.Ordinal);
        foreach (var command in callers.History.All)
        {
            var found = places[command.Title].ToList();
            if (found.Count > 1)
            {
                _faults.Add($"The command {command.Title} had {found.Count} effects.");
            }

            if (command.Outcome == Outcome.Refused && found.Count > 0)
            {
                _faults.Add($"The command {command.Title} was refused, and yet it stands.");
            }

            if (command.Outcome == Outcome.Done && !found.Exists(f => f.TaskId == command.TaskId && f.Version == command.Version))
            {
                _faults.Add($"The command {command.Title} was answered with version {command.Version} of {command.TaskId}, which is lost.");
            }
        }

        var known = callers.History.All.Select(c => c.Title).ToHashSet(StringComparer.Ordinal);
        _faults.AddRange(places.Where(p => !known.Contains(p.Key!)).Select(p => $"Nobody asked for {p.Key}."));
    }

    private async Task CheckRowsAsync(NpgsqlDataSource tasks, Dictionary<Guid, List<StreamLine>> stream)
    {
        foreach (var (id, lines) in stream)
        {
            if (!lines.Select(l => l.Version).SequenceEqual(Enumerable.Range(1, lines.Count).Select(v => (long)v)))
            {
                _faults.Add($"The stream of {id} is not dense.");
            }
        }

        await using var command = tasks.CreateCommand("select id, version from task where project_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = callers.ProjectId });
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            if (!stream.TryGetValue(row.GetGuid(0), out var lines) || lines.Count != row.GetInt64(1))
            {
                _faults.Add($"The row of {row.GetGuid(0)} has version {row.GetInt64(1)}, its stream {lines?.Count ?? 0} events.");
            }
        }
    }

    /// <summary>What other services keep of tasks equals what a rebuild from the owner's rows would give.</summary>
    private async Task CheckCopiesAsync(Dictionary<Guid, List<StreamLine>> stream)
    {
        await using var communication = world.DatabaseOf("communication");
        await using var notifications = world.DatabaseOf("notifications");
        await using var activity = world.DatabaseOf("activitylog");
        const string copies = "select id, version from task_copy";
        var (changed, all) = (await MapAsync(communication, copies), await MapAsync(notifications, copies));
        var entries = await MapAsync(
            activity, "select substr(partition_key, 6)::uuid, count(distinct key_version) from activity_entry where partition_key like 'task:%' group by 1");
        foreach (var (id, lines) in stream)
        {
            // Communication does not hear of creations.
            if (changed.GetValueOrDefault(id) != (lines.Count == 1 ? 0 : lines.Count))
            {
                _faults.Add($"The copy of {id} in communication has version {changed.GetValueOrDefault(id)} instead of {lines.Count}.");
            }

            if (all.GetValueOrDefault(id) != lines.Count)
            {
                _faults.Add($"The copy of {id} in notifications has version {all.GetValueOrDefault(id)} instead of {lines.Count}.");
            }

            if (entries.GetValueOrDefault(id) != lines.Count)
            {
                _faults.Add($"The activity record has {entries.GetValueOrDefault(id)} entries of {id} instead of {lines.Count}.");
            }
        }
    }

    private async Task CheckNothingIsLeftAsync()
    {
        foreach (var (name, waiting) in await Backlog.ReadAsync(world))
        {
            if (waiting > 0)
            {
                _faults.Add($"{waiting} events still wait in {name}.");
            }
        }
    }

    private static async Task<Dictionary<Guid, long>> MapAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        var map = new Dictionary<Guid, long>();
        while (await row.ReadAsync())
        {
            map[row.GetGuid(0)] = row.GetInt64(1);
        }

        return map;
    }
}
