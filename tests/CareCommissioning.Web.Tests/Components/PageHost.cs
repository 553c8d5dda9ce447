using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CareCommissioning.Web.Components;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CareCommissioning.Web.Tests.Components;

/// <summary>The components in a site of nothing else: the pages of this test project under the product's layout.</summary>
public sealed class PageHost : IAsyncLifetime, IDisposable
{
    private WebApplication _site = null!;

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FormOwners>();
        builder.Services.AddRazorPages()
            .AddApplicationPart(typeof(ComponentsSetup).Assembly)
            .AddApplicationPart(typeof(PageHost).Assembly)
            .AddComponents(typeof(PageHost).Assembly);
        _site = builder.Build();
        _site.UseStatusCodePagesWithReExecute("/errors/{0}");
        _site.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<HeaderContentSource>().Content = new HeaderContent(
                "CareCommissioning", "Liverpool mental health partnership", null, "Joan Field", [new("Home", "/"), new("Placements", "/placements"), new("Gallery", "/Gallery"), new("Quality", "/quality")]);
            return next(context);
        });
        _site.MapRazorPages();
        await _site.StartAsync();
        Client = new HttpClient(new CookieHandler(_site.GetTestServer().CreateHandler())) { BaseAddress = new Uri("http://localhost") };
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await _site.DisposeAsync();
    }

    public void Dispose() => Client.Dispose();

    public async Task<IHtmlDocument> OpenAsync(string address) => await ReadAsync(await Client.GetAsync(address));

    /// <summary>Sends the page's first form with its token and these fields instead of what stands in it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Append(await TokenAsync(address)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Client.PostAsync(address, content);
    }

    /// <summary>The same, as a form that also sends files.</summary>
    public async Task<HttpResponseMessage> PostMultipartAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(await TokenAsync(address)))
        {
            content.Add(new StringContent(value), name);
        }

        return await Client.PostAsync(address, content);
    }

    private async Task<(string Name, string Value)> TokenAsync(string address)
    {
        const string name = "__RequestVerificationToken";
        var page = await OpenAsync(address);
        return (name, page.QuerySelector($"main form input[name={name}]")!.GetAttribute("value")!);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    // Keeps the antiforgery and banner cookies between requests; follows no redirect.
    private sealed class CookieHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            return answer;
        }
    }
}
