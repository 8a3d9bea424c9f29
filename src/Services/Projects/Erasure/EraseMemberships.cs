using Npgsql;
using Waymark.Contracts.Users;
using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.Projects.Erasure;

/// <summary>Takes an erased person out of all projects. Projects in which nobody else is are erased whole, those in the trash, too.</summary>
internal sealed class EraseMemberships(ProjectsDbContext db) : IEventHandler<AccountErasureRequested>, IEventHandler<UserDeleted>
{
    private const string Streams = "delete from project_event where stream_id = any(@ids)";
    private const string Invitations = "delete from invitation where encode(sha256(convert_to(folded, 'UTF8')), 'hex') = @hash";

    /// <summary>How long somebody worked belongs to the project; what they wrote about it, and what was planned for them, does not.</summary>
    private const string OwnParts =
        """
        with timers as (delete from timer where user_id = @person), plans as (delete from allocation where user_id = @person),
            days as (delete from day_off where user_id = @person), hours as (delete from capacity where user_id = @person),
            firsts as (delete from favourite where user_id = @person),
            reasons as (update time_sheet set reason = null where (user_id = @person or decided_by_id = @person) and reason is not null)
        update time_entry set note = '' where user_id = @person and note <> ''
        """;

    public async Task HandleAsync(AccountErasureRequested e, EventContext context, CancellationToken ct)
    {
        var erased = await LeaveAllAsync(e.UserId, ct);
        await using (var invitations = await db.CommandAsync(Invitations, ct))
        {
            invitations.Parameters.Add(new NpgsqlParameter<string>("hash", e.AddressHash));
            await invitations.ExecuteNonQueryAsync(ct);
        }

        await db.EraseTracesAsync(new MessageTrace(
            e.UserId, ErasedPerson.EventKeys(e.UserId), erased, ErasedPerson.MentionPattern(e.UserId), ErasedPerson.Mention(e.UserId)), ct);
        var isAlive = await db.Projects.AnyAsync(p => p.WorkspaceId == e.UserId && p.DeletedAt == null && !erased.Contains(p.Id), ct);
        db.PublishAlone("account", new MembershipsErased(e.UserId, e.ErasureId, erased, isAlive));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Once more at the end, for whoever was adding the person in the very moment of the first time.</summary>
    public async Task HandleAsync(UserDeleted e, EventContext context, CancellationToken ct) => await LeaveAllAsync(e.UserId, ct);

    /// <returns>The projects that are gone.</returns>
    private async Task<List<Guid>> LeaveAllAsync(Guid userId, CancellationToken ct)
    {
        var erased = new List<Guid>();
        foreach (var project in await db.Projects.Include(p => p.Members).Where(p => p.Members.Any(m => m.UserId == userId)).ToListAsync(ct))
        {
            if (project.Members.Count == 1)
            {
                erased.Add(project.Id);
                ProjectEnd.Put(db, project);
            }
            else
            {
                Leave(project, userId);
            }
        }

        await db.SaveChangesAsync(ct);
        await using (var parts = await db.CommandAsync(OwnParts, ct))
        {
            parts.Parameters.Add(new NpgsqlParameter<Guid>("person", userId));
            await parts.ExecuteNonQueryAsync(ct);
        }

        await using var streams = await db.CommandAsync(Streams, ct);
        streams.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. erased]));
        await streams.ExecuteNonQueryAsync(ct);
        return erased;
    }

    private void Leave(Project project, Guid userId)
    {
        var draft = project.Draft();
        if (draft.IsLastOwner(userId))
        {
            // In the trash nobody can hand it over, and elsewhere only a change in this very moment leads here.
            draft.HandOver(draft.Members.Where(m => m.UserId != userId).MinBy(m => (-m.Rank, m.JoinedAt))!.UserId);
        }

        draft.Remove(userId);
        db.Record(project, draft);
    }
}
