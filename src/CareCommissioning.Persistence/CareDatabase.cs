using CareCommissioning.Persistence.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace CareCommissioning.Persistence;

/// <summary>How the product reaches its database.</summary>
public static class CareDatabase
{
    /// <summary>Registers <see cref="CareDbContext"/> and the <see cref="CurrentActor"/> whose eyes it sees with.</summary>
    public static IServiceCollection AddCareDatabase(this IServiceCollection services, NpgsqlDataSource source)
    {
        services.AddSingleton(source);
        services.AddScoped<CurrentActor>();
        services.AddScoped<ActorInterceptor>();
        services.AddDbContext<CareDbContext>((provider, options) =>
            options.UseNpgsql(source, MigrationsHistory).AddInterceptors(provider.GetRequiredService<ActorInterceptor>()));
        return services;
    }

    /// <summary>A context of its own for code that has no scope: commands, jobs, tests.</summary>
    public static CareDbContext OpenAs(CurrentActor actor, NpgsqlDataSource source) =>
        new(new DbContextOptionsBuilder<CareDbContext>().UseNpgsql(source, MigrationsHistory).AddInterceptors(new ActorInterceptor(actor)).Options);

    internal static void MigrationsHistory(NpgsqlDbContextOptionsBuilder options) =>
        options.MigrationsHistoryTable("migrations", "app");
}
