using System.Reflection;
using Xunit.v3;

namespace Waymark.EndToEnd.Tests.Hosting;

/// <summary>A failed test shows what its hosts wrote last.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ShowHostLogsAttribute : BeforeAfterTestAttribute
{
    private const int Lines = 60;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => HostLogs.Forget();

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.TestState?.Result is not TestResult.Passed)
            TestContext.Current.TestOutputHelper?.WriteLine(HostLogs.Tails(Lines));
    }
}
