namespace Waymark.Tasks.Model;

/// <summary>
/// How alike two titles are, as PostgreSQL's <c>pg_trgm</c> measures it: each word, in small letters, with two blanks before it and one
/// behind, is cut into every three characters that follow each other, and two titles are as alike as the share of those that both
/// have among those that either has (Jaccard's index): 0 for nothing, 1 for the same words in any order.
/// </summary>
internal sealed class TitleTrigrams
{
    private readonly HashSet<string> _trigrams = new(StringComparer.Ordinal);

    public TitleTrigrams(string title)
    {
        foreach (var word in WordsOf(title))
        {
            var padded = $"  {word} ";
            for (var i = 0; i + 3 <= padded.Length; i++)
            {
                _trigrams.Add(padded.Substring(i, 3));
            }
        }
    }

    /// <summary>The words of a title in small letters: runs of letters and digits.</summary>
    public static IEnumerable<string> WordsOf(string title)
    {
        var start = 0;
        for (var i = 0; i <= title.Length; i++)
        {
            if (i < title.Length && char.IsLetterOrDigit(title[i]))
            {
                continue;
            }

            if (i > start)
            {
                yield return title[start..i].ToLowerInvariant();
            }

            start = i + 1;
        }
    }

    public double SimilarityTo(TitleTrigrams other)
    {
        var shared = _trigrams.Count(other._trigrams.Contains);
        return shared == 0 ? 0 : (double)shared / (_trigrams.Count + other._trigrams.Count - shared);
    }
}
