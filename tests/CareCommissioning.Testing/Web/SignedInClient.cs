using System.Net;
using CareCommissioning.Persistence.DemoData;
using Shouldly;

namespace CareCommissioning.Testing.Web;

/// <summary>A browser without JavaScript: cookies, redirects, real sign-in, real antiforgery tokens.</summary>
public sealed class SignedInClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies;

    internal SignedInClient(HttpClient http, CookieContainer cookies) => (_http, _cookies) = (http, cookies);

    /// <summary>A browser of a node that runs as a process.</summary>
    public static SignedInClient Of(NodeProcess node)
    {
        var cookies = new CookieContainer();
        return new SignedInClient(new HttpClient(new LoopbackCookies(cookies)) { BaseAddress = node.Address, Timeout = TimeSpan.FromMinutes(5) }, cookies);
    }

    /// <summary>For what is not a page: headers, methods, raw bodies.</summary>
    public HttpClient Http => _http;

    /// <summary>Signs in as a demonstration account.</summary>
    public async Task<SignedInClient> SignInAsync(string email, string? word = null)
    {
        var page = await GetAsync("/sign-in");
        var after = await page.Form().With("Form.Email", email).With("Form.Password", word ?? DemoSeeder.SignInWord).SendAsync();
        if (after.Url.StartsWith("/account/acceptable-use", StringComparison.Ordinal))
        {
            after = await after.Form().With("Form.Accepted", "true").SendAsync();
        }

        after.Status.ShouldBe(HttpStatusCode.OK, after.Text);
        after.Url.ShouldNotStartWith("/sign-in");
        return this;
    }

    public async Task<WebPage> GetAsync(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await FollowAsync(request);
    }

    public Task<WebPage> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields) => PostAsync(url, new FormUrlEncodedContent(fields));

    public async Task<WebPage> PostAsync(string url, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        return await FollowAsync(request);
    }

    /// <summary>One request, redirects not followed.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>What a browser does when it is told to clear the site's data.</summary>
    public void ForgetCookies()
    {
        foreach (Cookie cookie in _cookies.GetAllCookies())
        {
            cookie.Expired = true;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<WebPage> FollowAsync(HttpRequestMessage request)
    {
        var response = await _http.SendAsync(request);
        for (var hops = 0; response.Headers.Location is { } location && hops < 10; hops++)
        {
            var target = new Uri(response.RequestMessage!.RequestUri!, location);
            response.Dispose();
            response = await _http.GetAsync(target);
        }

        return await WebPage.ReadAsync(this, response);
    }
}
