using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Waymark.Platform.Data;
using Waymark.Platform.Operations;
using Waymark.Testing.Notes;

namespace Waymark.Platform.Tests.Operations;

public sealed class DoctorTests
{
    [Fact]
    public async Task It_names_every_fault_and_what_to_do_about_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Url", "postgres://nobody:secret@127.0.0.1:1/"), new("Broker:Url", "amqp://nobody:secret@127.0.0.1:1/")]).Build();
        var output = new StringWriter();
        var folder = Path.Combine(Path.GetTempPath(), "wm-doctor-" + port);
        var context = new OperationContext(settings, folder, [ServiceDatabaseDescriptor.Of<NotesDbContext>("notes")], output);
        try
        {
            Assert.Equal(1, await DoctorCommand.RunAsync(context, IPAddress.Loopback, port, CancellationToken.None));
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.StartsWith("fault  port", StringComparison.Ordinal) && l.Contains("--port", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("fault  databases", StringComparison.Ordinal) && l.Contains("notes", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("ok     PostgreSQL", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("fault  broker", StringComparison.Ordinal) && l.Contains("Broker:Url", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.DoesNotContain("secret", l, StringComparison.Ordinal));
    }
}
