using CareCommissioning.Web.Jobs;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Setup;

/// <summary>The life of the process.</summary>
public static class Running
{
    private const int CouldNotListen = 1;

    /// <summary>Listens until it is told to stop, and says in a sentence what is wrong when it cannot.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunUntilStoppedAsync(this WebApplication app)
    {
        // Elsewhere the standard output is the log's alone, and the framework says there where it listens.
        if (app.Environment.IsDevelopment())
        {
            app.Lifetime.ApplicationStarted.Register(() => SayWhereThingsAre(app));
        }

        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync("Another program listens at this address already. Stop it, or choose another with --urls http://127.0.0.1:5081");
            return CouldNotListen;
        }
    }

    private static void SayWhereThingsAre(WebApplication app)
    {
        foreach (var address in app.Urls)
        {
            Console.WriteLine($"CareCommissioning is at {address}");
        }

        if (app.Services.GetRequiredService<IOptions<MailSettings>>().Value is { Smtp.Host: null or "", PickupFolder: { } folder })
        {
            Console.WriteLine($"E-mails are not sent but written to {folder}");
        }
    }
}
