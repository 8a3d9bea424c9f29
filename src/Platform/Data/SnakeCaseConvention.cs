using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Waymark.Platform.Data;

/// <summary>Names tables, columns, keys and indexes in snake_case, so that SQL needs no quotes. Explicit names stay.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var entities = modelBuilder.Metadata.GetEntityTypes().ToList();
        foreach (var entity in entities)
        {
            if (entity.BaseType is null && !entity.IsOwned() && entity.GetTableName() is { } table)
                entity.Builder.ToTable(Snake(table));
        }

        // Names of keys and indexes derive from those of tables and columns, which must all be final by then.
        foreach (var entity in entities)
        {
            if (StoreObjectIdentifier.Create(entity, StoreObjectType.Table) is { } table)
                NameColumns(entity, table);
        }

        foreach (var entity in entities)
            NameConstraints(entity);
    }

    /// <summary><c>TaskItemID2</c> is <c>task_item_id2</c>.</summary>
    internal static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private static void NameColumns(IConventionTypeBase type, StoreObjectIdentifier table)
    {
        // Asked for the table, EF puts the owner's name before the columns of a part.
        foreach (var property in type.GetDeclaredProperties())
            property.Builder.HasColumnName(Snake(property.GetColumnName(table) ?? property.GetColumnName()));
        foreach (var complex in type.GetDeclaredComplexProperties())
        {
            if (complex.ComplexType.GetContainerColumnName() is { } json)
                complex.ComplexType.SetContainerColumnName(Snake(json));
            else
                NameColumns(complex.ComplexType, table);
        }
    }

    private static void NameConstraints(IConventionEntityType entity)
    {
        foreach (var key in entity.GetDeclaredKeys())
            key.Builder.HasName(key.GetDefaultName()?.ToLowerInvariant());
        foreach (var key in entity.GetDeclaredForeignKeys())
            key.Builder.HasConstraintName(key.GetDefaultName()?.ToLowerInvariant());
        foreach (var index in entity.GetDeclaredIndexes())
            index.Builder.HasDatabaseName(index.GetDefaultDatabaseName()?.ToLowerInvariant());
    }
}
