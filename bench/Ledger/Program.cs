using Waymark.Host;
using Waymark.Ledger;
using Waymark.Ledger.Probe;

// As a child of itself it is the product with one more service, which counts what consumers are given.
if (args is ["run", ..])
{
    return await Verbs.RunAsync([.. ServiceCatalog.All, new ProbeModule()], args);
}

try
{
    var report = await LedgerRuns.RunAsync(LedgerOptions.Of(args), Console.Out);
    return report.Faults.Count == 0 ? 0 : 1;
}
catch (LedgerException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}
