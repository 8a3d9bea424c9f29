using static Waymark.Architecture.Tests.Document.Examples.ExampleIds;

namespace Waymark.Architecture.Tests.Document.Examples;

/// <summary>People, their preferences, and workspaces.</summary>
internal static class UserExamples
{
    public static readonly IReadOnlyDictionary<string, string[]> RequestMembers = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["AddWorkspaceMemberRequest"] = ["email", "role"],
        ["ProfilePatch"] = ["timeZone"],
        ["PreferencesPatch"] = ["theme", "notifications"],
        ["WorkspaceInput"] = ["name", "timeZone"],
        ["WorkspacePatch"] = ["name"],
    };

    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["accent"] = "\"indigo\"",
        ["locale"] = "\"en\"",
        ["NotificationDefaults.email"] = "true",
        ["NotificationDefaultsInput.email"] = "false",
        ["NotificationDefaultsPatch.email"] = "false",
        ["WorkspaceResponse.role"] = "\"owner\"",
        ["WorkspaceMemberResponse.role"] = "\"member\"",
        ["AddWorkspaceMemberRequest.role"] = "\"member\"",
        ["ChangeWorkspaceMemberRequest.role"] = "\"admin\"",
        ["CreateWorkspaceInvitationRequest.role"] = "\"member\"",
        ["slug"] = "\"bakery\"",
        ["UserResponse.id"] = Ada,
        ["workspaceName"] = "\"Bakery\"",
        ["WorkspaceResponse.id"] = Workspace,
        ["WorkspaceResponse.name"] = "\"Bakery\"",
        ["WorkspaceInput.name"] = "\"Bakery\"",
        ["WorkspacePatch.name"] = "\"Bakery\"",
    };
}
