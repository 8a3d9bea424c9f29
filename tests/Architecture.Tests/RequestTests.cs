using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Waymark.Platform.Http;

namespace Waymark.Architecture.Tests;

/// <summary>What requests have in common.</summary>
public sealed class RequestTests
{
    [Fact]
    public void Blanks_at_the_ends_of_titles_and_names_do_not_count()
    {
        var lengths =
            (from module in ServiceCatalog.All
             from type in module.GetType().Assembly.GetExportedTypes()
             from property in type.GetProperties()
             where property.Name is "Title" or "Name" or "DisplayName"
             let length = property.GetCustomAttribute<StringLengthAttribute>()
             where length is not null
             select (Member: $"{type.Name}.{property.Name}", IsTrimmed: length is TrimmedLengthAttribute)).ToList();
        Assert.NotEmpty(lengths);
        Assert.Empty(lengths.Where(l => !l.IsTrimmed).Select(l => l.Member));
    }
}
