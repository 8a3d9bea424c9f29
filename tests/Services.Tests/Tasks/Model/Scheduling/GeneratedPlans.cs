using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Services.Tests.Tasks.Model.Scheduling;

/// <summary>Plans made up from a seed: small, dense with links of all kinds, sometimes with fixed starts, due dates, deadlines and people.</summary>
internal static class GeneratedPlans
{
    private static readonly TimeZoneInfo[] Zones =
        [.. new[] { "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    public static ProjectPlan Next(int seed, int most = 14)
    {
        var random = new Random(seed);
        var (calendar, start) = Calendar(random, DateTimeOffset.Parse("2026-03-25T07:00:00Z"));
        var plan = new ProjectPlan(calendar, start);
        var tasks = random.Next(most + 1);
        for (var i = 0; i < tasks; i++)
        {
            plan.Add(new PlannedTask(
                random.Next(5) == 0 ? 0 : random.Next(1, 1_500),
                NotBefore: Sometimes(random, 4, start),
                FixedStart: Sometimes(random, 8, start),
                Due: Sometimes(random, 4, start),
                Priority: random.Next(3),
                Deadline: Sometimes(random, 4, start)));
        }

        AddLinks(random, plan);
        AddPeople(random, plan);
        return plan;
    }

    public static (WorkingCalendar Calendar, DateTimeOffset Start) Calendar(Random random, DateTimeOffset start)
    {
        var zone = Zones[random.Next(Zones.Length)];
        var holidays = Enumerable.Range(0, random.Next(4)).Select(_ => new DateOnly(2026, 3, 20).AddDays(random.Next(40)));
        var calendar = random.Next(3) switch
        {
            0 => WorkingCalendar.Always(zone),
            1 => WorkingCalendar.Office(zone, holidays),
            _ => new WorkingCalendar(zone, Week(random), holidays),
        };
        return (calendar, start.AddMinutes(random.Next(5_000)));
    }

    private static Dictionary<DayOfWeek, IReadOnlyList<WorkingHours>> Week(Random random)
    {
        var week = new Dictionary<DayOfWeek, IReadOnlyList<WorkingHours>> { [DayOfWeek.Tuesday] = [new(600, 720)] };
        foreach (var day in Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) > 0))
        {
            var edges = Enumerable.Range(0, 4).Select(_ => random.Next(97) * 15).Distinct().Order().ToList();
            week[day] = [.. edges.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new WorkingHours(pair[0], pair[1]))];
        }

        return week;
    }

    /// <summary>Links lead from lower to higher numbers in a shuffled order, so that there is no cycle.</summary>
    private static void AddLinks(Random random, ProjectPlan plan)
    {
        var order = Enumerable.Range(0, plan.Tasks.Length).ToArray();
        random.Shuffle(order);
        for (var i = 0; order.Length > 1 && i < 2 * order.Length; i++)
        {
            var to = random.Next(1, order.Length);
            var lag = random.Next(3) == 0 ? random.Next(-600, 600) : 0;
            plan.Add(new Link(order[random.Next(to)], order[to], (LinkKind)(random.Next(2) * random.Next(4)), lag));
        }
    }

    private static void AddPeople(Random random, ProjectPlan plan)
    {
        var people = random.Next(4);
        for (var i = 0; i < people; i++)
        {
            var daysOff = Enumerable.Range(0, random.Next(4)).Select(_ => new DateOnly(2026, 3, 25).AddDays(random.Next(20))).ToHashSet();
            plan.Add(new PersonCapacity(random.Next(2) == 0 ? 1440 : random.Next(30, 480), daysOff));
        }

        for (var task = 0; people > 0 && task < plan.Tasks.Length; task++)
        {
            for (var n = random.Next(3); n > 0; n--)
            {
                plan.Assign(task, random.Next(people));
            }
        }
    }

    private static DateTimeOffset? Sometimes(Random random, int one, DateTimeOffset start) =>
        random.Next(one) == 0 ? start.AddMinutes(random.Next(-3_000, 20_000)) : null;
}
