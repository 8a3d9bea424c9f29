namespace Waymark.Tasks.Searching;

/// <summary>
/// What the titles are looked through for that may be like another one: the beginnings of its words, so that an ending, or one that is
/// not typed yet, makes no difference.
/// </summary>
internal sealed class SoughtTitle
{
    /// <summary>A title is told by its longest words.</summary>
    private const int MostWords = 6;

    /// <summary>What has fewer characters is in no gram.</summary>
    private const int ShortestWord = 3;

    /// <summary>Of so many words any two are asked for.</summary>
    private const int MostIndexed = 4;

    private const int ShortestBeginning = 4;
    private const int LongestEnding = 2;

    private readonly string[] _beginnings;

    public SoughtTitle(string title) => _beginnings =
    [
        .. TitleTrigrams.WordsOf(title).Where(w => w.Length >= ShortestWord).OrderByDescending(w => w.Length).Select(BeginningOf)
            .Distinct(StringComparer.Ordinal).Take(MostWords),
    ];

    /// <summary>Patterns of <c>ilike</c>, at least one of which a title fits that is like this one.</summary>
    public string[] Patterns => Array.ConvertAll(_beginnings, LikePattern.Containing);

    /// <summary>
    /// Grams for the project's index, the narrowest first: of tasks that have all of the longest words, any two of them, and, of a
    /// title that has no more than two, one.
    /// </summary>
    public IEnumerable<int[]> GramSets(Guid projectId)
    {
        var ofProject = TextGrams.OfProject(projectId);
        int[][] words = [.. _beginnings.Select(w => TextGrams.OfPart(w).ToArray()).Where(grams => grams.Length > 0).Take(MostIndexed)];
        int[][][] sets =
        [
            words,
            .. from two in words.Index() from other in words[(two.Index + 1)..] where words.Length > 2 select (int[][])[two.Item, other],
            .. from one in words where words.Length == 2 select (int[][])[one],
        ];
        return from set in sets where set.Length > 0 select (int[])[.. set.SelectMany(w => w).Distinct(), ofProject];
    }

    private static string BeginningOf(string word) => word[..Math.Min(word.Length, Math.Max(ShortestBeginning, word.Length - LongestEnding))];
}
