using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Contracts.ActivityLog;
using Waymark.Contracts.Communication;
using Waymark.Contracts.Identity;
using Waymark.Contracts.Notifications;
using Waymark.Contracts.Operations;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;

namespace Waymark.Contracts;

/// <summary>How events stand on the wire: camelCase members, UTF-8 without <c>\u</c> escapes, generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UserCreated))]
[JsonSerializable(typeof(UserEmailChanged))]
[JsonSerializable(typeof(UserLoggedIn))]
[JsonSerializable(typeof(SessionRevoked))]
[JsonSerializable(typeof(UserUpdated))]
[JsonSerializable(typeof(WorkspaceCreated))]
[JsonSerializable(typeof(WorkspaceUpdated))]
[JsonSerializable(typeof(WorkspaceDeleted))]
[JsonSerializable(typeof(WorkspaceMemberAdded))]
[JsonSerializable(typeof(WorkspaceMemberChanged))]
[JsonSerializable(typeof(WorkspaceMemberRemoved))]
[JsonSerializable(typeof(ProjectCreated))]
[JsonSerializable(typeof(ProjectUpdated))]
[JsonSerializable(typeof(ProjectArchived))]
[JsonSerializable(typeof(ProjectUnarchived))]
[JsonSerializable(typeof(ProjectDeleted))]
[JsonSerializable(typeof(ProjectRestored))]
[JsonSerializable(typeof(ProjectErased))]
[JsonSerializable(typeof(MemberAdded))]
[JsonSerializable(typeof(MemberChanged))]
[JsonSerializable(typeof(MemberRemoved))]
[JsonSerializable(typeof(LabelCreated))]
[JsonSerializable(typeof(LabelUpdated))]
[JsonSerializable(typeof(LabelDeleted))]
[JsonSerializable(typeof(MilestoneCreated))]
[JsonSerializable(typeof(MilestoneUpdated))]
[JsonSerializable(typeof(MilestoneDeleted))]
[JsonSerializable(typeof(CustomFieldCreated))]
[JsonSerializable(typeof(CustomFieldUpdated))]
[JsonSerializable(typeof(CustomFieldDeleted))]
[JsonSerializable(typeof(TimeLogged))]
[JsonSerializable(typeof(TimeChanged))]
[JsonSerializable(typeof(TimeRemoved))]
[JsonSerializable(typeof(ReleaseCreated))]
[JsonSerializable(typeof(ReleaseUpdated))]
[JsonSerializable(typeof(ReleaseDeleted))]
[JsonSerializable(typeof(TimeSheetSubmitted))]
[JsonSerializable(typeof(TimeSheetApproved))]
[JsonSerializable(typeof(TimeSheetRejected))]
[JsonSerializable(typeof(TimeSheetReopened))]
[JsonSerializable(typeof(AllocationCreated))]
[JsonSerializable(typeof(AllocationUpdated))]
[JsonSerializable(typeof(AllocationDeleted))]
[JsonSerializable(typeof(TaskCreated))]
[JsonSerializable(typeof(TaskUpdated))]
[JsonSerializable(typeof(TaskAssigned))]
[JsonSerializable(typeof(TaskStatusChanged))]
[JsonSerializable(typeof(TaskCompleted))]
[JsonSerializable(typeof(TaskReopened))]
[JsonSerializable(typeof(TaskDeleted))]
[JsonSerializable(typeof(TaskRestored))]
[JsonSerializable(typeof(TaskErased))]
[JsonSerializable(typeof(CycleCreated))]
[JsonSerializable(typeof(CycleUpdated))]
[JsonSerializable(typeof(CycleDeleted))]
[JsonSerializable(typeof(CycleClosed))]
[JsonSerializable(typeof(CycleScopeChanged))]
[JsonSerializable(typeof(TaskCounted))]
[JsonSerializable(typeof(TaskDependencyAdded))]
[JsonSerializable(typeof(TaskDependencyRemoved))]
[JsonSerializable(typeof(CalendarUpdated))]
[JsonSerializable(typeof(TaskTemplateCreated))]
[JsonSerializable(typeof(TaskTemplateUpdated))]
[JsonSerializable(typeof(TaskTemplateDeleted))]
[JsonSerializable(typeof(TaskApprovalRequested))]
[JsonSerializable(typeof(TaskApprovalAnswered))]
[JsonSerializable(typeof(CommentCreated))]
[JsonSerializable(typeof(CommentUpdated))]
[JsonSerializable(typeof(CommentDeleted))]
[JsonSerializable(typeof(UserMentioned))]
[JsonSerializable(typeof(DeadLetterReplayed))]
[JsonSerializable(typeof(DeadLetterDiscarded))]
[JsonSerializable(typeof(DeadLetterInspected))]
[JsonSerializable(typeof(SagaResumed))]
[JsonSerializable(typeof(AccountErasureRequested))]
[JsonSerializable(typeof(AccountDetached))]
[JsonSerializable(typeof(AccountAnonymised))]
[JsonSerializable(typeof(UserDeleted))]
[JsonSerializable(typeof(AccountClosed))]
[JsonSerializable(typeof(CredentialsErased))]
[JsonSerializable(typeof(MembershipsErased))]
[JsonSerializable(typeof(AssignmentsErased))]
[JsonSerializable(typeof(MentionsErased))]
[JsonSerializable(typeof(NotificationsErased))]
[JsonSerializable(typeof(ActivityKeyErased))]
public sealed partial class ContractsJson : JsonSerializerContext
{
    /// <summary>The one instance to use; it differs from <c>Default</c> by its encoder.</summary>
    public static ContractsJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
