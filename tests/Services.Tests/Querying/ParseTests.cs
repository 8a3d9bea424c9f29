using Waymark.Querying;
using Waymark.Querying.Fields;
using Waymark.Querying.Tree;

namespace Waymark.Services.Tests.Querying;

/// <summary>What texts mean, seen in the canonical text of what they are read as.</summary>
public sealed class ParseTests
{
    private static readonly SomeFields Fields = new();

    [Theory]
    // Comparisons of each type.
    [InlineData("title = login", "title = \"login\"")]
    [InlineData("TITLE!=\"a b\"", "title != \"a b\"")]
    [InlineData("text ~ login", "text ~ \"login\"")]
    [InlineData("title !~ \"50% _\\\\ \\\" \\x\"", "title !~ \"50% _\\\\ \\\" \\\\x\"")]
    [InlineData("size=3", "size = 3")]
    [InlineData("size >= -2.50", "size >= -2.5")]
    [InlineData("size<1", "size < 1")]
    [InlineData("colour > RED", "colour > red")]
    [InlineData("state = in_work", "state = in_work")]
    [InlineData("state = \"In Work\"", "state = in_work")]
    [InlineData("state = Waiting", "state = waiting")]
    [InlineData("owner = me", "owner = me")]
    [InlineData("owner = \"me\"", "owner = \"me\"")]
    [InlineData("owner = \"ada byron\"", "owner = \"ada byron\"")]
    [InlineData("helper = BO@example.org", "helper = BO@example.org")]
    [InlineData("helper in (me, 0190A000-0000-7000-8000-00000000000A)", "helper in (me, 0190a000-0000-7000-8000-00000000000a)")]
    [InlineData("tag not in (a,\"b, c\")", "tag not in (\"a\", \"b, c\")")]
    [InlineData("urgent = TRUE", "urgent = true")]
    [InlineData("group = ab-1", "group = AB-1")]
    [InlineData("due is empty", "due is empty")]
    [InlineData("due IS NOT EMPTY", "due is not empty")]
    [InlineData("field(\"cost\") > 5", "field(\"Cost\") > 5")]
    [InlineData("Field ( \"Risk \\\"level\\\"\" ) = \"very high\"", "field(\"Risk \\\"level\\\"\") = \"very high\"")]
    // Joining.
    [InlineData("size = 1 and size = 2 or size = 3", "size = 1 and size = 2 or size = 3")]
    [InlineData("size = 1 and (size = 2 or size = 3)", "size = 1 and (size = 2 or size = 3)")]
    [InlineData("((size = 1))", "size = 1")]
    [InlineData("(size = 1 and size = 2) and size = 3", "(size = 1 and size = 2) and size = 3")]
    [InlineData("not size = 1 and NOT not size = 2", "not size = 1 and not not size = 2")]
    [InlineData("not (size = 1 OR size = 2)", "not (size = 1 or size = 2)")]
    [InlineData("\"a b\" and size = 1", "text ~ \"a b\" and size = 1")]
    // Dates.
    [InlineData("due = 2026-12-24", "due = 2026-12-24")]
    [InlineData("due < 2026-12-24T18:00:00+01:00", "due < 2026-12-24T17:00:00Z")]
    [InlineData("due < 2026-12-24T18:00:00.1234567Z-1h", "due < 2026-12-24T18:00:00.123456Z - 1h")]
    [InlineData("due < today+7d", "due < today + 7d")]
    [InlineData("due < TODAY +7D - 2h", "due < today + 7d - 2h")]
    [InlineData("due < 2026-12-24-1m", "due < 2026-12-24 - 1m")]
    [InlineData("due in (startofweek, endOfQuarter - 1y)", "due in (startOfWeek, endOfQuarter - 1y)")]
    [InlineData("made >= now - 8h", "made >= now - 8h")]
    // Order.
    [InlineData("order by due", "order by due")]
    [InlineData("size = 1 ORDER  BY colour DESC, due asc, field(\"Cost\")", "size = 1 order by colour desc, due, field(\"Cost\")")]
    // A search box.
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("login", "text ~ \"login\"")]
    [InlineData("login page!", "text ~ \"login\" and text ~ \"page!\"")]
    [InlineData("\"login page\"", "text ~ \"login page\"")]
    [InlineData("c++ 100% it's \"a b\" order by due", "text ~ \"c++\" and text ~ \"100%\" and text ~ \"it's\" and text ~ \"a b\" order by due")]
    [InlineData("order", "text ~ \"order\"")]
    [InlineData("empty me asc", "text ~ \"empty\" and text ~ \"me\" and text ~ \"asc\"")]
    public void A_text_means_what_its_canonical_text_says(string text, string canonical)
    {
        var query = Read(text);
        Assert.Equal(canonical, query.ToString());
        Assert.Equal(query, Read(canonical));
    }

    [Fact]
    public void Any_query_reads_back_from_its_own_text()
    {
        var random = new Random(20261127);
        var operands = new RandomOperands(random);
        var queries = operands.Queries = new RandomQueries(random, Fields.All, operands.Next);
        for (var i = 0; i < 10_000; i++)
        {
            var query = queries.Next(depth: 5);
            var text = query.ToString();
            var reading = QueryLanguage.Read(text, Fields);
            Assert.True(reading.Fault is null, $"{text}\n{reading.Fault}");
            Assert.True(query == reading.Query, $"{text}\n{reading.Query}");
            Assert.Equal(query.GetHashCode(), reading.Query!.GetHashCode());
        }
    }

    [Fact]
    public void What_the_catalogue_cannot_judge_is_named_with_its_position()
    {
        var reading = QueryLanguage.Read("state in (done, Waiting) and group != ab-1", Fields);
        Assert.Equal(
            [("state", "waiting", 16), ("group", "AB-1", 38)],
            reading.References.Select(r => (r.Field.Name, r.Operand.ToString(), r.Position)));
    }

    private static Query Read(string text)
    {
        var reading = QueryLanguage.Read(text, Fields);
        Assert.True(reading.Fault is null, reading.Fault?.ToString());
        return reading.Query!;
    }

    private sealed class RandomOperands(Random random)
    {
        private static readonly string[] Texts = ["", "a", "A b", "\"", "\\", "\\\"", "and", "é", "𝒳", "today + 1d", "50%", "x\ny", "(", ",", "''"];
        private static readonly decimal[] Numbers = [0, 1, -7, 2.5m, 1e20m, -0.000001m];

        public RandomQueries? Queries { get; set; }

        public Operand Next(Field field) => field.Type switch
        {
            FieldType.Number => new NumberOperand(Numbers[random.Next(Numbers.Length)]),
            FieldType.Moment => new MomentOperand(Queries!.Date(DateTimeOffset.UnixEpoch.AddYears(56))),
            FieldType.Choice when field.IsOpen && random.Next(2) == 0 => new ChoiceOperand("waiting", -1),
            FieldType.Choice => Choice(field),
            FieldType.Boolean => new BooleanOperand(random.Next(2) == 0),
            FieldType.Relation => random.Next(3) switch { 0 => new IdOperand(SomeFields.Ada), 1 => new WordOperand("current"), _ => new KeyOperand("AB-7") },
            FieldType.Person or FieldType.People => random.Next(4) switch
            {
                0 => new CallerOperand(),
                1 => new PeopleOperand("Ada Byron", [SomeFields.Ada, SomeFields.OtherAda]),
                2 => new PeopleOperand("me", [SomeFields.Bo]),
                _ => new PeopleOperand(SomeFields.Bo.ToString(), [SomeFields.Bo]),
            },
            _ => new TextOperand(Texts[random.Next(Texts.Length)]),
        };

        private ChoiceOperand Choice(Field field)
        {
            var rank = random.Next(field.Choices.Count);
            return new ChoiceOperand(field.Choices[rank], rank);
        }
    }
}
