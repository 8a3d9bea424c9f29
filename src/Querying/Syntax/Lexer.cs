using System.Text;

namespace Waymark.Querying.Syntax;

/// <summary>Cuts a text into tokens, in one pass.</summary>
internal static class Lexer
{
    public static List<Token> Read(string text) => Read(text, Next);

    /// <summary>The same for texts whose tokens are others.</summary>
    public static List<Token> Read(string text, Func<string, int, Token> next)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = next(text, at);
            tokens.Add(token);
            if (token.Kind == TokenKind.Bad)
            {
                return tokens;
            }

            at = token.End;
        }

        tokens.Add(new Token(TokenKind.End, text.Length, text.Length, ""));
        return tokens;
    }

    private static Token Next(string text, int at) => text[at] switch
    {
        '(' => Of(TokenKind.Open, text, at, 1),
        ')' => Of(TokenKind.Close, text, at, 1),
        ',' => Of(TokenKind.Comma, text, at, 1),
        '"' => Quoted(text, at),
        '=' or '~' => Of(TokenKind.Sign, text, at, 1),
        '<' or '>' => Of(TokenKind.Sign, text, at, IsAt(text, at + 1, '=') ? 2 : 1),
        '!' when IsAt(text, at + 1, '=') || IsAt(text, at + 1, '~') => Of(TokenKind.Sign, text, at, 2),
        _ => Word(text, at),
    };

    private static Token Word(string text, int start)
    {
        var at = start;
        for (; at < text.Length && IsOfWord(text, at); at++)
        {
            if (IsUnreadable(text, at))
            {
                return Unreadable(at);
            }

            at += char.IsHighSurrogate(text[at]) ? 1 : 0;
        }

        return Of(TokenKind.Word, text, start, at - start);
    }

    /// <summary>A text in quotes.</summary>
    public static Token Quoted(string text, int start)
    {
        var content = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (IsUnreadable(text, at))
            {
                return Unreadable(at);
            }

            switch (text[at])
            {
                case '"':
                    return new Token(TokenKind.Quoted, start, at + 1, content.ToString());
                case '\\' when IsAt(text, at + 1, '"') || IsAt(text, at + 1, '\\'):
                    content.Append(text[++at]);
                    break;
                case var high when char.IsHighSurrogate(high):
                    content.Append(high).Append(text[++at]);
                    break;
                case var other:
                    content.Append(other);
                    break;
            }
        }

        return Bad(text.Length, $"The text that begins at {start} has no closing quote.", "\"");
    }

    private static bool IsOfWord(string text, int at) =>
        !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or ',' or '"' or '=' or '~' or '<' or '>')
        && !(text[at] == '!' && (IsAt(text, at + 1, '=') || IsAt(text, at + 1, '~')));

    /// <summary>Control characters and halves of characters: no database stores them, and nobody means them.</summary>
    private static bool IsUnreadable(string text, int at) =>
        (char.IsControl(text[at]) && !char.IsWhiteSpace(text[at]))
        || char.IsLowSurrogate(text[at])
        || (char.IsHighSurrogate(text[at]) && (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])));

    private static Token Unreadable(int at) => Bad(at, "This character cannot be read.", "a printable character");

    /// <summary>Something that is no token.</summary>
    public static Token Bad(int at, string detail, params IEnumerable<string> expected) =>
        new(TokenKind.Bad, at, at, "", QueryFault.At(at, detail, expected));

    /// <summary>So many characters as a token.</summary>
    public static Token Of(TokenKind kind, string text, int at, int length) => new(kind, at, at + length, text.Substring(at, length));

    /// <summary>Whether this character stands there.</summary>
    public static bool IsAt(string text, int at, char expected) => at < text.Length && text[at] == expected;
}
