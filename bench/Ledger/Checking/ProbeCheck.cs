using Waymark.Ledger.Probe;

namespace Waymark.Ledger.Checking;

/// <summary>
/// Holds the effects that stand in the probe against the events that the tasks' streams say there were: each once for each of its
/// consumers, in order, or in the dead letters.
/// </summary>
internal sealed class ProbeCheck(LedgerWorld world, Dictionary<Guid, List<StreamLine>> stream, bool hasReordered)
{
    private const string EffectsSql = "select consumer, partition_key, key_version from probe order by id";
    private const string LettersSql = "select consumer, partition_key, key_version from msg.dead_letter where state < 2";
    private const string ReplayedSql = "select consumer, partition_key, key_version from msg.dead_letter where state = 2";

    public async Task RunAsync(Findings findings)
    {
        await using var probe = world.DatabaseOf(ProbeModule.ServiceName);
        var effects = await ReadAsync(probe, EffectsSql);
        var letters = await ReadAsync(probe, LettersSql);
        var replayed = (await ReadAsync(probe, ReplayedSql)).ToHashSet();
        findings.Effects = effects.Count;
        findings.DeadLetters = letters.Count;
        CheckOrder(effects, replayed, findings);
        CheckOthers(effects, findings);
        var applied = effects.ToHashSet();
        findings.Doubled = effects.Count - applied.Count;
        var expected = Expected().ToHashSet();
        findings.Lost = expected.Except(applied).Except(letters).Count();
        if (applied.Count(e => IsOfATask(e) && !expected.Contains(e)) is > 0 and var strangers)
        {
            findings.Faults.Add($"{strangers} effects are of events that are not there.");
        }

        CheckLetters(letters, applied, findings);
        if (await world.CountAsync(ProbeModule.ServiceName, "select count(*) from msg.inbox") != applied.Count)
        {
            findings.Faults.Add("The probe's inbox has other rows than the probe.");
        }
    }

    /// <summary>What each consumer has to have done by the streams of the tasks.</summary>
    private IEnumerable<Effect> Expected() =>
        from task in stream
        from line in task.Value
        from consumer in new[] { CountEach.Consumer, CountMany.Consumer, line.Version == 1 ? CountSlow.Consumer : CountWary.Consumer }
        select new Effect(consumer, $"task:{task.Key}", line.Version);

    /// <summary>A later version first is no fault where a fault has reordered events, or where the earlier one died and was replayed.</summary>
    private void CheckOrder(List<Effect> effects, HashSet<Effect> replayed, Findings findings)
    {
        var disordered = effects.Except(replayed).GroupBy(e => (e.Consumer, e.Key))
            .Sum(place => place.Zip(place.Skip(1)).Count(pair => pair.Second.Version < pair.First.Version));
        findings.Disordered = hasReordered ? 0 : disordered;
    }

    /// <summary>Other keys, whose streams are not read, must be dense at least.</summary>
    private static void CheckOthers(List<Effect> effects, Findings findings) => findings.Faults.AddRange(
        from place in effects.Where(e => !IsOfATask(e)).GroupBy(e => (e.Consumer, e.Key))
        where place.Max(e => e.Version) != place.Select(e => e.Version).Distinct().Count()
        select $"{place.Key.Consumer} has a gap in {place.Key.Key}.");

    /// <summary>Only what is poisoned for good dies, only where it is poison, and only while nothing has healed it.</summary>
    private void CheckLetters(List<Effect> letters, HashSet<Effect> applied, Findings findings)
    {
        var poisoned = (from task in stream
                        from line in task.Value
                        where line.Title is not null && CountWary.PoisonOf(line.Title) is Poison.Crash or Poison.Hopeless
                        select new Effect(CountWary.Consumer, $"task:{task.Key}", line.Version)).ToHashSet();
        if (letters.Count(l => !poisoned.Contains(l)) is > 0 and var innocent)
        {
            findings.Faults.Add($"{innocent} events became dead letters that nothing was wrong with.");
        }

        if (!world.IsUp(Signs.Healed) && poisoned.Count(applied.Contains) is > 0 and var impossible)
        {
            findings.Faults.Add($"{impossible} events took effect that cannot.");
        }
    }

    private static bool IsOfATask(Effect effect) => effect.Key.StartsWith("task:", StringComparison.Ordinal);

    private static async Task<List<Effect>> ReadAsync(NpgsqlDataSource probe, string sql)
    {
        await using var command = probe.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        var effects = new List<Effect>();
        while (await row.ReadAsync())
        {
            effects.Add(new Effect(row.GetString(0), row.GetString(1), row.GetInt64(2)));
        }

        return effects;
    }

    private readonly record struct Effect(string Consumer, string Key, long Version);
}
