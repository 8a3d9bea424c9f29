using System.Globalization;
using Waymark.Platform.Operations;
using Waymark.Platform.PrivatePostgres;

namespace Waymark.Platform.Tests.PrivatePostgres;

public sealed class PostgresServerTests
{
    private const int Www = 33;

    [Fact]
    public async Task It_starts_from_nothing_stops_and_starts_again_with_its_rows()
    {
        await using var held = new HeldPostgres();
        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        int first;
        await using (var server = new PostgresServer(folder))
        {
            await server.StartAsync(CancellationToken.None);
            first = server.ProcessId;
            await held.AskAsync("create table kept as select 42 as n");
        }

        Assert.False(Unix.IsAlive(first));
        await using var again = new PostgresServer(folder);
        await again.StartAsync(CancellationToken.None);
        Assert.Equal(42, await held.AskAsync("select n from kept"));
        Assert.Equal("on", await held.AskAsync("show fsync"));
        Assert.Equal("320", await held.AskAsync("show max_connections"));
        Assert.Equal("scram-sha-256", await held.AskAsync("select distinct auth_method from pg_hba_file_rules"));
    }

    [Fact]
    public async Task Nobody_else_can_look_into_the_folder_or_the_socket()
    {
        await using var held = new HeldPostgres();
        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        await using var server = new PostgresServer(folder);
        await server.StartAsync(CancellationToken.None);

        const UnixFileMode strangers = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        foreach (var path in new[] { "", "run", "postgres", "postgres.password", "postgres.log", "lock", "version" })
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder.PathOf(path)) & strangers);
    }

    [Fact]
    public async Task A_server_that_outlived_its_killed_host_is_adopted()
    {
        await using var held = new HeldPostgres();
        var left = await held.AbandonAsync();

        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        await using (var server = new PostgresServer(folder))
        {
            await server.StartAsync(CancellationToken.None);
            Assert.Equal(left, server.ProcessId);
            Assert.Equal(42, await held.AskAsync("select n from kept"));
        }

        Assert.False(Unix.IsAlive(left));
    }

    [Fact]
    public async Task A_left_server_with_other_settings_is_replaced()
    {
        await using var held = new HeldPostgres();
        var left = await held.AbandonAsync();

        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        await using var server = new PostgresServer(folder, new PostgresSettings { IsDurable = false });
        await server.StartAsync(CancellationToken.None);

        Assert.NotEqual(left, server.ProcessId);
        Assert.Equal("off", await held.AskAsync("show fsync"));
    }

    [Fact]
    public async Task After_host_and_server_were_killed_it_recovers_what_was_committed()
    {
        await using var held = new HeldPostgres();
        await HeldPostgres.KillAsync(await held.AbandonAsync());

        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        await using var server = new PostgresServer(folder);
        await server.StartAsync(CancellationToken.None);

        Assert.Equal(42, await held.AskAsync("select n from kept"));
    }

    [Fact]
    public async Task A_process_id_that_now_belongs_to_another_program_does_not_hinder_the_start()
    {
        await using var held = new HeldPostgres();
        await HeldPostgres.KillAsync(await held.AbandonAsync());
        var file = Path.Combine(held.Folder, "postgres", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);

        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        await using var server = new PostgresServer(folder);
        await server.StartAsync(CancellationToken.None);

        Assert.Equal(42, await held.AskAsync("select n from kept"));
    }

    [Fact]
    public async Task A_server_that_dies_while_the_host_runs_is_started_again()
    {
        await using var held = new HeldPostgres();
        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        await using var server = new PostgresServer(folder);
        await server.StartAsync(CancellationToken.None);
        var first = server.ProcessId;

        await HeldPostgres.KillAsync(first);
        await HeldPostgres.Until(() => server.ProcessId != first);

        Assert.Equal(1, await held.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_folder_of_another_PostgreSQL_version_is_refused_with_its_number()
    {
        await using var held = new HeldPostgres();
        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        Directory.CreateDirectory(folder.PathOf("postgres"));
        await File.WriteAllTextAsync(folder.PathOf("postgres/PG_VERSION"), "12\n", TestContext.Current.CancellationToken);
        await using var server = new PostgresServer(folder);

        var refused = await Assert.ThrowsAsync<StartupException>(() => server.StartAsync(CancellationToken.None));

        Assert.Contains("PostgreSQL 12", refused.Message, StringComparison.Ordinal);
        Assert.Contains("postgresql-12", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_too_deep_for_a_socket_works_all_the_same()
    {
        await using var held = new HeldPostgres(new string('x', 120));
        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        await using var server = new PostgresServer(folder);

        await server.StartAsync(CancellationToken.None);

        Assert.Equal(1, await held.AskAsync("select 1"));
        Directory.Delete(PostgresCluster.SocketFolderOf(held.Folder), recursive: true);
    }

    [Fact]
    public async Task An_ordinary_user_runs_it_as_itself()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can become another user");
        await using var held = new HeldPostgres();
        File.SetUnixFileMode(held.Root, (UnixFileMode)0x1FF);

        var (holder, said) = await held.HoldAsync(Www);

        Assert.True(int.TryParse(said, CultureInfo.InvariantCulture, out var pid), said);
        var owner = (await File.ReadAllLinesAsync($"/proc/{pid}/status", TestContext.Current.CancellationToken)).Single(l => l.StartsWith("Uid:", StringComparison.Ordinal));
        Assert.Equal(Www.ToString(CultureInfo.InvariantCulture), owner.Split('\t')[1]);
        holder.StandardInput.Close();
        await holder.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(Unix.IsAlive(pid));
    }

    [Fact]
    public async Task Root_hands_it_to_a_user_of_its_own()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "not run as root");
        await using var held = new HeldPostgres();
        var (_, said) = await held.HoldAsync();

        var status = await File.ReadAllLinesAsync($"/proc/{said}/status", TestContext.Current.CancellationToken);
        var uid = status.Single(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        Assert.DoesNotContain(uid, (string[])["0", "65534"]);
        Assert.Equal("CapEff:\t0000000000000000", status.Single(l => l.StartsWith("CapEff:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_folder_that_the_other_user_cannot_reach_is_named()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "not run as root");
        await using var held = new HeldPostgres();
        File.SetUnixFileMode(held.Root, DataFolder.PrivateFolder);
        using var folder = await DataFolder.OpenAsync(held.Folder, CancellationToken.None);
        await using var server = new PostgresServer(folder);

        var refused = await Assert.ThrowsAsync<StartupException>(() => server.StartAsync(CancellationToken.None));

        Assert.Contains($"chmod o+x {held.Root}", refused.Message, StringComparison.Ordinal);
    }
}
