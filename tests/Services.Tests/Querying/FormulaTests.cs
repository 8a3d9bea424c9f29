using Waymark.Querying.Formulas;

namespace Waymark.Services.Tests.Querying;

/// <summary>The language of formulas: what a text means, and every fault where it stands.</summary>
public sealed class FormulaTests : IFormulaFields
{
    private static readonly Guid Cost = new("0198c2f3-0000-7000-8000-000000000001");

    IReadOnlyList<string> IFormulaFields.Names => ["Cost", "Ship on"];

    [Theory]
    [InlineData("1 + 2 * 3", FormulaType.Number)]
    [InlineData("estimate / 60", FormulaType.Number)]
    [InlineData("field(\"COST\") * estimate / 60", FormulaType.Money)]
    [InlineData("field(\"Cost\") / field(\"Cost\")", FormulaType.Number)]
    [InlineData("-field(\"Cost\") + 1.50", FormulaType.Money)]
    [InlineData("max(field(\"Ship on\"), due) + 7", FormulaType.Date)]
    [InlineData("if(due is not empty and due < today, \"2026-12-24\", start)", FormulaType.Date)]
    [InlineData("days(Start, DUE) > 3 or not overdue", FormulaType.Checkbox)]
    [InlineData("coalesce(difficulty, 0, round(estimate, 2))", FormulaType.Number)]
    public void A_formula_has_the_type_of_its_value(string text, FormulaType type)
    {
        var reading = FormulaLanguage.Read(text, this);
        Assert.Null(reading.Fault);
        Assert.Equal(type, reading.Formula!.Type);
    }

    [Theory]
    [InlineData("", 0, "a field", "A value is expected here")]
    [InlineData("estimate +", 10, "a field", "A value is expected here")]
    [InlineData("estimate 60", 9, "+", "An operator such as + is expected")]
    [InlineData("(estimate", 9, ")", "opens at 0 is not closed")]
    [InlineData("estimate)", 8, "+", "No parenthesis is open here")]
    [InlineData("estimat * 2", 0, "estimate", "There is no field estimat. Did you mean estimate?")]
    [InlineData("1 + Cost", 4, "", "written field(\"Cost\")")]
    [InlineData("field(\"Kost\") + 1", 6, "Cost", "no field \"Kost\". Did you mean Cost?")]
    [InlineData("field(Cost)", 6, "a name in quotes", "field(\"Cost\")")]
    [InlineData("2 * field(\"Note\")", 10, "Cost", "cannot compute with Note")]
    [InlineData("rond(estimate)", 0, "round", "There is no function rond. Did you mean round?")]
    [InlineData("round(estimate, 7)", 16, "a whole number from 0 to 6", "round does not take a number here")]
    [InlineData("if(1, 1, 2)", 3, "a condition", "if does not take a number here")]
    [InlineData("if(true, 1, due)", 0, "a number", "different types")]
    [InlineData("abs(1, 2)", 0, "abs(…)", "abs takes 1 values")]
    [InlineData("due - start", 4, "days(from, to)", "write days(from, to)")]
    [InlineData("due * 2", 4, "numbers", "* does not go between a date and a number")]
    [InlineData("1 and true", 2, "conditions", "and does not go between a number and a condition")]
    [InlineData("\"tomorrow\"", 0, "a date", "In quotes a date such as")]
    [InlineData("1 % 2", 2, "a number", "no meaning in a formula")]
    [InlineData("not 1", 4, "a condition", "not goes with a condition")]
    [InlineData("due is 3", 7, "empty", "empty is expected here")]
    public void A_fault_is_told_where_it_stands(string text, int position, string expected, string detail)
    {
        var fault = FormulaLanguage.Read(text, this).Fault!;
        Assert.Equal(position, fault.Position);
        Assert.Contains(detail, fault.Detail, StringComparison.Ordinal);
        Assert.True(expected.Length == 0 || fault.Expected.Contains(expected), string.Join(", ", fault.Expected));
    }

    [Fact]
    public void No_text_takes_the_reader_out_of_bounds()
    {
        Assert.NotNull(FormulaLanguage.Read(new string('(', 1_999), this).Fault);
        Assert.NotNull(FormulaLanguage.Read(string.Join('+', Enumerable.Repeat("1", 101)), this).Fault);
        Assert.Equal(FormulaLanguage.MaxLength, FormulaLanguage.Read(new string(' ', 2_001), this).Fault!.Position);
        var (random, pieces) = (new Random(1), new[] { "estimate", "field(", "\"Cost\"", "(", ")", ",", "+", "-", "if(", "1", "0.5", "is", "empty", "not", "and", "<", "min(", " ", "\"", "é" });
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var (formula, fault, _) = FormulaLanguage.Read(text, this);
            Assert.True((formula is null) != (fault is null), text);
            Assert.True(fault is null || (fault.Position >= 0 && fault.Position <= text.Length), text);
        }
    }

    [Fact]
    public void A_renamed_field_changes_its_name_alone()
    {
        const string text = "  FIELD( \"Cost\" ) *2 + field(\"Ship \\\"on\\\"\")";
        Assert.Equal(["Cost", "Ship \"on\""], FormulaLanguage.NamesIn(text));
        Assert.Equal("  FIELD( \"Pr\\\"ice\" ) *2 + field(\"Ship \\\"on\\\"\")", FormulaLanguage.Rename(text, name => name == "Cost" ? "Pr\"ice" : name));
    }

    FormulaField? IFormulaFields.Find(string text) => text.ToLowerInvariant() switch
    {
        "cost" => new FormulaField(Cost, FormulaType.Money),
        "ship on" => new FormulaField(Guid.Empty, FormulaType.Date),
        "note" => new FormulaField(Guid.Empty, null, "A formula cannot compute with Note."),
        _ => null,
    };
}
