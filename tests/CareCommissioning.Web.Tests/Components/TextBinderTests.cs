using CareCommissioning.Web.Components.Binding;

namespace CareCommissioning.Web.Tests.Components;

/// <summary>What no text may hold, also where it comes from elsewhere than a form.</summary>
public sealed class TextBinderTests
{
    [Fact]
    public void Halves_of_a_pair_are_refused_wherever_they_stand()
    {
        foreach (var text in new[] { "a\uD83D", "\uD83Da", "a\uDC00b", "\uDC00\uD83D", "\uD83D\uD83D\uDC00" })
        {
            TextBinder.Refusal(text, lines: true).ShouldBe("Remove the broken character from this text, or type it again");
        }
    }

    [Fact]
    public void Every_control_character_is_refused_but_line_breaks_and_tabs_where_there_are_lines()
    {
        var controls = Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code).ToList();
        controls.Where(c => TextBinder.Refusal($"a{c}b", lines: false) is null).ShouldBeEmpty();
        controls.Where(c => TextBinder.Refusal($"a{c}b", lines: true) is null).ShouldBe(['\t', '\n']);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Zoë 👩‍⚕️ \u202Eright to left\u202C \uFFFD \uFEFF")]
    public void Anything_else_is_text(string? text) => TextBinder.Refusal(text, lines: false).ShouldBeNull();
}
