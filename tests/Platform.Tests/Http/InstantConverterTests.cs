using System.Text.Json;
using Waymark.Platform.Http;

namespace Waymark.Platform.Tests.Http;

public sealed class InstantConverterTests
{
    [Theory]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z")]
    [InlineData("2026-03-01T11:30:00+02:00", "2026-03-01T09:30:00Z")]
    [InlineData("2026-03-01T09:30:00.500Z", "2026-03-01T09:30:00.5Z")]
    [InlineData("2026-03-01T09:30:00.000001Z", "2026-03-01T09:30:00.000001Z")]
    [InlineData("2026-03-01T09:30:10.1234569Z", "2026-03-01T09:30:10.123456Z")]
    public void An_instant_is_written_in_utc_with_as_many_decimals_as_it_has(string given, string written)
    {
        Assert.True(InstantConverter.TryParse(given, out var instant));

        Assert.Equal(written, InstantConverter.Format(instant));
        Assert.Equal($"\"{written}\"", JsonSerializer.Serialize(instant, Json.Plain));
    }
}
