using Waymark.Platform.Messaging;

namespace Waymark.Platform.Tests.Messaging;

public sealed class EventCatalogTests
{
    [Fact]
    public void Every_event_has_a_name_of_its_own_and_a_generated_shape()
    {
        Assert.NotEmpty(EventCatalog.All);
        Assert.Equal(EventCatalog.All.Count, EventCatalog.All.Select(e => e.Type).Distinct(StringComparer.Ordinal).Count());
        Assert.All(EventCatalog.All, e => Assert.Matches("^[a-z_]+\\.[a-z_]+$", e.Name));
    }
}
