using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Browsers;

/// <summary>What a person comes with.</summary>
public enum Device
{
    /// <summary>1280×900.</summary>
    Desktop,

    /// <summary>390×844, touch.</summary>
    Phone,

    /// <summary>320×256 CSS pixels: a desktop at 400 % zoom (WCAG 1.4.10).</summary>
    Zoomed,

    /// <summary>Desktop, no JavaScript.</summary>
    WithoutScript,

    /// <summary>Desktop, colours chosen by the system (Windows high contrast).</summary>
    ForcedColours,
}

internal static class DeviceOptions
{
    public static BrowserNewContextOptions For(Device device, string? address)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        };
        switch (device)
        {
            case Device.Phone:
                options.ViewportSize = new ViewportSize { Width = 390, Height = 844 };
                options.DeviceScaleFactor = 3;
                options.HasTouch = true;
                options.IsMobile = true;
                break;
            case Device.Zoomed:
                options.ViewportSize = new ViewportSize { Width = 320, Height = 256 };
                break;
            case Device.WithoutScript:
                options.JavaScriptEnabled = false;
                break;
            case Device.ForcedColours:
                options.ForcedColors = ForcedColors.Active;
                break;
            default:
                break;
        }

        return options;
    }
}
