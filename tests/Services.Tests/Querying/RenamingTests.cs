using Waymark.Querying;

namespace Waymark.Services.Tests.Querying;

/// <summary>What has a new name has it in queries, too, and nothing else is touched.</summary>
public sealed class RenamingTests
{
    [Theory]
    [InlineData("field(\"Cost\") > 5", "field(\"The \\\"real\\\" cost\") > 5")]
    [InlineData("  not ( FIELD (  \"cOST\" )  is empty or title = \"Cost\" and field(\"Costs\") < 1)  order by due, field(\"Cost\") desc",
        "  not ( FIELD (  \"The \\\"real\\\" cost\" )  is empty or title = \"Cost\" and field(\"Costs\") < 1)  order by due, field(\"The \\\"real\\\" cost\") desc")]
    [InlineData("title ~ \"field(\\\"Cost\\\")\" and \"Cost\"", null)]
    [InlineData("Cost", null)]
    [InlineData("field(\"Cost\") >", null)]
    [InlineData("", null)]
    public void A_custom_field(string query, string? expected) =>
        Assert.Equal(expected, QueryRenaming.OfCustomField(query, name => name.Equals("cost", StringComparison.OrdinalIgnoreCase), "The \"real\" cost"));

    [Theory]
    [InlineData("label=Bug", "label=\"won't \\\\ fix\"")]
    [InlineData("LABEL in (a, bug,\"BUG\") and label != bug", "LABEL in (a, \"won't \\\\ fix\",\"won't \\\\ fix\") and label != \"won't \\\\ fix\"")]
    [InlineData("label ~ bug or title = bug or field(\"label\") = bug or milestone = bug or label = bugs or bug = label", null)]
    public void A_value(string query, string? expected) =>
        Assert.Equal(expected, QueryRenaming.OfValue(query, "label", value => value.Text.Equals("bug", StringComparison.OrdinalIgnoreCase), "won't \\ fix"));

    [Fact]
    public void What_would_be_too_long_stays_as_it_is()
    {
        var longest = $"field(\"a\") = {new string('x', QueryLimits.MaxLength - 13)}";
        Assert.NotNull(QueryRenaming.OfCustomField(longest, _ => true, "b"));
        Assert.Null(QueryRenaming.OfCustomField(longest, _ => true, "bc"));
    }
}
