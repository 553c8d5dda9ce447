namespace CareCommissioning.Testing;

/// <summary>What no field may stumble over. Every page's fields meet all of it: nothing here may end in a fault, or come back as anything but text.</summary>
public static class HostileText
{
    /// <summary>Found in a page, it must stand in text or in an attribute's value, never as an element or script.</summary>
    public const string Marker = "care7marker";

    public static IReadOnlyList<string> All { get; } =
    [
        "",
        " ",
        "\0",
        "a\0b",
        "\u0007\u001b[31m",
        "abc\u202Edef",
        "\u200B\uFEFF",
        "\u2028\u2029",
        "👩‍👩‍👧‍👦 Ünïcödé Ж 漢",
        "\uFFFD",
        $"<script>{Marker}</script>",
        $"\"><img src=x onerror={Marker}>",
        $"' onfocus={Marker} autofocus x='",
        $"</title><svg/onload={Marker}>",
        $"javascript:{Marker}",
        $"{{{{{Marker}}}}} @({Marker}) ${{{Marker}}}",
        "%2527%253Cscript%253E",
        "&lt;b&gt;",
        "'; drop table care.accounts; --",
        "' or '1'='1",
        "../../../../etc/passwd",
        "x\r\nSet-Cookie: care=1\r\n\r\n",
        "=cmd|'/c calc'!A0",
        "-1",
        "0",
        "1e309",
        "NaN",
        "99999999999999999999999999999999",
        "0001-01-01",
        "31/02/2026",
        new string('a', 5_000),
        new string('é', 100_000),
        new string('x', 1024 * 1024),
    ];
}
