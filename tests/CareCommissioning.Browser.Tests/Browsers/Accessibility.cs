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

        // Off in axe by default, though WCAG 2.2 AA asks for it (2.5.8).
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Fails with a readable list when axe finds a violation in the page as it is now.</summary>
    public static async Task AxeShouldBeClean(this IPage page)
    {
        var result = await page.RunAxe(Options);
        if (result.Violations.Length > 0)
        {
            throw new ShouldAssertException(Describe(page.Url, result.Violations));
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
