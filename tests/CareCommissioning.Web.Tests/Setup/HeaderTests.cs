using System.Net;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Tests.Access;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>Every answer, whatever it is.</summary>
public sealed class HeaderTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Asvs("V3.4.1", "V3.4.2", "V3.4.3", "V3.4.4", "V3.4.5", "V3.4.6", "V3.4.8", "V4.1.1", "V13.4.6", "V14.2.2", "V14.3.2")]
    public async Task Every_answer_carries_the_security_headers()
    {
        var client = await demonstration.AsAsync("admin@liverpool");
        using var nobody = (await demonstration.HostAsync()).Browse();
        var style = (await nobody.GetAsync("/sign-in")).Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var addresses = EndpointList.Listed.Where(e => e is { Method: "GET", Record: "-" } && e.Route != "/sign-out").Select(e => e.Route)
            .Concat([style, "/nothing/here", "/organisations/01930000-0000-7000-8000-000000000000", "/.git/config", "/appsettings.json"]);
        foreach (var address in addresses)
        {
            foreach (var browser in new[] { client, nobody })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Add("Origin", "https://evil.example");
                using var answer = await browser.SendAsync(request);
                Check(answer, address, isFile: address == style);
            }
        }
    }

    [Theory, Asvs("V13.4.1", "V13.4.3", "V14.2.5")]
    [InlineData("/.git/config")]
    [InlineData("/appsettings.json")]
    [InlineData("/bin/")]
    [InlineData("/dist/")]
    [InlineData("/organisations/x.css")]
    [InlineData("/swagger")]
    public async Task What_is_not_a_page_is_not_found(string address)
    {
        using var nobody = (await demonstration.HostAsync()).Browse();
        (await nobody.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Asvs("V4.1.4", "V13.4.4")]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_change_nothing(string method)
    {
        var client = await demonstration.AsAsync("admin@liverpool");
        foreach (var address in new[] { "/", "/organisations", "/localities/new" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await client.SendAsync(request);
            ((int)answer.StatusCode).ShouldBeInRange(400, 405, $"{method} {address}");
        }
    }

    [Fact, Asvs("V3.3.1", "V3.3.2", "V3.3.3", "V3.3.4", "V3.3.5", "V14.2.1")]
    public async Task Every_cookie_is_bound_to_this_host_and_kept_from_scripts()
    {
        using var browser = (await demonstration.HostAsync()).Browse();
        using var page = await browser.Http.GetAsync("/sign-in");
        var signedIn = await demonstration.AsAsync("admin@liverpool");
        using var home = await signedIn.Http.GetAsync("/localities/new");
        var cookies = new[] { page, home }.SelectMany(a => a.Headers.TryGetValues("Set-Cookie", out var values) ? values : []).ToList();
        cookies.ShouldNotBeEmpty();
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-");
            cookie.ShouldContain("secure", Case.Insensitive);
            cookie.ShouldContain("httponly", Case.Insensitive);
            cookie.ShouldContain("path=/", Case.Insensitive);
            cookie.ShouldContain("samesite=", Case.Insensitive);
            cookie.ShouldNotContain("samesite=none", Case.Insensitive);
            cookie.Length.ShouldBeLessThan(4096);
        }
    }

    private static void Check(HttpResponseMessage answer, string address, bool isFile)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        headers["X-Content-Type-Options"].ShouldBe("nosniff", address);
        headers["Referrer-Policy"].ShouldBe("no-referrer", address);
        headers["Cross-Origin-Opener-Policy"].ShouldBe("same-origin", address);
        headers["Strict-Transport-Security"].ShouldBe("max-age=31536000; includeSubDomains", address);
        var policy = headers["Content-Security-Policy"];
        policy.ShouldContain("default-src 'none'", customMessage: address);
        policy.ShouldContain("object-src 'none'", customMessage: address);
        policy.ShouldContain("base-uri 'none'", customMessage: address);
        policy.ShouldContain("frame-ancestors 'none'", customMessage: address);
        policy.ShouldNotContain("unsafe", customMessage: address);
        headers.Keys.ShouldNotContain("Access-Control-Allow-Origin", address);
        headers.Keys.ShouldNotContain("Server", address);
        headers.Keys.ShouldNotContain("X-Powered-By", address);
        if (!isFile)
        {
            headers["Cache-Control"].ShouldContain("no-store", customMessage: address);
        }

        if (answer.Content.Headers.ContentType is { MediaType: "text/html" or "text/plain" } type)
        {
            type.CharSet.ShouldBe("utf-8", address);
        }
    }
}
