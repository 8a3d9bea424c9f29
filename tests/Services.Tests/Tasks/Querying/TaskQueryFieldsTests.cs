using System.Text.RegularExpressions;
using Waymark.Tasks.Querying;

namespace Waymark.Services.Tests.Tasks.Querying;

/// <summary>Who offers or explains the fields knows all of them.</summary>
public sealed partial class TaskQueryFieldsTests
{
    [Fact]
    public void The_web_client_offers_the_fields_of_the_catalogue()
    {
        var source = File.ReadAllText(Repository.PathOf("web/src/features/tasks/query/query-fields.ts"));
        var offered = OfferedField().Matches(source).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["sortable"].Success, StringComparer.Ordinal);
        Assert.Equal(
            TaskQueryFields.All.Select(f => (f.Name, f.IsSortable)).Order(),
            offered.Select(f => (Name: f.Key, IsSortable: f.Value)).Order());
    }

    [Fact]
    public void The_page_about_the_language_names_the_fields_of_the_catalogue()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/query-language.md"));
        Assert.All(TaskQueryFields.All, field => Assert.Contains($"`{field.Name}`", page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{ name: '(?<name>\w+)', kind: '\w+'(?<sortable>, isSortable: true)?,", RegexOptions.ExplicitCapture)]
    private static partial Regex OfferedField();
}
