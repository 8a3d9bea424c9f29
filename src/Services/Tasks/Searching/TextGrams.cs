using System.Globalization;

namespace Waymark.Tasks.Searching;

/// <summary>
/// What an index can know of a part of a word: every three characters that follow each other, as a number. A text that contains
/// another has all of its grams; that it really contains it is looked at afterwards, so two grams may share a number. What the
/// database takes for the same character must be one here, too; characters of which that is not certain are in no gram.
/// </summary>
internal static class TextGrams
{
    /// <summary>Stands before a task's number where its key has the project's; hardly a text has it.</summary>
    private const char KeyMark = '\u0001';

    private const int Uncertain = 0;
    private const int Nothing = -1;

    /// <summary>The grams of a task, and one for its project, so that others with the same words are not looked at.</summary>
    public static int[] Of(Guid projectId, int number, string title, string description)
    {
        var grams = new HashSet<int> { OfProject(projectId) };
        Add(grams, title);
        Add(grams, description);
        Add(grams, string.Create(CultureInfo.InvariantCulture, $"{KeyMark}-{number}"));
        return [.. grams];
    }

    /// <summary>The grams of every task whose title, description or number contains a text; none when it is too short.</summary>
    public static HashSet<int> OfPart(string text)
    {
        var grams = new HashSet<int>();
        Add(grams, text);
        return grams;
    }

    /// <summary>The grams of every task whose key contains a text that reaches into the number; null when it does not.</summary>
    public static HashSet<int>? OfPartOfKey(string text)
    {
        var number = text.AsSpan(text.LastIndexOf('-') + 1);
        return number.Length is 0 or > 10 || number.Length == text.Length || number.ContainsAnyExceptInRange('0', '9') ? null : OfPart($"{KeyMark}-{number}");
    }

    /// <summary>The gram of a project: below zero, as no other is.</summary>
    public static int OfProject(Guid projectId) => unchecked((int)BitConverter.ToUInt32(projectId.ToByteArray(), 12)) | int.MinValue;

    private static void Add(HashSet<int> grams, ReadOnlySpan<char> text)
    {
        var (first, second) = (Uncertain, Uncertain);
        foreach (var character in text)
        {
            var third = Fold(character);
            if (third == Nothing)
            {
                continue;
            }

            if (first != Uncertain && second != Uncertain && third != Uncertain)
            {
                grams.Add(unchecked((((first * 92_821) + second) * 92_821) + third) & int.MaxValue);
            }

            (first, second) = (second, third);
        }
    }

    /// <summary>The character in lower case, in whatever locale the database has.</summary>
    internal static int Fold(char character) => character switch
    {
        // With a dot or without, of its own or written behind the letter: that is decided by the locale.
        '\u0130' or '\u0131' => 'i',
        '\u0307' => Nothing,
        // The end of a word has a sigma of its own.
        '\u03C2' => '\u03C3',
        // Signs whose small letter is a usual one.
        '\u212A' => 'k',
        '\u212B' => '\u00E5',
        '\u2126' => '\u03C9',
        '\u1E9E' => '\u00DF',
        _ => Certain(char.ToLowerInvariant(character)),
    };

    /// <summary>Latin, Greek, Cyrillic and Armenian letters, and whatever has no case.</summary>
    private static int Certain(char lower) => lower is < '\u0250' or (>= '\u0370' and < '\u0590') || char.GetUnicodeCategory(lower) is
        not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned) ? lower : Uncertain;
}
