using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CareCommissioning.Persistence;

/// <summary>For <c>dotnet ef</c> only: the model without a database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CareDbContext>
{
    public CareDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<CareDbContext>().UseNpgsql(CareDatabase.MigrationsHistory).Options);
}
