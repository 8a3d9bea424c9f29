using System.Text.Json.Serialization;
using Waymark.Users.Erasure;
using Waymark.Users.Invitations;
using Waymark.Users.Members;
using Waymark.Users.Profiles;
using Waymark.Users.Workspaces;

namespace Waymark.Users;

/// <summary>The JSON of this service's requests and answers, generated at build time.</summary>
[JsonSerializable(typeof(ProfileInput))]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(Page<UserResponse>))]
[JsonSerializable(typeof(PreferencesInput))]
[JsonSerializable(typeof(PreferencesResponse))]
[JsonSerializable(typeof(WorkspaceInput))]
[JsonSerializable(typeof(WorkspaceResponse))]
[JsonSerializable(typeof(Page<WorkspaceResponse>))]
[JsonSerializable(typeof(AddWorkspaceMemberRequest))]
[JsonSerializable(typeof(ChangeWorkspaceMemberRequest))]
[JsonSerializable(typeof(WorkspaceMemberResponse))]
[JsonSerializable(typeof(Page<WorkspaceMemberResponse>))]
[JsonSerializable(typeof(CreateWorkspaceInvitationRequest))]
[JsonSerializable(typeof(WorkspaceInvitationResponse))]
[JsonSerializable(typeof(EraseAccountRequest))]
[JsonSerializable(typeof(ErasureResponse))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class UsersJson : JsonSerializerContext;
