using FsCheck;
using FsCheck.Fluent;
using Waymark.Tasks.Model;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Services.Tests.Tasks.Model.Recurring;

/// <summary>What holds for any rule in any time zone. A failure names the seed of its rule.</summary>
public sealed class RecurrencePropertyTests
{
    private const int Most = 60;

    private static readonly TimeZoneInfo[] Zones =
        [.. new[] { "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "America/Sao_Paulo" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    [Fact]
    public void Occurrences_ascend_without_repetition_from_the_start_on() => ForAll(recurrence =>
    {
        var occurrences = recurrence.Occurrences().Take(Most).Select(o => o.Effective(TimeZoneInfo.Utc, isEnd: false)).ToList();
        return occurrences.Zip(occurrences.Skip(1)).All(pair => pair.First < pair.Second)
            && occurrences.TrueForAll(o => o >= recurrence.Start.Effective(TimeZoneInfo.Utc, isEnd: false));
    });

    [Fact]
    public void Nothing_comes_behind_the_count_or_the_end() => ForAll(recurrence =>
    {
        var occurrences = recurrence.Occurrences().Take(Most).ToList();
        return occurrences.Count <= (recurrence.Rule.Count ?? Most)
            && (recurrence.Rule.Until is not { } until || occurrences.TrueForAll(o => !until.IsBefore(o, recurrence.Clock)));
    });

    [Fact]
    public void An_end_only_cuts_off() => ForAll(recurrence =>
    {
        var occurrences = recurrence.Occurrences().Take(Most).ToList();
        var endless = recurrence with { Rule = recurrence.Rule with { Count = null, Until = null } };
        return endless.Occurrences().Take(occurrences.Count).SequenceEqual(occurrences);
    });

    [Fact]
    public void The_text_of_a_rule_says_all_of_it() => ForAll(recurrence =>
        RecurrenceRule.TryParse(recurrence.Rule.ToString(), recurrence.Start, out var rule, out _)
        && rule.ToString() == recurrence.Rule.ToString()
        && (recurrence with { Rule = rule }).Occurrences().Take(Most).SequenceEqual(recurrence.Occurrences().Take(Most)));

    [Fact]
    public void What_follows_an_occurrence_is_the_rest_of_the_series() => ForAll(recurrence =>
    {
        var occurrences = recurrence.Occurrences().Take(Most).ToList();
        return occurrences.Count == 0
            || recurrence.After(occurrences[occurrences.Count / 2]).Take((occurrences.Count - 1) / 2).SequenceEqual(occurrences.Skip((occurrences.Count / 2) + 1));
    });

    [Fact]
    public void What_is_left_out_is_missing_and_nothing_else() => ForAll(recurrence =>
    {
        var occurrences = recurrence.Occurrences().Take(Most).ToList();
        var excluded = occurrences.Where((_, i) => i % 3 == 0).ToList();
        return (recurrence with { Excluded = excluded }).Occurrences().Take(occurrences.Count - excluded.Count)
            .SequenceEqual(occurrences.Where((_, i) => i % 3 != 0));
    });

    [Fact]
    public void After_a_completion_something_later_comes_that_the_rule_allows() => ForAll(recurrence =>
    {
        var completedAt = recurrence.Start.Effective(recurrence.Zone, isEnd: false).AddHours(1_000);
        return recurrence.NextAfterCompletion(completedAt) is not { } next
            || (next.Effective(recurrence.Zone, isEnd: true) > completedAt && recurrence.Rule.Until?.IsBefore(next, recurrence.Clock) != true);
    });

    private static void ForAll(Func<Recurrence, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => holds(Generate(seed))));

    private static Recurrence Generate(int seed)
    {
        var random = new Random(seed);
        var (text, local) = GeneratedRules.Next(random);
        var zone = Zones[random.Next(Zones.Length)];
        var start = random.Next(3) == 0 ? Moment.On(DateOnly.FromDateTime(local)) : Moment.At(new WallClock(zone).Find(local).Instant);
        Assert.True(RecurrenceRule.TryParse(text, null, out var rule, out var fault), $"{text}: {fault}");
        return new Recurrence(start.Date is null ? rule : rule.WithoutTimes() is var bare && RecurrenceRule.TryParse(bare.ToString(), start, out _, out _) ? bare : DailyRule, start, zone);
    }

    private static RecurrenceRule DailyRule => new() { Frequency = Frequency.Daily };
}
