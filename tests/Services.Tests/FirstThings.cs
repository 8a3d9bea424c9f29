using Waymark.Services.Tests.Access;
using Waymark.Services.Tests.ActivityLog.Sealing;
using Waymark.Services.Tests.Tasks.Model.Recurring;
using Waymark.Services.Tests.Tasks.Querying;
using Waymark.Services.Tests.Users.Erasure;
using Xunit.Sdk;
using Xunit.v3;

namespace Waymark.Services.Tests;

/// <summary>
/// What looks through everything that the run has made comes first, while that is little; then what takes longest, so that at the
/// end no core waits for it. All others come by chance.
/// </summary>
internal sealed class FirstThings : ITestCollectionOrderer
{
    private static readonly Type[] First =
        [typeof(VerifyActivityTests), typeof(NothingRemainsTests), typeof(AccessMatrixTests), typeof(RRuleDifferentialTests), typeof(AgreementTests), typeof(QueryFuzzTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections).OrderBy(PlaceOf)];

    private static int PlaceOf<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(First, type => collection.TestCollectionDisplayName.Contains(type.FullName + " ", StringComparison.Ordinal));
        return place < 0 ? First.Length : place;
    }
}
