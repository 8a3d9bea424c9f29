using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Waymark.Platform.Data;
using Waymark.Platform.Modules;

// `dotnet ef` runs this far and takes the contexts from the host's registrations. No database is touched: migrations are
// applied by the product itself.
// Production, because only there a host does not insist that every registration can be built.
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, EnvironmentName = Environments.Production });
builder.Services.AddDatabases(service => new ServiceDatabase(service, "design", "Host=/nowhere;Username=design", "Host=/nowhere;Username=design", IsManaged: false));

var modules = Directory.GetFiles(AppContext.BaseDirectory, "Waymark.*.dll")
    .Select(Assembly.LoadFrom)
    .SelectMany(assembly => assembly.GetTypes())
    .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IServiceModule)))
    .Select(type => (IServiceModule)Activator.CreateInstance(type, nonPublic: true)!);
foreach (var module in modules)
    module.AddServices(new ServiceBuilder(module.Name, builder.Services, builder.Configuration));

using var host = builder.Build();
Console.WriteLine("Contexts: " + string.Join(", ", host.Services.GetServices<ServiceDatabaseDescriptor>().Select(d => d.ContextType.Name)));
