using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Waymark.Contracts;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;

namespace Waymark.Architecture.Tests;

/// <summary>Who may know whom. Each test first makes sure that it looks at something.</summary>
public sealed partial class LayeringTests
{
    private static readonly string[] AllowedToServices = ["Waymark.Contracts", "Waymark.Platform", "Waymark.Membership", "Waymark.Querying"];
    private static readonly IReadOnlyList<IServiceModule> Modules = ServiceCatalog.All;

    [Fact]
    public void A_service_references_only_contracts_platform_and_the_shared_libraries()
    {
        Assert.NotEmpty(Modules);
        var offenders =
            from module in Modules
            from reference in module.GetType().Assembly.GetReferencedAssemblies()
            where reference.Name!.StartsWith("Waymark.", StringComparison.Ordinal) && !AllowedToServices.Contains(reference.Name)
            select $"{module.Name} references {reference.Name}";
        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData(typeof(IEvent))]
    [InlineData(typeof(Querying.QueryLanguage))]
    public void Contracts_and_the_query_language_reference_only_the_base_library(Type known)
    {
        var references = known.Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_platform_knows_no_service()
    {
        var names = Modules.Select(m => m.GetType().Namespace!).ToList();
        var sources = Repository.Sources("src/Platform");
        Assert.NotEmpty(sources);
        var offenders = sources.Where(path => names.Any(name => File.ReadAllText(Repository.PathOf(path)).Contains("using " + name, StringComparison.Ordinal)));
        Assert.Empty(offenders);
    }

    [Fact]
    public void Everything_in_a_service_is_internal_except_its_module_and_what_stands_on_the_wire()
    {
        var offenders =
            from module in Modules
            from type in module.GetType().Assembly.GetExportedTypes()
            where !type.IsAssignableTo(typeof(IServiceModule)) && !IsOnTheWire(type) && !IsMigration(type) && !IsVerb(type)
            select type.FullName;
        Assert.Empty(offenders);
    }

    [Fact]
    public void Only_the_owner_publishes_an_event()
    {
        var publications =
            from module in Modules
            let folder = module.GetType().Assembly.GetName().Name!.Split('.')[^1]
            from path in Repository.Sources("src/Services/" + folder)
            from Match match in NewEvent().Matches(File.ReadAllText(Repository.PathOf(path)))
            let e = EventCatalog.All.FirstOrDefault(d => d.Record.Name == match.Groups["name"].Value)
            where e is not null
            select (Path: path, Folder: folder, Event: e);
        Assert.NotEmpty(publications);
        Assert.All(publications, p => Assert.Equal(p.Event.Owner, p.Folder));
    }

    [Fact]
    public void Every_event_is_published_somewhere()
    {
        var sources = Repository.Sources("src/Services").Select(path => File.ReadAllText(Repository.PathOf(path))).ToList();
        var unpublished = EventCatalog.All
            .Where(e => !sources.Exists(text => text.Contains($"new {e.Record.Name}(", StringComparison.Ordinal)))
            .Select(e => e.Name);
        Assert.Empty(unpublished);
    }

    [Fact]
    public void Use_cases_do_not_reach_into_the_use_cases_of_another_service()
    {
        var namespaces = Modules.Select(m => m.GetType().Namespace!).ToList();
        var offenders =
            from module in Modules
            let folder = module.GetType().Assembly.GetName().Name!.Split('.')[^1]
            from path in Repository.Sources("src/Services/" + folder)
            from name in namespaces
            where name != module.GetType().Namespace && File.ReadAllText(Repository.PathOf(path)).Contains($"using {name}", StringComparison.Ordinal)
            select $"{path} uses {name}";
        Assert.Empty(offenders);
    }

    /// <summary>A fault that leaves a background service stops the whole program.</summary>
    [Fact]
    public void What_a_service_does_in_the_background_is_repeated_work()
    {
        var others =
            from module in Modules
            from type in module.GetType().Assembly.GetTypes()
            where type.IsAssignableTo(typeof(IHostedService)) && !type.IsAssignableTo(typeof(RepeatedWork))
            select type.Name;
        Assert.Empty(others);
    }

    private static bool IsOnTheWire(Type type) => type.IsEnum || type.IsValueType || type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;

    private static bool IsMigration(Type type) => type.Namespace?.EndsWith(".Migrations", StringComparison.Ordinal) == true;

    /// <summary>A verb of the command line, which the host calls.</summary>
    private static bool IsVerb(Type type) => type.IsAbstract && type.IsSealed;

    [GeneratedRegex(@"new (?<name>[A-Z][A-Za-z]+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex NewEvent();
}
