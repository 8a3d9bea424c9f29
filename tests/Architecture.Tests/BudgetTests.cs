namespace Waymark.Architecture.Tests;

/// <summary>The size at which a file stops being one idea. A budget is raised only with the reason in the commit.</summary>
public sealed class BudgetTests
{
    private const int LongestFile = 400;
    private const int LongestTestFile = 600;
    private const int NinetiethPercentile = 200;
    private const int MostFilesOfAFolder = 20;
    private const int MostFilesOfAPart = 60;
    private const int MostLinesOfAPart = 4_000;

    [Fact]
    public void No_file_is_longer_than_400_lines() => Assert.Empty(LongerThan(LongestFile, "src", "tools", "bench"));

    [Fact]
    public void No_test_file_is_longer_than_600_lines() => Assert.Empty(LongerThan(LongestTestFile, "tests"));

    [Fact]
    public void Nine_of_ten_files_have_at_most_200_lines()
    {
        var lengths = Repository.Sources("src").Select(Length).Order().ToList();
        Assert.NotEmpty(lengths);
        Assert.True(lengths[lengths.Count * 9 / 10] <= NinetiethPercentile);
    }

    [Fact]
    public void No_folder_is_a_drawer()
    {
        var offenders =
            from path in Repository.Sources("src")
            group path by Path.GetDirectoryName(path) into folder
            where folder.Count() > MostFilesOfAFolder
            select $"{folder.Key} has {folder.Count()} files";
        Assert.Empty(offenders);
    }

    [Fact]
    public void Each_part_of_the_platform_can_be_read_at_one_sitting()
    {
        var parts = Repository.Sources("src/Platform").GroupBy(PartOf).ToList();
        Assert.NotEmpty(parts);
        Assert.Empty(
            from part in parts
            let lines = part.Sum(Length)
            where part.Count() > MostFilesOfAPart || lines > MostLinesOfAPart
            select $"{part.Key} has {part.Count()} files and {lines} lines");
    }

    /// <summary>A folder of the platform, or one inside it that explains itself by a page of its own.</summary>
    private static string PartOf(string path)
    {
        var folders = path.Split('/')[..^1];
        return string.Join('/', folders.Length > 3 && File.Exists(Repository.PathOf([.. folders[..4], "README.md"])) ? folders[..4] : folders[..3]);
    }

    private static IEnumerable<string> LongerThan(int limit, params string[] folders) =>
        from folder in folders
        where Directory.Exists(Repository.PathOf(folder))
        from path in Repository.Sources(folder)
        let length = Length(path)
        where length > limit
        select $"{path} has {length} lines";

    private static int Length(string path) => File.ReadLines(Repository.PathOf(path)).Count();
}
