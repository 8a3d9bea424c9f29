namespace Waymark.Membership;

/// <summary>
/// The fragments by which a statement reads what the caller may do in project <c>p</c> along with what it came for. The
/// caller's id is the parameter <c>@caller</c>.
/// </summary>
public static class AccessSql
{
    /// <summary>Joins behind <c>project p</c>: the caller's membership <c>m</c> and workspace management <c>w</c>.</summary>
    public const string Joins =
        """
        left join project_member m on m.project_id = p.id and m.user_id = @caller
        left join workspace_manager w on w.workspace_id = p.workspace_id and w.user_id = @caller
        """;

    /// <summary>The same for another expression of the person's id: a column, or a parameter by its place.</summary>
    public static string JoinsOf(string person) => Joins.Replace("@caller", person, StringComparison.Ordinal);

    /// <summary>The caller's rank in <c>p</c>: 0 (none) to 4 (owner).</summary>
    public const string Rank = "greatest(coalesce(m.rank, 0), case when w.user_id is null then 0 else 3 end)::smallint";

    /// <summary>True for projects that the caller may see.</summary>
    public const string Visible = "(m.user_id is not null or w.user_id is not null) and p.state <> 'deleted'";

    /// <summary>
    /// The same as a condition without the joins: quicker where a statement reads one thing and does not ask for the rank.
    /// </summary>
    /// <param name="person">The expression of the person's id.</param>
    public static string VisibleTo(string person) =>
        $"""
        p.state <> 'deleted' and (
            exists (select from project_member m where m.project_id = p.id and m.user_id = {person})
            or exists (select from workspace_manager w where w.workspace_id = p.workspace_id and w.user_id = {person}))
        """;

    /// <summary>The ids of all projects that the caller may see.</summary>
    public const string VisibleProjects =
        """
        select p.id from project p join project_member m on m.project_id = p.id and m.user_id = @caller where p.state <> 'deleted'
        union
        select p.id from project p join workspace_manager w on w.workspace_id = p.workspace_id and w.user_id = @caller where p.state <> 'deleted'
        """;
}
