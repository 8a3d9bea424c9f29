using Waymark.Tasks.Model;

namespace Waymark.Services.Tests.Tasks.Model;

public sealed class WallClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59Z", false, "2026-03-29T00:59Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00Z", true, "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30Z", true, "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:59", "2026-03-29T01:59Z", true, "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00Z", false, "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30Z", false, "2026-10-25T00:30Z")]
    [InlineData("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00Z", false, "2026-10-25T02:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45Z", true, "2026-10-03T15:30Z")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00Z", true, "2011-12-30T10:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00Z", true, "2018-11-04T03:00Z")]
    [InlineData("UTC", "2026-03-29T02:30", "2026-03-29T02:30Z", false, "2026-03-29T02:30Z")]
    public void Every_time_on_the_wall_has_its_instant(string zone, string local, string instant, bool isSkipped, string reached)
    {
        var clock = new WallClock(TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal((DateTimeOffset.Parse(instant), isSkipped), clock.Find(DateTime.Parse(local)));
        Assert.Equal(DateTimeOffset.Parse(reached), clock.FindReached(DateTime.Parse(local)));
    }
}
