using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Data;

/// <summary>A database that the program migrates: the service, and the context whose migrations describe it.</summary>
public sealed class ServiceDatabaseDescriptor
{
    private readonly Func<string, DbContext> _open;

    private ServiceDatabaseDescriptor(string service, Type contextType, Func<string, DbContext> open)
    {
        Service = service;
        ContextType = contextType;
        _open = open;
        // Found by reflection: asking EF would build the model, which a start at head does not need.
        MigrationIds = contextType.Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == contextType)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .ToArray();
    }

    /// <summary>The service's name.</summary>
    public string Service { get; }

    /// <summary>The context's type.</summary>
    public Type ContextType { get; }

    /// <summary>The ids of all its migrations, oldest first.</summary>
    public IReadOnlyList<string> MigrationIds { get; }

    /// <summary>Describes the database of <typeparamref name="TContext"/>.</summary>
    public static ServiceDatabaseDescriptor Of<TContext>(string service)
        where TContext : ServiceDbContext =>
        new(service, typeof(TContext), connectionString =>
        {
            var options = new DbContextOptionsBuilder<TContext>();
            ServiceDbContextOptions.Configure(options, connectionString);
            var scope = new WriteScope(service, new RequestMetadata(), TimeProvider.System, new OutboxSignal());
            return (DbContext)Activator.CreateInstance(typeof(TContext), options.Options, scope)!;
        });

    /// <summary>A context outside any request, for migrations.</summary>
    internal DbContext Open(string connectionString) => _open(connectionString);
}
