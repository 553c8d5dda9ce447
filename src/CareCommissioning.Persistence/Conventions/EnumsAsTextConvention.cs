using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace CareCommissioning.Persistence.Conventions;

/// <summary>Enumerations are stored by name: a row can be read without the code, and reordering the enumeration changes nothing.</summary>
internal sealed class EnumsAsTextConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
            {
                property.Builder.HasConversion(typeof(string));
                property.Builder.HasMaxLength(40);
            }
        }
    }
}
