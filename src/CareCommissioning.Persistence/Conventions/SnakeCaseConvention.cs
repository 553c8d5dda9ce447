using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace CareCommissioning.Persistence.Conventions;

/// <summary>Tables, columns, keys, indexes and foreign keys in snake_case, so that SQL reads without quotation marks.</summary>
internal sealed partial class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            entity.Builder.ToTable(Snake(entity.GetTableName()!), entity.GetSchema());
            foreach (var property in entity.GetDeclaredProperties())
            {
                // xmin is PostgreSQL's own column and keeps its name.
                property.Builder.HasColumnName(IsRowVersion(property) ? property.GetColumnName() : Snake(property.Name));
            }

            foreach (var key in entity.GetDeclaredKeys())
            {
                key.Builder.HasName(Snake(key.GetName()!));
            }

            foreach (var foreignKey in entity.GetDeclaredForeignKeys())
            {
                foreignKey.Builder.HasConstraintName(Snake(foreignKey.GetConstraintName()!));
            }

            foreach (var index in entity.GetDeclaredIndexes())
            {
                index.Builder.HasDatabaseName(Snake(index.GetDatabaseName()!));
            }
        }
    }

    /// <summary>Whether PostgreSQL itself keeps the column (xmin).</summary>
    internal static bool IsRowVersion(IReadOnlyProperty property) => property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate };

    internal static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
