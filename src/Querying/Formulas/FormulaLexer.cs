using Waymark.Querying.Syntax;

namespace Waymark.Querying.Formulas;

/// <summary>
/// Cuts a formula into tokens. In a query a word goes on until a blank, so that dates and keys need no quotes; in a formula the signs of
/// arithmetic end it.
/// </summary>
internal static class FormulaLexer
{
    public static List<Token> Read(string text) => Lexer.Read(text, Next);

    private static Token Next(string text, int at) => text[at] switch
    {
        '(' => Lexer.Of(TokenKind.Open, text, at, 1),
        ')' => Lexer.Of(TokenKind.Close, text, at, 1),
        ',' => Lexer.Of(TokenKind.Comma, text, at, 1),
        '"' => Lexer.Quoted(text, at),
        '+' or '-' or '*' or '/' or '=' => Lexer.Of(TokenKind.Sign, text, at, 1),
        '<' or '>' => Lexer.Of(TokenKind.Sign, text, at, Lexer.IsAt(text, at + 1, '=') ? 2 : 1),
        '!' when Lexer.IsAt(text, at + 1, '=') => Lexer.Of(TokenKind.Sign, text, at, 2),
        >= '0' and <= '9' => Number(text, at),
        var letter when char.IsLetter(letter) || letter == '_' => Word(text, at),
        _ => Lexer.Bad(at, "This character has no meaning in a formula.", "a number", "a field", "("),
    };

    private static Token Number(string text, int start)
    {
        var at = Digits(text, start);
        at = Lexer.IsAt(text, at, '.') ? Digits(text, at + 1) : at;
        return Lexer.Of(TokenKind.Word, text, start, at - start);
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static Token Word(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return Lexer.Of(TokenKind.Word, text, start, at - start);
    }
}
