using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace CareCommissioning.Persistence.Conventions;

/// <summary>How carefully a column's content is handled. It stands as the column's comment in the database, where auditing reads it.</summary>
public enum DataClass
{
    /// <summary>About organisations and the working of the product.</summary>
    Operational,

    /// <summary>About a member of staff: name, work e-mail.</summary>
    Personal,

    /// <summary>Never shown, never logged, never in the audit log: hashes, keys, one-time links.</summary>
    Secret,

    /// <summary>Tells who a service user is: encrypted, shown to few, every opening logged.</summary>
    Identifiable,

    /// <summary>About a service user's health or circumstances.</summary>
    SpecialCategory,

    /// <summary>Prices and terms of a provider.</summary>
    Commercial,
}

/// <summary>Names the class of a column's content.</summary>
public static class DataClassExtensions
{
    private const string Prefix = "class: ";

    /// <summary>States the class; a column that says nothing is <see cref="DataClass.Operational"/>.</summary>
    public static PropertyBuilder<T> Is<T>(this PropertyBuilder<T> property, DataClass dataClass) => property.HasComment(Comment(dataClass));

    internal static string Comment(DataClass dataClass) => Prefix + SnakeCaseConvention.Snake(dataClass.ToString());
}

/// <summary>Gives every column without a class the class <see cref="DataClass.Operational"/>.</summary>
internal sealed class DataClassConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var properties = modelBuilder.Metadata.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties());
        foreach (var property in properties.Where(property => !SnakeCaseConvention.IsRowVersion(property)))
        {
            property.Builder.HasComment(property.GetComment() ?? DataClassExtensions.Comment(DataClass.Operational));
        }
    }
}
