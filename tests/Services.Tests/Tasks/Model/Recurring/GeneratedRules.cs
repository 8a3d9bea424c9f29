namespace Waymark.Services.Tests.Tasks.Model.Recurring;

/// <summary>Rules made up from a seed: valid, mostly with several parts, and starts that may or may not match them.</summary>
internal static class GeneratedRules
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static (string Rule, DateTime Start) Next(Random random)
    {
        var start = new DateTime(random.Next(1996, 2031), 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
            .AddDays(random.Next(366)).AddSeconds(random.Next(24) * 3600 + random.Next(4) * 900 + (random.Next(8) == 0 ? random.Next(60) : 0));
        var frequency = Pick(random, "YEARLY", "YEARLY", "YEARLY", "MONTHLY", "MONTHLY", "MONTHLY", "WEEKLY", "WEEKLY", "DAILY", "DAILY", "HOURLY");
        var parts = new List<string> { "FREQ=" + frequency };
        if (Chance(random, 2))
        {
            parts.Add("INTERVAL=" + random.Next(1, frequency is "YEARLY" ? 5 : 15));
        }

        AddDays(random, frequency, parts);
        AddTimes(random, frequency, parts);
        if (parts.Exists(p => p.StartsWith("BY", StringComparison.Ordinal)) && Chance(random, 4))
        {
            parts.Add("BYSETPOS=" + Numbers(random, 1, random.Next(2) == 0 ? 2 : 6, most: 2, mayCountFromEnd: true));
        }

        if (Chance(random, 4))
        {
            parts.Add("WKST=" + Pick(random, Weekdays));
        }

        AddEnd(random, frequency, start, parts);
        return (string.Join(';', parts), start);
    }

    private static void AddDays(Random random, string frequency, List<string> parts)
    {
        if (Chance(random, 3))
        {
            parts.Add("BYMONTH=" + Numbers(random, 1, 12, most: 5));
        }

        if (frequency == "YEARLY" && Chance(random, 4))
        {
            parts.Add("BYWEEKNO=" + Numbers(random, 1, 53, most: 4, mayCountFromEnd: true));
        }

        if (frequency is "YEARLY" or "HOURLY" && Chance(random, 6))
        {
            parts.Add("BYYEARDAY=" + Numbers(random, 1, 366, most: 8, mayCountFromEnd: true));
        }

        if (frequency != "WEEKLY" && Chance(random, 3))
        {
            parts.Add("BYMONTHDAY=" + Numbers(random, 1, 31, most: 8, mayCountFromEnd: true));
        }

        if (Chance(random, 2))
        {
            var mayNumber = frequency is "YEARLY" or "MONTHLY" && !parts.Exists(p => p.StartsWith("BYWEEKNO", StringComparison.Ordinal));
            parts.Add("BYDAY=" + Days(random, frequency, mayNumber));
        }
    }

    private static string Days(Random random, string frequency, bool mayNumber)
    {
        // Sometimes all of one kind, sometimes both kinds together.
        var numbered = mayNumber ? random.Next(3) : 0;
        return string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
        {
            var isNumbered = numbered == 1 || (numbered == 2 && Chance(random, 2));
            var number = random.Next(1, frequency == "YEARLY" && Chance(random, 2) ? 54 : 6) * (Chance(random, 3) ? -1 : 1);
            return (isNumbered ? number.ToString() : "") + Pick(random, Weekdays);
        }).Distinct());
    }

    private static void AddTimes(Random random, string frequency, List<string> parts)
    {
        if (Chance(random, 6))
        {
            parts.Add("BYHOUR=" + Numbers(random, 0, 23, most: frequency == "HOURLY" ? 8 : 3));
        }

        if (Chance(random, 8))
        {
            parts.Add("BYMINUTE=" + Numbers(random, 0, 59, most: 3));
        }

        if (Chance(random, 20))
        {
            parts.Add("BYSECOND=" + Numbers(random, 0, 59, most: 2));
        }
    }

    private static void AddEnd(Random random, string frequency, DateTime start, List<string> parts)
    {
        var until = start.AddDays(random.Next(1, frequency is "YEARLY" or "MONTHLY" ? 3000 : 100)).AddHours(random.Next(24));
        switch (random.Next(5))
        {
            case 0:
                parts.Add("COUNT=" + random.Next(1, 15));
                break;
            case 1:
                parts.Add($"UNTIL={until:yyyyMMdd'T'HHmmss}Z");
                break;
            case 2 when Chance(random, 3):
                parts.Add($"UNTIL={until:yyyyMMdd}");
                break;
        }
    }

    private static string Numbers(Random random, int from, int to, int most, bool mayCountFromEnd = false)
    {
        var numbers = Enumerable.Range(0, random.Next(1, most + 1))
            .Select(_ => random.Next(from, to + 1) * (mayCountFromEnd && Chance(random, 3) ? -1 : 1))
            .Distinct()
            .ToList();
        return string.Join(',', Chance(random, 8) ? numbers : [.. numbers.Order()]);
    }

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];

    private static bool Chance(Random random, int one) => random.Next(one) == 0;
}
