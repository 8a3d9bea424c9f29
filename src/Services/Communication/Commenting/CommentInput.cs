namespace Waymark.Communication.Commenting;

/// <summary>What a caller may write into a comment; PUT and PATCH take the same.</summary>
public record CommentInput
{
    /// <summary>Markdown; kept exactly as it is.</summary>
    [Required, StringLength(Comment.MaxBodyLength, MinimumLength = 1)]
    public string? Body { get; init; }
}

/// <summary>How changes of a comment stand in its events; a body travels once, as its new value.</summary>
internal static class CommentChanges
{
    public static FieldChanges Body(Comment comment) => FieldChanges.Write(json =>
    {
        json.WriteStartObject("body");
        json.WriteString("to", comment.Body);
        json.WriteEndObject();
    });

    public static FieldChanges Deletion(Comment comment) =>
        FieldChanges.Of("deletedAt", null, InstantConverter.Format(comment.DeletedAt!.Value));
}
