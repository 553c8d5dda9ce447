using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Browsers;

/// <summary>WCAG 2.2 AA as far as axe can tell.</summary>
/// <remarks>Axe runs in the page itself. Deque's own runner for Playwright opens another page for each answer, which takes four times as long as axe; it is for pages with frames, and ours have none.</remarks>
public static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Of what passes nothing is described: a page is read in half the time. The size of targets is off by default, though WCAG 2.2 AA asks for it (2.5.8).
    private const string Run = """
        async () => {
          const result = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
            iframes: false,
          });
          return result.violations.map(violation => [
            `${violation.id} (${violation.impact}): ${violation.help}`,
            `  ${violation.helpUrl}`,
            ...violation.nodes.flatMap(node => [
              `  - ${node.target.join(' ')}`,
              `    ${node.html.replace(/\s+/g, ' ')}`,
              ...[...node.any, ...node.all, ...node.none].map(check => `    ${check.message}`),
            ]),
          ].join('\n'));
        }
        """;

    /// <summary>Fails with a readable list when axe finds a violation in the page as it is now.</summary>
    /// <remarks>Axe is a script: where the visitor has none, scripts are let in for axe alone, after the page was made without them.</remarks>
    public static async Task AxeShouldBeClean(this IPage page)
    {
        var withoutScript = await page.EvaluateAsync<bool>("matchMedia('(scripting: none)').matches");
        var violations = withoutScript ? await RunWithScriptAllowedAsync(page) : await RunAsync(page);
        if (violations.Length > 0)
        {
            throw new ShouldAssertException($"axe found {violations.Length} {(violations.Length == 1 ? "violation" : "violations")} on {page.Url}:\n\n{string.Join("\n\n", violations)}");
        }
    }

    private static async Task<string[]> RunAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Run);
    }

    private static async Task<string[]> RunWithScriptAllowedAsync(IPage page)
    {
        const string Disabling = "Emulation.setScriptExecutionDisabled";
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync(Disabling, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = true });
        await session.SendAsync(Disabling, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = false });
        try
        {
            return await RunAsync(page);
        }
        finally
        {
            await session.SendAsync(Disabling, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = true });
            await session.DetachAsync();
        }
    }
}
