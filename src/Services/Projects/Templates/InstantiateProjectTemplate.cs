using System.Text;
using System.Text.Json;
using Waymark.Contracts.Templates;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Projects.Access;
using Waymark.Projects.Lifecycle;
using Waymark.Projects.Model.Templates;

namespace Waymark.Projects.Templates;

/// <summary>How a template is used.</summary>
/// <param name="Name">What the project is called.</param>
/// <param name="Key">Its key; made from the name when left out.</param>
/// <param name="Variables">The values of the template's variables, by their names.</param>
/// <param name="Date">The day from which days count; today in the workspace's time zone when left out.</param>
/// <param name="Version">The version of the template that is used; the present one when left out.</param>
public sealed record InstantiateProjectTemplateRequest(
    [property: Required, TrimmedLength(Project.MaxNameLength)] string? Name,
    [property: RegularExpression(ProjectKeys.Pattern, ErrorMessage = "2 to 10 capital letters and digits are expected.")] string? Key,
    IReadOnlyDictionary<string, string>? Variables,
    DateOnly? Date,
    long? Version);

/// <summary>Begins the making of a project from a template; <see cref="ProjectFromTemplate"/> makes it.</summary>
internal static class InstantiateProjectTemplate
{
    /// <summary>What is told to other services travels in one event.</summary>
    private const int MaxBytes = 768 * 1024;

    private static readonly ProblemKind ApproverGone = ProblemKind.Unprocessable(
        "approver_gone", "The template's workflow names approvers who have left the workspace; change the template.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/project-templates/{id:guid}/instantiate", HandleAsync).RequirePermission(Permissions.ProjectCreate)
            .MayRefuse(KeyReservation.KeyTaken, ApproverGone, TemplateWriting.TemplateTooLarge)
            .WithName(nameof(InstantiateProjectTemplate)).WithSummary("Begin to make a project from a template");

    private static Task<Results<AcceptedAnswer<InstantiationResponse>, Problem>> HandleAsync(
        Guid id, InstantiateProjectTemplateRequest request, Caller caller, ProjectsDbContext db, ProjectDoor door, CancellationToken ct) =>
        db.DecideAsync<Results<AcceptedAnswer<InstantiationResponse>, Problem>>(async () =>
        {
            if (await OpenTemplate.FindAsync(db, door, id, caller.Id, ct) is not { Template: var template }
                || await db.TemplateVersions.AsNoTracking().FirstOrDefaultAsync(v => v.TemplateId == id && v.Version == (request.Version ?? template.Version), ct) is not { } version)
            {
                return Problems.NotFound("template");
            }

            var (state, problem) = await PrepareAsync(template, version.Content, request, (caller.Id, db.Scope.Now), door, ct);
            problem ??= request.Key is { } key && await db.Keys.AnyAsync(k => k.WorkspaceId == template.WorkspaceId && k.Key == key, ct) ? KeyReservation.KeyTaken.Because() : null;
            return problem is null ? await BeginAsync(db, version, state!, ct) : problem;
        });

    private static async Task<Results<AcceptedAnswer<InstantiationResponse>, Problem>> BeginAsync(
        ProjectsDbContext db, ProjectTemplateVersion version, InstantiationState state, CancellationToken ct)
    {
        var use = new Instantiation
        {
            Id = Guid.CreateVersion7(db.Scope.Now),
            TemplateId = version.TemplateId,
            TemplateVersion = version.Version,
            WorkspaceId = state.WorkspaceId,
            ProjectId = state.ProjectId,
            RequestedBy = state.OwnerId,
            RequestedAt = db.Scope.Now,
        };
        await using var transaction = await db.BeginAsync(ct);
        await db.BeginSagaAsync(ProjectFromTemplate.Plan, ProjectFromTemplate.KeyOf(use.Id), state, ct, use.Id);
        db.Instantiations.Add(use);
        var answer = Answers.Accepted(InstantiationResponse.PathOf(use), InstantiationResponse.Of(use, InstantiationResponse.Running, reason: null));
        return await db.CommitAsync(answer, transaction, ct);
    }

    /// <summary>All that the project is to have, or why it cannot have it.</summary>
    private static async Task<(InstantiationState? State, Problem? Problem)> PrepareAsync(
        ProjectTemplate template, TemplateContent content, InstantiateProjectTemplateRequest request, (Guid Id, DateTimeOffset At) caller, ProjectDoor door, CancellationToken ct)
    {
        var values = request.Variables ?? new Dictionary<string, string>(StringComparer.Ordinal);
        if (TemplateText.Fault(content.Variables(), values) is { } missing)
        {
            return (null, Problems.Invalid("variables", missing));
        }

        if (request.Date is { Year: < 1970 or > 2189 })
        {
            return (null, Problems.Invalid("date", "A date between 1970 and 2189 is expected."));
        }

        Guid[] people = [.. (content.Members ?? []).Select(m => m.UserId!.Value)];
        var present = people.Length == 0 ? new HashSet<Guid>() : await door.PresentAsync(template.WorkspaceId, caller.Id, people, ct);
        if (content.Workflow?.Any(s => s.Approval?.ApproverIds.Any(a => !present.Contains(a)) == true) == true)
        {
            return (null, ApproverGone.Because());
        }

        var filled = Without(content.Fill(values), present);
        if (TemplateFaults.Of(filled) is { } fault)
        {
            return (null, fault);
        }

        var (zone, _) = await door.FindWorkspaceAsync(template.WorkspaceId, caller.Id, ct);
        var state = StateOf(template.WorkspaceId, filled, request, caller, zone);
        return Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(state, TemplateJson.Stored.InstantiationState)) > MaxBytes
            ? (null, TemplateWriting.TemplateTooLarge.Because("With the values of its variables the template grows beyond 768 KiB."))
            : (state, null);
    }

    /// <summary>Who has left the workspace is neither a member nor assigned to anything.</summary>
    private static TemplateContent Without(TemplateContent content, IReadOnlySet<Guid> present) => content with
    {
        Members = content.Members?.Where(m => present.Contains(m.UserId!.Value)).ToArray(),
        Tasks = content.Tasks?.Select(t => t with { AssigneeIds = t.AssigneeIds?.Where(present.Contains).ToArray() }).ToArray(),
    };

    private static InstantiationState StateOf(Guid workspaceId, TemplateContent content, InstantiateProjectTemplateRequest request, (Guid Id, DateTimeOffset At) caller, string zone)
    {
        var now = caller.At;
        return new InstantiationState
        {
            WorkspaceId = workspaceId,
            ProjectId = Guid.CreateVersion7(now),
            OwnerId = caller.Id,
            Name = request.Name!.Trim(),
            Key = request.Key,
            TimeZone = zone,
            Day = request.Date ?? LocalDay.Of(now, zone),
            Content = content,
            TaskIds = (content.Tasks ?? []).ToDictionary(t => t.Ref!, _ => Guid.CreateVersion7(now), StringComparer.Ordinal),
            MilestoneIds = (content.Milestones ?? []).ToDictionary(m => m.Name!.Trim(), _ => Guid.CreateVersion7(now), StringComparer.Ordinal),
            FieldIds = (content.CustomFields ?? []).ToDictionary(f => Label.Fold(f.Name!), _ => Guid.CreateVersion7(now), StringComparer.Ordinal),
        };
    }
}
