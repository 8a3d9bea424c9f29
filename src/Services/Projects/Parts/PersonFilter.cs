namespace Waymark.Projects.Parts;

/// <summary>The filter <c>userId</c> of lists: an id, or <c>me</c>.</summary>
internal static class PersonFilter
{
    public static (Guid? UserId, Problem? Problem) Read(string? text, Guid callerId) =>
        text is null ? (null, null)
        : text == "me" ? (callerId, null)
        : Guid.TryParse(text, out var id) ? (id, null)
        : (null, Problems.Invalid("userId", "An id or me is expected."));
}
