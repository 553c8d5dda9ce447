using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Setup;
using CareCommissioning.Web.Setup.Health;
using CareCommissioning.Web.Setup.Keys;
using CareCommissioning.Web.Setup.Logging;

British.Culture.UseEverywhere();
var builder = WebApplication.CreateBuilder(args);
builder.AddLogs();
builder.AddTelemetry();
var demonstration = DemonstrationMode.From(builder.Configuration, builder.Environment);
await using var database = await DatabaseInUse.OpenAsync(builder.Configuration, builder.Environment, Console.Error.WriteLine);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(demonstration);
builder.Services.AddSingleton(MasterKeyFile.Load(builder.Configuration, builder.Environment));
builder.Services.AddSingleton<IdentityVault>();
builder.Services.AddCareDatabase(database.Source);
builder.Services.AddAccounts(builder.Configuration, builder.Environment);
builder.Services.AddTrustedProxies(builder.Configuration);
builder.Services.AddPages();
builder.Services.AddRateLimits(builder.Configuration);
builder.Services.AddHealth(builder.Configuration);

var app = builder.Build();
app.UseRequestLog();
app.UseSecurityHeaders();
app.UseTlsOnly();
app.UseErrorPages();
app.UseRouting();
app.UseAuthentication();
app.UseRequestNotes();
app.UseRateLimiter();
app.UseMiddleware<ActorMiddleware>();
app.UseNotFound();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapHealth();

await demonstration.SeedAsync(app.Services, Console.Error.WriteLine);
return await app.RunUntilStoppedAsync();
