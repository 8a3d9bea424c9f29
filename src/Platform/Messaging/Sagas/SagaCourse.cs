namespace Waymark.Platform.Messaging.Sagas;

/// <summary>Where a saga goes from where it stands; the only code that changes its status. Pure.</summary>
internal static class SagaCourse
{
    /// <summary>The act of the step at hand has committed with this row; it may still wait for events.</summary>
    public static void Acted(SagaPlan plan, SagaRow row, SagaStep step)
    {
        row.Done.Add(step.Name);
        (row.Attempts, row.Reason) = (0, null);
        row.Due = SagaDue.In(step.Limit);
        GoOn(plan, row, step);
    }

    /// <summary>An event came: the step at hand may be over, even of a saga that was stuck for want of it.</summary>
    public static void Received(SagaPlan plan, SagaRow row)
    {
        if (row.Status == SagaStatus.Running && plan.Find(row.Step) is { } step && row.Done.Contains(step.Name))
        {
            GoOn(plan, row, step);
        }
    }

    /// <summary>The time of the step at hand is over.</summary>
    public static void Late(SagaPlan plan, SagaRow row, SagaStep step)
    {
        var reason = $"Step {step.Name} waited too long for {string.Join(", ", step.Missing(row))}.";
        if (step.Late == LateStep.Fails)
        {
            Fail(row, reason);
        }
        else
        {
            Stick(row, reason);
        }
    }

    /// <summary>It cannot go on; from now on it undoes what was done.</summary>
    public static void Fail(SagaRow row, string reason)
    {
        (row.Status, row.Reason, row.Attempts, row.IsStuck) = (SagaStatus.Compensating, reason, 0, false);
        Undo(row);
    }

    /// <summary>The last of the done steps is undone.</summary>
    public static void Undone(SagaRow row)
    {
        row.Done.RemoveAt(row.Done.Count - 1);
        row.Attempts = 0;
        Undo(row);
    }

    /// <summary>An act, or an undoing, threw: it is tried again on the schedule, and then has failed or stands still.</summary>
    public static void Threw(SagaPlan plan, SagaRow row, string fault, IReadOnlyList<TimeSpan> schedule)
    {
        row.Attempts++;
        row.Reason = $"Step {row.Step}: {fault}";
        if (row.Attempts <= schedule.Count)
        {
            row.Due = SagaDue.In(schedule[row.Attempts - 1]);
        }
        else if (row.Status == SagaStatus.Running && plan.IsUndoable)
        {
            Fail(row, row.Reason);
        }
        else
        {
            Stick(row, row.Reason);
        }
    }

    /// <summary>It stands still until somebody looks at it.</summary>
    public static void Stick(SagaRow row, string reason) => (row.IsStuck, row.Reason, row.Due) = (true, reason, SagaDue.Never);

    private static void GoOn(SagaPlan plan, SagaRow row, SagaStep step)
    {
        if (step.Missing(row).Any())
        {
            return;
        }

        (row.IsStuck, row.Reason) = (false, null);
        if (plan.After(step) is { } next)
        {
            (row.Step, row.Due) = (next.Name, SagaDue.Now);
        }
        else
        {
            (row.Status, row.Due) = (SagaStatus.Completed, SagaDue.Never);
        }
    }

    private static void Undo(SagaRow row)
    {
        if (row.Done.Count == 0)
        {
            (row.Status, row.Due) = (SagaStatus.Compensated, SagaDue.Never);
        }
        else
        {
            (row.Step, row.Due) = (row.Done[^1], SagaDue.Now);
        }
    }
}
