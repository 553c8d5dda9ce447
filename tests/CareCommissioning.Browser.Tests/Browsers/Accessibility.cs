using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Browsers;

/// <summary>WCAG 2.2 AA as far as axe can tell.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },

        // What passes need not be described: a page is read in half the time.
        ResultTypes = [ResultType.Violations],

        // Off in axe by default, though WCAG 2.2 AA asks for it (2.5.8).
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Fails with a readable list when axe finds a violation in the page as it is now.</summary>
    /// <remarks>Axe is a script: where the visitor has none, scripts are let in for axe alone, after the page was made without them.</remarks>
    public static async Task AxeShouldBeClean(this IPage page)
    {
        var withoutScript = await page.EvaluateAsync<bool>("matchMedia('(scripting: none)').matches");
        var result = withoutScript ? await RunWithScriptAllowedAsync(page) : await page.RunAxe(Options);
        if (result.Violations.Length > 0)
        {
            throw new ShouldAssertException(Describe(page.Url, result.Violations));
        }
    }

    private static async Task<AxeResult> RunWithScriptAllowedAsync(IPage page)
    {
        const string Disabling = "Emulation.setScriptExecutionDisabled";
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync(Disabling, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = true });
        await session.SendAsync(Disabling, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = false });
        try
        {
            return await page.RunAxe(Options);
        }
        finally
        {
            await session.SendAsync(Disabling, new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = true });
            await session.DetachAsync();
        }
    }

    private static string Describe(string address, AxeResultItem[] violations)
    {
        var text = new StringBuilder($"axe found {violations.Length} {(violations.Length == 1 ? "violation" : "violations")} on {address}:\n");
        foreach (var violation in violations)
        {
            text.Append($"\n{violation.Id} ({violation.Impact}): {violation.Help}\n  {violation.HelpUrl}\n");
            foreach (var node in violation.Nodes)
            {
                text.Append($"  - {node.Target}\n    {node.Html.ReplaceLineEndings(" ")}\n");
                foreach (var check in node.Any.Concat(node.All).Concat(node.None))
                {
                    text.Append($"    {check.Message}\n");
                }
            }
        }

        return text.ToString();
    }
}
