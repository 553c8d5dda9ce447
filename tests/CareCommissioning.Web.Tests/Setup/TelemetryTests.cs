using System.Collections.Concurrent;
using System.Text;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>Traces and metrics go where the operator says, and nowhere else, without a word that somebody typed.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.DemonstrationAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Nothing_is_collected_unless_somebody_says_where_to()
    {
        await using var node = new CareHost(_database);
        node.Services.GetService<TracerProvider>().ShouldBeNull();
        node.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    [Fact, Asvs("V14.2.1", "V16.2.5")]
    public async Task Spans_and_metrics_arrive_and_hold_routes_only()
    {
        await using var collector = await Collector.StartAsync();
        await using var node = new CareHost(_database, settings: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });
        using var admin = await node.SignInAsync("admin@liverpool");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/organisations?Name=jo.osecret7&NhsNumber=9434765919");
        request.Headers.TryAddWithoutValidation("User-Agent", "osecret7 browser");
        using var answer = await admin.SendAsync(request);
        await admin.GetAsync("/nothing/osecret7/9434765919");
        await (await admin.GetAsync("/localities/new")).Form().With("Form.Name", "osecret7 9434765919").SendAsync();
        node.Services.GetRequiredService<TracerProvider>().ForceFlush().ShouldBeTrue();
        node.Services.GetRequiredService<MeterProvider>().ForceFlush().ShouldBeTrue();

        var (spans, metrics) = (collector.Received("/v1/traces"), collector.Received("/v1/metrics"));
        spans.ShouldContain("GET /organisations");
        spans.ShouldContain("POST /localities/new");
        spans.ShouldContain("http.response.status_code");
        spans.ShouldContain("FROM care.organisations");
        metrics.ShouldContain("http.server.request.duration");
        metrics.ShouldContain("db.client.");
        foreach (var sent in new[] { spans, metrics })
        {
            sent.ShouldContain("care-commissioning");
            sent.ShouldNotContain("osecret7");
            sent.ShouldNotContain("9434765919");
            sent.ShouldNotContain("url.path");
        }
    }

    /// <summary>What an operator's collector is to the application: two addresses that take OTLP over HTTP.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
        private readonly WebApplication _app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                _received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.ContentType = "application/x-protobuf";
            });
        }

        public string Address => _app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync();
            return collector;
        }

        /// <summary>Names and words stand in protocol buffers as they are.</summary>
        public string Received(string path) => string.Concat(_received.Where(sent => sent.Path == path).Select(sent => sent.Body));

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
