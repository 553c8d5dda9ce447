using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Lists;

namespace CareCommissioning.Web.Tests.Components.Lists;

public sealed class ListPlaceTests
{
    [Theory]
    [InlineData(null), InlineData(""), InlineData("nonsense"), InlineData("WyJhIl0"), InlineData("bnVsbA"), InlineData("WzEsMl0"), InlineData("WyJhXHUwMDAwIiwiYiJd")]
    public void A_cursor_nobody_was_given_is_the_lists_beginning(string? cursor) =>
        ListPlace.Of(null, cursor, keys: 2).Keys.ShouldBeNull();

    [Fact]
    public void A_page_leads_on_and_back_only_where_there_is_more()
    {
        var first = ListPlace.Of(null, null, keys: 1).Page(Rows(0, ListPlace.Take), Keys);
        first.Rows.Count.ShouldBe(ListPlace.PageSize);
        first.Previous.ShouldBeNull();

        var place = ListPlace.Of(null, first.Next, keys: 1);
        place.Keys.ShouldBe(["24"]);
        var last = place.Page(Rows(25, 3), Keys);
        last.Next.ShouldBeNull();

        var back = ListPlace.Of(last.Previous, null, keys: 1);
        (back.IsBackwards, back.Keys![0]).ShouldBe((true, "25"));
        var again = back.Page([.. Rows(0, 25).Reverse()], Keys);
        again.Rows[0].ShouldBe(0);
        (again.Previous, again.Next is null).ShouldBe((null, false));
    }

    [Theory, Testing.Traits.Asvs("V1.2.10")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("-2", "'-2")]
    [InlineData("\tx", "'\tx")]
    [InlineData("plain", "plain")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("=A1,B1", "\"'=A1,B1\"")]
    public void A_cell_is_text_to_a_spreadsheet(string value, string cell) => CsvWriter.Cell(value).ShouldBe(cell);

    private static string[] Keys(int row) => [row.ToString()];

    private static IReadOnlyList<int> Rows(int from, int count) => [.. Enumerable.Range(from, count)];
}
