using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Cycles;

/// <summary>
/// What a cycle has taken on against the time of its people: those who are planned for the project in its days and those who have tasks in it;
/// where nobody is, all members who edit tasks.
/// </summary>
/// <param name="CycleId">The cycle.</param>
/// <param name="Workdays">The days of the cycle on which is worked, by the calendar of the project; none in one of more than two years.</param>
/// <param name="CapacityMinutes">The time of all together; null while it cannot be asked for, and for a cycle of more than two years.</param>
/// <param name="EstimateMinutes">What all tasks of the cycle are estimated at, the finished ones included.</param>
/// <param name="UnassignedMinutes">What those are estimated at to which nobody is assigned.</param>
/// <param name="UnestimatedCount">How many tasks have no estimate, and so count for nothing here.</param>
/// <param name="IsOver">Whether more is taken on than there is time.</param>
/// <param name="People">The same for each of the people; an estimate is shared evenly among the assignees.</param>
public sealed record CycleCapacityResponse(
    Guid CycleId,
    int Workdays,
    long? CapacityMinutes,
    long EstimateMinutes,
    long UnassignedMinutes,
    int UnestimatedCount,
    bool IsOver,
    IReadOnlyList<CyclePerson> People)
{
    internal static CycleCapacityResponse Of(CycleLoad load, Workdays workdays, IReadOnlyList<PersonTime>? times)
    {
        var timeOf = times?.ToDictionary(t => t.UserId);
        var people = load.People.Select(p => CyclePerson.Of(p.Key, p.Value, timeOf?[p.Key])).ToList();
        var capacity = timeOf is null ? null : people.Sum(p => p.CapacityMinutes);
        return new CycleCapacityResponse(
            load.CycleId, workdays.Days.Count, capacity, load.EstimateMinutes, load.UnassignedMinutes, load.UnestimatedCount, load.EstimateMinutes > capacity, people);
    }
}

/// <summary>One person in a cycle.</summary>
/// <param name="UserId">The person.</param>
/// <param name="CapacityMinutes">The time that they have for the project, days off taken out; null while it cannot be asked for.</param>
/// <param name="TimeOffMinutes">What their days off take.</param>
/// <param name="EstimateMinutes">Their share of what their tasks are estimated at.</param>
/// <param name="TaskCount">How many tasks they are assigned to.</param>
/// <param name="IsOver">Whether more is taken on than they have time.</param>
public sealed record CyclePerson(Guid UserId, long? CapacityMinutes, long? TimeOffMinutes, long EstimateMinutes, int TaskCount, bool IsOver)
{
    internal static CyclePerson Of(Guid userId, PersonLoad load, PersonTime? time)
    {
        var (capacity, off) = (Minutes(time?.Hours), Minutes(time?.TimeOffHours));
        return new CyclePerson(userId, capacity, off, load.Minutes, load.Tasks, load.Minutes > capacity);
    }

    private static long? Minutes(decimal? hours) => (long?)(hours * 60);
}
