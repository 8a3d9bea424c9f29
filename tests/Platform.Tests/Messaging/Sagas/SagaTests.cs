using Microsoft.EntityFrameworkCore;
using Waymark.Contracts;
using Waymark.Contracts.Identity;
using Waymark.Contracts.Projects;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging.Sagas;

/// <summary>Whatever happens on the way, a saga ends: completed, with each step once, or compensated, with everything done undone.</summary>
public sealed class SagaTests(TestPostgres postgres)
{
    private static readonly string[] AllSteps = ["first", "second", "third"];
    private static readonly string[] AllUndone = ["undo second", "undo first"];

    public static TheoryData<string> Steps => [.. AllSteps];

    public static TheoryData<string> Undoing => [.. AllUndone];

    [Fact]
    public async Task Steps_run_in_order_and_wait_for_all_their_answers()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        var id = await rig.BeginAsync();
        var saga = await rig.UntilAsync(id, SagaStatus.Completed);
        await rig.DidAsync(id, AllSteps);
        Assert.Equal(["label.created", "label.deleted", "user.logged_in"], saga.Received.Order());
        Assert.Contains("second", saga.StateJson, StringComparison.Ordinal);
        Assert.Null(saga.DueAt);
    }

    [Fact]
    public async Task There_is_one_saga_for_a_key()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        var key = Guid.CreateVersion7();
        var id = await rig.BeginAsync(key);
        Assert.Equal(Guid.Empty, await rig.BeginAsync(key));
        await rig.UntilAsync(id, SagaStatus.Completed);
        Assert.Equal(Guid.Empty, await rig.BeginAsync(key));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_process_that_dies_in_a_step_leaves_it_to_the_next(string step)
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        var died = DieOnce(rig, step);
        var id = await rig.BeginAsync();
        await rig.UntilAsync(id, SagaStatus.Completed);
        Assert.True(died.IsCompleted);
        await rig.DidAsync(id, AllSteps);
    }

    [Theory]
    [MemberData(nameof(Undoing))]
    public async Task A_process_that_dies_in_an_undoing_leaves_it_to_the_next(string undoing)
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        var died = DieOnce(rig, undoing, alsoFailing: "third");
        var id = await rig.BeginAsync();
        await rig.UntilAsync(id, SagaStatus.Compensated);
        Assert.True(died.IsCompleted);
        await rig.DidAsync(id, "first", "second", "undo second", "undo first");
    }

    [Fact]
    public async Task A_step_that_fails_for_a_while_is_tried_again()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        FailTimes(rig, "second", 3);
        var id = await rig.BeginAsync();
        await rig.UntilAsync(id, SagaStatus.Completed);
        await rig.DidAsync(id, AllSteps);
    }

    [Fact]
    public async Task A_step_that_fails_for_good_undoes_what_was_done_in_reverse()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        FailTimes(rig, "third", int.MaxValue);
        var id = await rig.BeginAsync();
        var saga = await rig.UntilAsync(id, SagaStatus.Compensated);
        await rig.DidAsync(id, "first", "second", "undo second", "undo first");
        Assert.Contains("scripted", saga.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undoing_that_fails_twice_still_undoes_everything_once()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Strict);
        rig.Script.Answers = question => question != "target second";
        FailTimes(rig, "undo second", 2);
        var id = await rig.BeginAsync();
        await rig.UntilAsync(id, s => s.Step == "second");
        await rig.LetTimePassAsync(id);
        await rig.UntilAsync(id, SagaStatus.Compensated);
        await rig.DidAsync(id, "first", "second", "undo second", "undo first");
    }

    [Fact]
    public async Task An_undoing_that_fails_for_good_is_stuck_until_it_is_resumed()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        rig.Script.After = (what, _) => what is "third" or "undo first" ? throw new InvalidOperationException("scripted") : Task.CompletedTask;
        var id = await rig.BeginAsync();
        var stuck = await rig.UntilAsync(id, s => s.IsStuck);
        Assert.Equal((SagaStatus.Compensating, "first"), (stuck.Status, stuck.Step));
        rig.Script.After = (_, _) => Task.CompletedTask;
        Assert.True(await rig.Box.ResumeAsync("source", id, Guid.CreateVersion7(), CancellationToken.None));
        await rig.UntilAsync(id, SagaStatus.Compensated);
        await rig.DidAsync(id, "first", "second", "undo second", "undo first");
    }

    [Fact]
    public async Task A_refusal_undoes_even_the_step_that_was_refused()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        rig.Script.Answers = question => question != "other first";
        var key = Guid.CreateVersion7();
        var id = await rig.BeginAsync(key);
        await rig.UntilAsync(id, s => s.Received.Count == 1);
        await rig.PublishAsync(new LabelDeleted(key, key, "refused", "#000000", FieldChanges.None));
        var saga = await rig.UntilAsync(id, SagaStatus.Compensated);
        await rig.DidAsync(id, "first", "undo first");
        Assert.Equal("It was refused.", saga.Reason);
    }

    [Fact]
    public async Task Answers_that_come_again_or_before_their_step_count_once()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        rig.Script.Answers = _ => false;
        var key = Guid.CreateVersion7();
        var id = await rig.BeginAsync(key);
        await rig.UntilAsync(id, s => s.DueAt is not null);
        await rig.PublishAsync(new UserLoggedIn(key, key), new UserLoggedIn(key, key));
        await rig.UntilAsync(id, s => s.Received.Count == 1);
        await rig.PublishAsync(Created(key), Created(key));
        await rig.UntilAsync(id, s => s.Received.Count == 2);
        await rig.DidAsync(id, "first");
        await rig.PublishAsync(new LabelDeleted(key, key, "there", "#000000", FieldChanges.None));
        var saga = await rig.UntilAsync(id, SagaStatus.Completed);
        await rig.DidAsync(id, AllSteps);
        Assert.Equal("""{"heard": ["second", "here", "there"]}""", saga.StateJson);

        // What comes after the end changes nothing.
        await rig.PublishAsync(Created(key));
        await rig.UntilHeardAsync();
        Assert.Equal(0, await rig.DeadLettersAsync());
        Assert.Equal(saga.UpdatedAt, (await rig.FindAsync(id)).UpdatedAt);
    }

    [Fact]
    public async Task A_late_step_is_stuck_with_its_reason_and_a_late_answer_frees_it()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        rig.Script.Answers = question => question != "target second";
        var key = Guid.CreateVersion7();
        var id = await rig.BeginAsync(key);
        await rig.UntilAsync(id, s => s.Step == "second");
        await rig.LetTimePassAsync(id);
        var stuck = await rig.UntilAsync(id, s => s.IsStuck);
        Assert.Equal("Step second waited too long for user.logged_in.", stuck.Reason);
        Assert.Equal(id, Assert.Single(await rig.Box.ListOpenAsync("source", onlyStuck: true, 50, null, CancellationToken.None)).Id);
        await rig.PublishAsync(new UserLoggedIn(key, key));
        await rig.UntilAsync(id, SagaStatus.Completed);
        await rig.DidAsync(id, AllSteps);
        Assert.Empty(await rig.Box.ListOpenAsync("source", onlyStuck: false, 50, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_resumed_step_asks_again_only_for_what_is_missing()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        rig.Script.Answers = question => question != "other first";
        var id = await rig.BeginAsync();
        await rig.UntilAsync(id, s => s.Received.Count == 1);
        await rig.LetTimePassAsync(id);
        await rig.UntilAsync(id, s => s.IsStuck);
        rig.Script.Answers = _ => true;
        Assert.True(await rig.Box.ResumeAsync("source", id, Guid.CreateVersion7(), CancellationToken.None));
        var saga = await rig.UntilAsync(id, SagaStatus.Completed);
        await rig.DidAsync(id, "first", "first", "second", "third");
        Assert.Equal("""{"heard": ["here", "there", "second"]}""", saga.StateJson);
        Assert.False(await rig.Box.ResumeAsync("source", id, Guid.CreateVersion7(), CancellationToken.None));
    }

    [Fact]
    public async Task A_saga_that_cannot_be_undone_stands_still_when_a_step_fails_for_good()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Final);
        FailTimes(rig, "second", 4);
        var id = await rig.BeginAsync();
        var stuck = await rig.UntilAsync(id, s => s.IsStuck);
        Assert.Equal((SagaStatus.Running, "Step second: InvalidOperationException: scripted"), (stuck.Status, stuck.Reason));
        await rig.Box.ResumeAsync("source", id, Guid.CreateVersion7(), CancellationToken.None);
        await rig.UntilAsync(id, SagaStatus.Completed);
        await rig.DidAsync(id, AllSteps);
    }

    [Fact]
    public async Task An_event_for_a_saga_that_never_began_ends_in_the_dead_letters()
    {
        await using var rig = await SagaRig.StartAsync(postgres, Errand.Patient);
        await rig.PublishAsync(Created(Guid.CreateVersion7()));
        await Eventually.GetAsync(() => rig.DeadLettersAsync(), letters => letters == 1);
    }

    private static LabelCreated Created(Guid key) => new(key, key, "here", "#000000", FieldChanges.None);

    private static void FailTimes(SagaRig rig, string what, int times)
    {
        var left = times;
        rig.Script.After = (done, _) => done == what && Interlocked.Decrement(ref left) >= 0
            ? throw new InvalidOperationException("scripted")
            : Task.CompletedTask;
    }

    /// <summary>The process dies in the middle of a step, once: its connection is gone before it could commit.</summary>
    private static Task DieOnce(SagaRig rig, string what, string? alsoFailing = null)
    {
        var died = new TaskCompletionSource();
        rig.Script.After = async (done, db) =>
        {
            if (done == alsoFailing)
                throw new InvalidOperationException("scripted");
            if (done == what && died.TrySetResult())
                await db.Database.ExecuteSqlAsync($"select pg_terminate_backend(pg_backend_pid())");
        };
        return died.Task;
    }
}
