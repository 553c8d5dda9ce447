using System.Reflection;
using CareCommissioning.Domain.Access;
using CareCommissioning.Testing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CareCommissioning.Web.Tests.Access;

/// <summary>One line of <c>endpoints.csv</c>: what a person may do at one address, said a second time and independently of the code.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Route">As the router knows it.</param>
/// <param name="Who"><c>anonymous</c>, or the permissions of which one is enough, joined by <c>|</c>.</param>
/// <param name="Sees">
/// Whose records it opens for those who may: <c>-</c> no record in the address; <c>partnership</c> every organisation's of the partnership;
/// <c>organisation</c> one's own organisation's, an administrator the partnership's; <c>everybody</c> shared facts; <c>keeper</c> seen in the
/// partnership, changed by the one that keeps the record.
/// </param>
/// <param name="Record">Which sample fills the route's id.</param>
public sealed record ListedEndpoint(string Method, string Route, string Who, string Sees, string Record)
{
    public bool IsAnonymous => Who == "anonymous";

    public bool IsAllowed(Role role, bool isApprover) =>
        IsAnonymous || Who.Split('|').Any(name => AccessTable.Permissions(role, isApprover).Contains(Enum.Parse<Permission>(name)));

    public override string ToString() => $"{Method} {Route}";
}

/// <summary>Reads the list, and what the application really answers.</summary>
public static class EndpointList
{
    /// <summary>The framework's own, for files that are not there.</summary>
    private const string StaticFiles = "{**path:file}";

    public static IReadOnlyList<ListedEndpoint> Listed { get; } = Read();

    /// <summary>Every method and address the application has, from its own router.</summary>
    public static IReadOnlyList<string> Actual(CareHost host)
    {
        var sources = host.Services.GetServices<EndpointDataSource>();
        var loader = host.Services.GetRequiredService<PageLoader>();
        return [.. sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(endpoint => Methods(endpoint, loader)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Methods(RouteEndpoint endpoint, PageLoader loader)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var compiled = loader.LoadAsync(page, endpoint.Metadata).GetAwaiter().GetResult();
            return compiled.HandlerMethods.Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} {route}{(handler.Name is null ? "" : $"?handler={handler.Name}")}").DefaultIfEmpty($"GET {route}");
        }

        // Files of the front end are the same for everybody.
        return endpoint.RoutePattern.RawText == StaticFiles || endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal))
            ? []
            : (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"{method} {route}");
    }

    private static ListedEndpoint[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("endpoints.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line =>
        {
            // A route may hold a comma itself.
            var cells = line.Split(',');
            return new ListedEndpoint(cells[0], string.Join(',', cells[1..^3]), cells[^3], cells[^2], cells[^1]);
        })];
    }
}
