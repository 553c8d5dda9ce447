using System.Collections.Concurrent;
using CareCommissioning.Browser.Tests.Browsers;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Sweep;

/// <summary>Looks a page over: axe, and nothing that sticks out of the window.</summary>
internal static class PageReading
{
    // What axe sees of a page, without its words and without the repetition of rows: pages that look alike to it are read once for each device.
    private const string Skeleton = """
        () => {
          const paths = new Set([document.title.split(' ')[0] === 'Error:']);
          const walk = (element, path) => {
            const own = path + '>' + element.tagName + '.' + (element.getAttribute('class') ?? '') + '[' + element.getAttributeNames().join() + ']';
            paths.add(own);
            for (const child of element.children) walk(child, own);
          };
          walk(document.body, '');
          return [...paths].join('\n');
        }
        """;

    private const string StickingOut = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const wide = [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > width + 1);
          return [`${document.documentElement.scrollWidth} px of ${width}`, ...wide.filter(element => !wide.some(other => other !== element && element.contains(other))).slice(0, 3).map(element => element.outerHTML.slice(0, 160))];
        }
        """;

    private static readonly ConcurrentDictionary<(Device Device, string Skeleton), string> Read = new();

    /// <summary>What is wrong with the page as it is now; nothing when all is well.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, Device device)
    {
        var faults = new List<string>();
        if (await page.EvaluateAsync<string[]>(StickingOut) is { Length: > 0 } wide)
        {
            faults.Add($"{page.Url} is too wide: {string.Join("\n    ", wide)}");
        }

        if (Read.TryAdd((device, await page.EvaluateAsync<string>(Skeleton)), page.Url))
        {
            try
            {
                await page.AxeShouldBeClean();
            }
            catch (ShouldAssertException found)
            {
                faults.Add(found.Message);
            }
        }

        return faults;
    }

    /// <summary>How many pages axe has read.</summary>
    public static int Count => Read.Count;
}
