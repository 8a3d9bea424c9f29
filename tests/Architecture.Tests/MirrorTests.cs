namespace Waymark.Architecture.Tests;

/// <summary>A use case and its tests have the same path, so that neither is ever searched for.</summary>
public sealed class MirrorTests
{
    [Fact]
    public void Every_use_case_has_a_test_file_of_its_own_at_the_same_path()
    {
        var slices = Repository.Sources("src/Services").Where(IsSlice)
            .Select(path => Path.GetRelativePath("src/Services", path))
            .ToList();
        Assert.NotEmpty(slices);
        var missing = slices.Select(path => Path.ChangeExtension(path, null) + "Tests.cs").Where(path => !File.Exists(Repository.PathOf("tests/Services.Tests", path)));
        Assert.Equal([], missing);
    }

    private static bool IsSlice(string path) => File.ReadAllText(Repository.PathOf(path)).Contains("static void Map(", StringComparison.Ordinal);
}
