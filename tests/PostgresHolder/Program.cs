using Waymark.Platform.Operations;
using Waymark.Platform.PrivatePostgres;

// A host reduced to its private PostgreSQL, for tests that kill it or run it as another user: it holds the data folder
// until its input ends.
try
{
    using var folder = await DataFolder.OpenAsync(args[0], CancellationToken.None);
    await using var server = new PostgresServer(folder, new PostgresSettings { Binaries = args.Length > 1 ? args[1] : null });
    await server.StartAsync(CancellationToken.None);
    Console.WriteLine(server.ProcessId);
    await Console.In.ReadToEndAsync();
    return 0;
}
catch (StartupException e)
{
    Console.WriteLine(e.Message);
    return 1;
}
