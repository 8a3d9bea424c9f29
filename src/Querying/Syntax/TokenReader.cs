namespace Waymark.Querying.Syntax;

/// <summary>A place among tokens that moves on, and the first fault that was met there.</summary>
internal abstract class TokenReader(List<Token> tokens)
{
    protected List<Token> Tokens => tokens;

    /// <summary>Where it stands; the last token says that there is nothing more.</summary>
    protected int At { get; set; }

    /// <summary>Why it did not come to the end.</summary>
    protected QueryFault? Fault { get; private set; }

    protected Token Current => tokens[At];

    protected Token Following => tokens[Math.Min(At + 1, tokens.Count - 1)];

    /// <summary>Goes on by one.</summary>
    /// <returns>The token that it has left behind.</returns>
    protected Token Next() => tokens[At++];

    protected bool Take(string keyword)
    {
        var isThere = Current.Is(keyword);
        At += isThere ? 1 : 0;
        return isThere;
    }

    protected bool Take(TokenKind kind)
    {
        var isThere = Current.Kind == kind;
        At += isThere ? 1 : 0;
        return isThere;
    }

    protected bool Demand(string keyword, string[] expected) => Take(keyword) || FailWith(expected);

    protected bool Demand(TokenKind kind, params string[] expected) => Take(kind) || FailWith(expected);

    /// <summary>What cannot be read at all is the fault wherever something else was expected.</summary>
    protected void Fail(string detail, params string[] expected) => Fault ??= Current.Fault ?? QueryFault.At(Current.Position, detail, expected);

    private bool FailWith(string[] expected)
    {
        Fail($"{string.Join(" or ", expected)} is expected here.", expected);
        return false;
    }
}
