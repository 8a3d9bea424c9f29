using System.Text.Json;
using Waymark.Tasks.Model;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Services.Tests.Tasks.Model.Recurring;

/// <summary>Our occurrences beside those of the npm package rrule, for thousands of generated rules.</summary>
public sealed class RRuleDifferentialTests
{
    private const int Most = 20;

    /// <summary>Where rrule departs from RFC 5545 and we do not. Nothing else may differ, and every line must still be needed.</summary>
    private static readonly (string Reason, Func<RecurrenceRule, bool> Applies)[] Departures =
    [
        ("BYWEEKNO alone: what a rule leaves open comes from the start (3.3.10), so the weekday does; rrule takes the whole week",
            r => r.Weeks.Count > 0 && r.Days.Count + r.MonthDays.Count + r.YearDays.Count == 0),
        ("BYDAY=MO,2TU is a list: each entry adds days; rrule wants a day to match the plain and the numbered ones at once",
            r => r.Days.Any(d => d.Ordinal == 0) && r.Days.Any(d => d.Ordinal != 0)),
        ("BYSETPOS chooses from the whole week; rrule's first week begins at the start",
            r => r.Frequency == Frequency.Weekly && r.Positions.Count > 0),
        ("BYSETPOS=-3 finds nothing among two; rrule takes the first",
            r => r.Positions.Any(p => p < -1)),
        ("BYSETPOS=1,-1 of a single occurrence is that occurrence; rrule has it twice",
            r => r.Positions.Count > 1 && r.Positions.Any(p => p < 0)),
        ("UNTIL as a date includes that day; rrule reads it as its first second",
            r => r.Until is { HasTime: false }),
        ("BYHOUR=16,9 is a list without order; rrule's occurrences come in the order of the list, and its COUNT cuts there",
            r => !IsSorted(r.Hours) || !IsSorted(r.Minutes) || !IsSorted(r.Seconds)),
    ];

    [Fact]
    public async Task Every_difference_from_rrule_is_one_where_it_departs_from_the_standard()
    {
        var cases = Cases(new Random(5545), 3_000).ToList();
        var theirs = await AskAsync(cases, TestContext.Current.CancellationToken);

        var differing = cases.Zip(theirs).Where(pair => !Occurrences(pair.First).Take(pair.First.Count).SequenceEqual(pair.Second, StringComparer.Ordinal)).ToList();
        var unexplained = differing.Where(pair => !Array.Exists(Departures, d => d.Applies(pair.First.Rule)))
            .Select(pair => $"{pair.First.Rule} from {pair.First.Start:s}: ours {string.Join(' ', Occurrences(pair.First).Take(pair.First.Count))} theirs {string.Join(' ', pair.Second)}")
            .ToList();

        Assert.True(cases.Count(c => c.Count > 0) >= 2_500, $"Only {cases.Count(c => c.Count > 0)} rules match at all.");
        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained));
        Assert.Equal([], Departures.Where(d => !differing.Exists(pair => d.Applies(pair.First.Rule))).Select(d => d.Reason));
        TestContext.Current.TestOutputHelper!.WriteLine($"{cases.Count} rules, {differing.Count} differ, each for a reason on the list:");
        foreach (var (reason, applies) in Departures)
        {
            TestContext.Current.TestOutputHelper.WriteLine($"{differing.Count(pair => applies(pair.First.Rule))} of {cases.Count(c => applies(c.Rule))}: {reason}");
        }
    }

    private static bool IsSorted(IReadOnlyList<int> numbers) => numbers.SequenceEqual(numbers.Order());

    private static IEnumerable<Case> Cases(Random random, int number)
    {
        for (var i = 0; i < number; i++)
        {
            var (text, start) = GeneratedRules.Next(random);
            Assert.True(RecurrenceRule.TryParse(text, null, out var rule, out var fault), $"{text}: {fault}");
            yield return new Case(rule, start, CountOf(rule, start));
        }
    }

    /// <summary>
    /// How many occurrences to compare. rrule searches up to the year 9999 for what never comes, which takes half a minute
    /// for one rule, so it is asked for what is not there only where the rule's own end stops it soon.
    /// </summary>
    private static int CountOf(RecurrenceRule rule, DateTime start)
    {
        var ours = Soon(new Case(rule, start, 0)).Take(Most).Count();
        var endless = Soon(new Case(rule with { Count = null, Until = null }, start, 0)).Take(Most + 1).Count();
        return ours == Most || endless > ours ? Most : ours;
    }

    private static IEnumerable<string> Soon(Case c) => Occurrences(c).TakeWhile(o => string.CompareOrdinal(o, "2045") < 0);

    private static IEnumerable<string> Occurrences(Case c) =>
        new Recurrence(c.Rule, Moment.At(new DateTimeOffset(c.Start, TimeSpan.Zero)), TimeZoneInfo.Utc).Occurrences()
            .Select(m => m.Instant!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss"));

    private static async Task<string[][]> AskAsync(IReadOnlyList<Case> cases, CancellationToken ct)
    {
        var folder = Repository.PathOf("tests", "Services.Tests", "Tasks", "Model", "Recurring", "rrule");
        var input = cases.Select(c => new { rule = c.Rule.ToString(), start = c.Start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), count = c.Count });
        return JsonSerializer.Deserialize<string[][]>(await NodeScripts.RunAsync(folder, "rrule", "occurrences.mjs", input, ct))!;
    }

    private sealed record Case(RecurrenceRule Rule, DateTime Start, int Count);
}
