using Waymark.Host;
using Waymark.Ledger;
using Waymark.Ledger.Probe;
using Waymark.Ledger.Reporting;

// As a child of itself it is the product with one more service, which counts what consumers are given.
if (args is ["run", ..])
{
    return await Verbs.RunAsync([.. ServiceCatalog.All, new ProbeModule()], args);
}

try
{
    var options = LedgerOptions.Of(args);
    var report = await LedgerRuns.RunAsync(options, Console.Out);
    if (options.Report is { } page)
    {
        await File.WriteAllTextAsync(page, ReliabilityPage.Of(options.Record is { } file ? RunFile.Read(file) : report.Runs));
    }

    return report.Faults.Count == 0 ? 0 : 1;
}
catch (LedgerException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}
