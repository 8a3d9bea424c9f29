namespace Waymark.Querying.Syntax;

internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A run of characters without meaning of their own: a name, a keyword, a value.</summary>
    Word,

    /// <summary>A text in double quotes; the token's text is without them and without escapes.</summary>
    Quoted,

    /// <summary>One of <c>= != &lt; &lt;= &gt; &gt;= ~ !~</c>.</summary>
    Sign,
    Open,
    Close,
    Comma,

    /// <summary>Characters that can never stand in a query; nothing behind them is read.</summary>
    Bad,
}

/// <summary>A piece of the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="End">Where the next character stands.</param>
/// <param name="Text">Its text.</param>
/// <param name="Fault">Why it is <see cref="TokenKind.Bad"/>.</param>
internal readonly record struct Token(TokenKind Kind, int Position, int End, string Text, QueryFault? Fault = null)
{
    public bool Is(string keyword) => Kind == TokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
