using Waymark.Querying;

namespace Waymark.Services.Tests.Querying;

/// <summary>Every fault of the language: where it is told, what was expected there, and in which words.</summary>
public sealed class FaultTests
{
    private static readonly SomeFields Fields = new();

    [Theory]
    // What cannot be read.
    [InlineData("title = \"abc", 12, "\"", "The text that begins at 8 has no closing quote.")]
    [InlineData("title = a\u0001b", 9, "a printable character", "cannot be read")]
    [InlineData("title = \"a\0\"", 10, "a printable character", "cannot be read")]
    // The form.
    [InlineData("size = 1 and", 12, "a field", "A condition is expected here")]
    [InlineData("and size = 1", 0, "a field", "A condition is expected here")]
    [InlineData("size = 1 and or size = 2", 13, "a field", "A condition is expected here")]
    [InlineData("size = 1 and order by due", 13, "a field", "A condition is expected here")]
    [InlineData("not", 3, "a field", "A condition is expected here")]
    [InlineData("()", 1, "a field", "A condition is expected here")]
    [InlineData("= 3", 0, "a field", "A condition is expected here")]
    [InlineData("(size = 1", 9, "and", "The parenthesis that opens at 0 is not closed.")]
    [InlineData("(size = 1 size = 2)", 10, "and", "The parenthesis that opens at 0 is not closed.")]
    [InlineData("size = 1)", 8, "and", "No parenthesis is open here.")]
    [InlineData("size = 1 size = 2", 9, "and", "Conditions are joined by and, or")]
    [InlineData("title = a b", 10, "and", "values with blanks go in quotes")]
    [InlineData("size and due = today", 5, "=", "A comparison is expected after \"size\"")]
    [InlineData("log in page", 7, "(", "( is expected here.")]
    [InlineData("terms and conditions", 6, "=", "To search for words, put them in quotes.")]
    [InlineData("size not 3", 5, "=", "A comparison is expected")]
    [InlineData("size =", 6, "a value", "A value is expected after =")]
    [InlineData("size = = 3", 7, "a value", "A value is expected after =")]
    [InlineData("title = and", 8, "a value", "goes in quotes")]
    [InlineData("title = order by due", 8, "a value", "goes in quotes")]
    [InlineData("size = (1, 2)", 7, "a value", "a list goes with in")]
    [InlineData("size in 1", 8, "(", "( is expected here.")]
    [InlineData("size in ()", 9, "a value", "A value is expected after in")]
    [InlineData("size in (1, )", 12, "a value", "A value is expected after in")]
    [InlineData("size in (1", 10, ",", ", or ) is expected here.")]
    [InlineData("size in (1 2)", 11, ",", ", or ) is expected here.")]
    [InlineData("due is", 6, "empty", "empty or not empty is expected here.")]
    [InlineData("due is 3", 7, "empty", "empty or not empty is expected here.")]
    [InlineData("due is not null", 11, "empty", "empty is expected here.")]
    [InlineData("field(Cost) = 3", 6, "a name in quotes", "field(\"Cost\")")]
    [InlineData("field(\"Cost\" = 3", 13, ")", ") is expected here.")]
    [InlineData("order by", 8, "a field", "A field to order by is expected.")]
    [InlineData("order by due,", 13, "a field", "A field to order by is expected.")]
    [InlineData("order by due desc asc", 18, "asc", "Only further fields to order by")]
    [InlineData("order by due and size = 1", 13, "asc", "Only further fields to order by")]
    [InlineData("order by due, due, due, due, due, due", 34, "the end", "at most 5 fields")]
    // A plus sign that an address has turned into a blank.
    [InlineData("due < today  7d", 13, "+", "in an address + is written %2B")]
    // Names.
    [InlineData("sise = 3", 0, "size", "There is no field \"sise\". Did you mean size?")]
    [InlineData("nothing = 3", 0, "text", "There is no field \"nothing\".")]
    [InlineData("size = 1 and (titel ~ x)", 14, "title", "Did you mean title?")]
    [InlineData("field(\"Kost\") = 3", 6, "Cost", "There is no custom field \"Kost\". Did you mean Cost?")]
    [InlineData("order by colr", 9, "colour", "Did you mean colour?")]
    [InlineData("order by tag", 9, "title", "tag has no order")]
    // Comparisons that a type does not have.
    [InlineData("title < a", 6, "=", "title is not compared by <, but by =, !=, ~")]
    [InlineData("text = a", 5, "~", "text is not compared by =")]
    [InlineData("size ~ 3", 5, "=", "size is not compared by ~")]
    [InlineData("state > todo", 6, "=", "state is not compared by >")]
    [InlineData("urgent is empty", 7, "=", "urgent is not compared by is empty")]
    [InlineData("urgent in (true)", 7, "=", "urgent is not compared by in")]
    // Values.
    [InlineData("size = three", 7, "a number", "A number such as 3 or 2.5 is expected.")]
    [InlineData("size = 1e5", 7, "a number", "A number")]
    [InlineData("size in (1, two)", 12, "a number", "A number")]
    [InlineData("colour = rde", 9, "red", "Did you mean red?")]
    [InlineData("colour = pink", 9, "red", "colour is one of red, green, blue.")]
    [InlineData("urgent = yes", 9, "true", "true or false is expected.")]
    [InlineData("owner = Eve", 8, "me", "Nobody in your projects is called \"Eve\".")]
    [InlineData("owner = \"Ada Byrom\"", 8, "Ada Byron", "Did you mean Ada Byron?")]
    [InlineData("group = AB", 8, "AB-1", "A key such as AB-1 or an id is expected.")]
    [InlineData("size = 3 + 4", 9, "and", "Only dates are moved by + and -")]
    [InlineData("tag = a -b", 8, "and", "Only dates are moved by + and -")]
    // Dates.
    [InlineData("due = soon", 6, "2026-12-24", "A date such as 2026-12-24")]
    [InlineData("due = tomorow", 6, "tomorrow", "Did you mean tomorrow?")]
    [InlineData("due = 2026-02-30", 6, "2026-12-24", "A date is written 2026-12-24")]
    [InlineData("due = 24.12.2026", 6, "2026-12-24", "A date is written 2026-12-24")]
    [InlineData("due = 2026-1-1", 6, "2026-12-24", "A date is written 2026-12-24")]
    [InlineData("due = 2026-12-24T18:00", 6, "2026-12-24T18:00:00Z", "An instant is written")]
    [InlineData("due = 2026-12-24T25:00:00Z", 6, "2026-12-24T18:00:00Z", "An instant is written")]
    [InlineData("due = today + d", 14, "a number", "A whole number of days")]
    [InlineData("due = today +", 13, "a number", "A whole number of days")]
    [InlineData("due = today+7", 13, "d", "A unit is expected")]
    [InlineData("due = today + 7days", 15, "d", "A unit is expected")]
    [InlineData("due = today + 7x", 15, "d", "A unit is expected")]
    [InlineData("due = today + 7d*2", 16, "+", "Only offsets such as + 7d")]
    [InlineData("due = today + 201y", 12, "and", "A date is moved at most")]
    [InlineData("due = today + 99999999999d", 14, "a number", "A whole number of days")]
    [InlineData("due = today+1d+1d+1d+1d+1d+1d+1d+1d+1d+1d+1d", 41, "and", "at most 10 times")]
    [InlineData("due = \"today + 7x\"", 16, "d", "A unit is expected")]
    [InlineData("due = startOfWeek()", 17, "and", "Conditions are joined by and, or")]
    public void A_fault_says_where_and_what_was_expected(string text, int position, string expected, string detail)
    {
        var fault = QueryLanguage.Read(text, Fields).Fault;
        Assert.NotNull(fault);
        Assert.Equal((position, expected), (fault.Position, fault.Expected[0]));
        Assert.Contains(detail, fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Halves_of_characters_cannot_be_read()
    {
        AssertFault("\uD83D", 0, "cannot be read");
        AssertFault("a\uDE00", 1, "cannot be read");
        AssertFault("title = \"😀\uD83D\"", 11, "cannot be read");
        Assert.Null(QueryLanguage.Read("title = \"😀\" or title = 😀", Fields).Fault);
    }

    [Fact]
    public void The_form_is_told_before_names_and_those_before_values()
    {
        AssertFault("sise = three and (", 18, "A condition is expected");
        AssertFault("size = three and sise = 3", 7, "A number");
        AssertFault("sise = three", 0, "There is no field");
    }

    [Fact]
    public void A_text_may_have_4000_characters()
    {
        Assert.Null(QueryLanguage.Read(new string('a', QueryLimits.MaxLength), Fields).Fault);
        AssertFault(new string('a', QueryLimits.MaxLength + 1), QueryLimits.MaxLength, "4000 characters");
    }

    [Fact]
    public void Parentheses_and_not_may_be_32_deep()
    {
        string Nested(int depth) => new string('(', depth) + "size = 1" + new string(')', depth);
        Assert.Null(QueryLanguage.Read(Nested(QueryLimits.MaxDepth), Fields).Fault);
        AssertFault(Nested(QueryLimits.MaxDepth + 1), QueryLimits.MaxDepth, "32 levels deep");
        AssertFault(new string('(', QueryLimits.MaxLength), QueryLimits.MaxDepth, "32 levels deep");

        string Negated(int depth) => string.Concat(Enumerable.Repeat("not ", depth)) + "size = 1";
        Assert.Null(QueryLanguage.Read(Negated(QueryLimits.MaxDepth), Fields).Fault);
        AssertFault(Negated(QueryLimits.MaxDepth + 1), QueryLimits.MaxDepth * 4, "32 levels deep");
    }

    [Fact]
    public void A_query_may_have_200_terms()
    {
        string Conditions(int count) => string.Join(" and ", Enumerable.Repeat("size=1", count));
        Assert.Null(QueryLanguage.Read(Conditions(QueryLimits.MaxTerms), Fields).Fault);
        AssertFault(Conditions(QueryLimits.MaxTerms + 1), QueryLimits.MaxTerms * 11, "at most 200");

        string List(int count) => $"size in ({string.Join(",", Enumerable.Repeat("1", count))})";
        Assert.Null(QueryLanguage.Read(List(QueryLimits.MaxTerms - 1), Fields).Fault);
        AssertFault(List(QueryLimits.MaxTerms), 9 + ((QueryLimits.MaxTerms - 1) * 2), "at most 200");

        string Words(int count) => string.Join(' ', Enumerable.Repeat("w", count));
        Assert.Null(QueryLanguage.Read(Words(QueryLimits.MaxTerms), Fields).Fault);
        AssertFault(Words(QueryLimits.MaxTerms + 1), QueryLimits.MaxTerms * 2, "at most 200");
    }

    [Fact]
    public void A_message_repeats_little_of_what_was_written() =>
        Assert.True(QueryLanguage.Read(new string('x', 3_000) + " = 1", Fields).Fault!.Detail.Length < 200);

    private static void AssertFault(string text, int position, string detail)
    {
        var fault = QueryLanguage.Read(text, Fields).Fault;
        Assert.Equal(position, fault?.Position);
        Assert.Contains(detail, fault!.Detail, StringComparison.Ordinal);
    }
}
