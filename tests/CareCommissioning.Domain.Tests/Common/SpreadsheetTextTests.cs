using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Tests.Common;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1"), InlineData("+44 151"), InlineData("-2"), InlineData("@SUM(A1)"), InlineData("  =A1"), InlineData("\tx"), InlineData("\nx")]
    public void What_a_spreadsheet_would_run_stands_behind_an_apostrophe_and_comes_back_without_it(string value)
    {
        SpreadsheetText.Protected(value).ShouldBe($"'{value}");
        SpreadsheetText.Unprotected($"'{value}").ShouldBe(value);
    }

    [Theory]
    [InlineData(""), InlineData("'"), InlineData("plain"), InlineData("'s Gravenhage"), InlineData("''=1"), InlineData("’-2")]
    public void Any_other_text_is_left_as_it_is(string value)
    {
        SpreadsheetText.Protected(value).ShouldBe(value);
        SpreadsheetText.Unprotected(value).ShouldBe(value);
    }
}
