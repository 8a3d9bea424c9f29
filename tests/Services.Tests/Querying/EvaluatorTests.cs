using Waymark.Querying;
using Waymark.Querying.Evaluating;
using Waymark.Querying.Fields;

namespace Waymark.Services.Tests.Querying;

/// <summary>What conditions mean, on one thing seen from Tokyo on Wednesday, the 18th of November 2026, at half past nine.</summary>
public sealed class EvaluatorTests
{
    private static readonly SomeFields Fields = new();
    private static readonly EvaluationContext Context =
        new(SomeFields.Bo, DateTimeOffset.Parse("2026-11-18T00:30:00Z", null), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

    private static readonly Thing Full = new(new()
    {
        ["title"] = new[] { "Größe of things" },
        ["text"] = new[] { "Größe of things", "50% \\done_" },
        ["size"] = 2.5m,
        // As a date: the end of the 18th in Tokyo.
        ["due"] = DateTimeOffset.Parse("2026-11-18T15:00:00Z", null),
        ["made"] = DateTimeOffset.Parse("2026-11-17T15:00:00Z", null),
        ["colour"] = "green",
        ["state"] = "waiting",
        ["owner"] = new[] { SomeFields.Bo },
        ["helper"] = new[] { SomeFields.Ada, SomeFields.Bo },
        ["tag"] = new[] { "Red", "blue sky" },
        ["urgent"] = true,
        ["group"] = new Related(SomeFields.Ada, ["AB-1", "OLD-1"]),
        ["Cost"] = 10m,
    });

    private static readonly Thing Bare = new(new() { ["title"] = new[] { "" }, ["text"] = new[] { "", "" }, ["state"] = "todo", ["colour"] = "red", ["helper"] = Array.Empty<Guid>(), ["tag"] = Array.Empty<string>(), ["urgent"] = false });

    [Theory]
    [InlineData("title = \"GRÖSSE OF THINGS\"", false)]
    [InlineData("title = \"GRÖßE of Things\"", true)]
    [InlineData("title ~ OF and text ~ \"%\" and text ~ \"\\\\d\" and text !~ \"x\"", true)]
    [InlineData("\"größe\"", true)]
    [InlineData("size = 2.50 and size > 2 and size <= 2.5 and size != 2", true)]
    [InlineData("size in (1, 2.5) and size not in (2, 3)", true)]
    [InlineData("colour > red and colour < blue and colour >= green", true)]
    [InlineData("state = Waiting and state != done", true)]
    [InlineData("owner = me and helper = me and helper = \"Ada Byron\"", true)]
    [InlineData("owner = \"Ada Byron\"", false)]
    [InlineData("helper in (\"Ada Byron\")", true)]
    [InlineData("tag = RED and tag ~ SKY and tag != sky", true)]
    [InlineData("urgent = true and urgent != false", true)]
    [InlineData("group = ab-1 and group = OLD-1 and group = 0190a000-0000-7000-8000-00000000000a", true)]
    [InlineData("field(\"Cost\") = 10", true)]
    // A date is that whole day, wherever it begins.
    [InlineData("due = today and due = 2026-11-18 and due <= today and due >= today", true)]
    [InlineData("due < today or due > today or due < 2026-11-18 or due > 2026-11-18", false)]
    [InlineData("due < tomorrow and due > yesterday", true)]
    [InlineData("due <= 2026-11-18T15:00:00Z and due >= 2026-11-18T15:00:00Z and due = 2026-11-18T15:00:00Z", true)]
    [InlineData("made = today and made >= startOfDay", true)]
    [InlineData("made < today", false)]
    [InlineData("due = startOfWeek + 2d and due = endOfWeek - 4d and due > startOfWeek and due < endOfWeek", true)]
    [InlineData("due >= startOfMonth and due = startOfMonth + 17d and due = endOfMonth - 12d", true)]
    [InlineData("due = startOfQuarter + 1m + 17d and due = endOfQuarter - 1m - 12d", true)]
    [InlineData("due = startOfYear + 10m + 17d and due = endOfYear - 6w - 1d", true)]
    [InlineData("due < today + 1y and due > today - 1y", true)]
    // Hours count from where the day begins, and from where it ends.
    [InlineData("made <= today + 0h and due >= today + 24h and due = endOfDay + 0h and due = endOfDay - 1h + 1h", true)]
    [InlineData("made < now and made >= now - 10h and made < now - 9h", true)]
    // What is absent fits nothing, and every contrary.
    [InlineData("size is not empty and due is not empty and tag is not empty and owner is not empty and title is not empty", true)]
    public void A_condition_holds_for_what_it_means(string text, bool holds) => Assert.Equal(holds, Holds(text, Full));

    [Theory]
    [InlineData("due is empty and size is empty and owner is empty and helper is empty and tag is empty and group is empty and title is empty and text is empty")]
    [InlineData("due != today and not due = today and not (due < today or due >= today)")]
    [InlineData("size not in (1, 2) and helper != me and owner not in (me) and tag !~ x and group != AB-1")]
    public void What_is_absent_fits_nothing_and_every_contrary(string text) => Assert.True(Holds(text, Bare));

    [Fact]
    public void No_condition_holds_for_everything() => Assert.True(Holds("order by due", Bare));

    [Theory]
    // In Havana midnight happens twice on the first of November, and not at all on the eighth of March.
    [InlineData("made = 2026-11-01", "2026-11-01T05:00:00Z", true)]
    [InlineData("made = 2026-03-08", "2026-03-08T05:00:00Z", true)]
    [InlineData("made = 2026-03-07", "2026-03-08T04:59:59Z", true)]
    [InlineData("made = 2026-03-08", "2026-03-09T04:00:00Z", false)]
    public void Days_begin_where_clocks_say_so(string text, string made, bool holds)
    {
        var thing = new Thing(new() { ["made"] = DateTimeOffset.Parse(made, null) });
        Assert.Equal(holds, Evaluator.Holds(QueryLanguage.Read(text, Fields).Query!.Where, thing, Context with { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Havana") }));
    }

    private static bool Holds(string text, Thing thing)
    {
        var reading = QueryLanguage.Read(text, Fields);
        Assert.True(reading.Fault is null, reading.Fault?.ToString());
        return Evaluator.Holds(reading.Query!.Where, thing, Context);
    }

    private sealed class Thing(Dictionary<string, object> values) : IFieldValues
    {
        public object? ValueOf(Field field) => values.GetValueOrDefault(field.Name);
    }
}
