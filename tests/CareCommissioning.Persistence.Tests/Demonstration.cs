using CareCommissioning.Testing.Databases;

namespace CareCommissioning.Persistence.Tests;

/// <summary>A database with the demonstration for one test class.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    public CareTestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await CareTestDatabase.DemonstrationAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
