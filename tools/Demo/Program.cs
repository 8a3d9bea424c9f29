using Waymark.Demo;

var address = DemoOptions.AddressOf(args);
if (address is null)
{
    await Console.Error.WriteLineAsync("Say where Waymark runs: ./waymark demo --port 8080, or --url http://localhost:8080");
    return 2;
}

try
{
    await using var company = new Company(address, new Random(20260301));
    await company.BuildAsync();
    await Console.Out.WriteLineAsync(
        $"""

        Aurora Labs is at work at {address}
          8 people, {company.ProjectCount} projects, {company.TaskCount} tasks, {company.ChangeCount} changes.
          Sign in as {Cast.People[0].Email} with the password {Cast.Password} (the others have it too).
        """);
    return 0;
}
catch (HttpRequestException fault) when (fault.StatusCode is null)
{
    await Console.Error.WriteLineAsync($"Nothing answers at {address}; start Waymark with ./waymark run, or name another address with --url.");
    return 1;
}
catch (DemoException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
