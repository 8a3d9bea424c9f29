namespace Waymark.Querying.Tree;

/// <summary>A value that a field is compared with.</summary>
public abstract record Operand
{
    /// <summary>The canonical text.</summary>
    public sealed override string ToString() => QueryText.Of(this);
}

/// <summary>A text, or the name of a label.</summary>
public sealed record TextOperand(string Text) : Operand;

/// <summary>A number.</summary>
public sealed record NumberOperand(decimal Number) : Operand;

/// <summary>One of a field's choices; <paramref name="Rank"/> is its place among them, or -1 when it is not listed.</summary>
public sealed record ChoiceOperand(string Key, int Rank) : Operand;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanOperand(bool IsTrue) : Operand;

/// <summary>A date, or an instant.</summary>
public sealed record MomentOperand(DateExpression Date) : Operand;

/// <summary>The caller.</summary>
public sealed record CallerOperand : Operand;

/// <summary>A person by id, or all people of a name.</summary>
public sealed record PeopleOperand(string Name, Sequence<Guid> Ids) : Operand;

/// <summary>Another thing by its id.</summary>
public sealed record IdOperand(Guid Id) : Operand;

/// <summary>Another thing by its key.</summary>
public sealed record KeyOperand(string Key) : Operand;

/// <summary>Other things by a word that says what they are now: <c>current</c>.</summary>
public sealed record WordOperand(string Word) : Operand;
