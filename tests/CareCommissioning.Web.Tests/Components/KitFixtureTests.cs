using System.Text.Json;
using CareCommissioning.Web.Tests.Components.Fixtures;
using Xunit.Abstractions;

namespace CareCommissioning.Web.Tests.Components;

/// <summary>Our helpers write what the kit writes: each of its own examples gives the same tree, or stands in the list of exclusions with a reason.</summary>
public sealed class KitFixtureTests(ITestOutputHelper told)
{
    private static readonly Dictionary<string, Func<JsonElement, DrivenTag?>> Helpers = new(StringComparer.Ordinal)
    {
        ["action-link"] = DisplayFixtures.ActionLink,
        ["back-link"] = DisplayFixtures.BackLink,
        ["breadcrumb"] = DisplayFixtures.Breadcrumb,
        ["button"] = DisplayFixtures.Button,
        ["card"] = DisplayFixtures.Card,
        ["character-count"] = FormFixtures.Textarea,
        ["checkboxes"] = FormFixtures.Checkboxes,
        ["date-input"] = FormFixtures.DateInput,
        ["details"] = DisplayFixtures.Details,
        ["error-message"] = FormFixtures.ErrorMessage,
        ["error-summary"] = FormFixtures.ErrorSummary,
        ["fieldset"] = FormFixtures.Fieldset,
        ["file-upload"] = FormFixtures.FileUpload,
        ["footer"] = DisplayFixtures.Footer,
        ["hint"] = options => FormFixtures.Hint(options),
        ["input"] = FormFixtures.Input,
        ["inset-text"] = DisplayFixtures.InsetText,
        ["label"] = FormFixtures.Label,
        ["legend"] = FormFixtures.Legend,
        ["notification-banner"] = DisplayFixtures.NotificationBanner,
        ["pagination"] = DisplayFixtures.Pagination,
        ["password-input"] = FormFixtures.PasswordInput,
        ["radios"] = FormFixtures.Radios,
        ["select"] = FormFixtures.Select,
        ["skip-link"] = DisplayFixtures.SkipLink,
        ["summary-list"] = DisplayFixtures.SummaryList,
        ["tables"] = DisplayFixtures.Table,
        ["tabs"] = DisplayFixtures.Tabs,
        ["tag"] = DisplayFixtures.Tag,
        ["task-list"] = DisplayFixtures.TaskList,
        ["textarea"] = FormFixtures.Textarea,
        ["warning-callout"] = DisplayFixtures.WarningCallout,
    };

    public static TheoryData<string> Components => new(Helpers.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Every_example_of_the_kit_is_equal_or_excluded_with_a_reason(string component)
    {
        var excluded = Exclusion.Of(component);
        var differing = new Dictionary<string, string>(StringComparer.Ordinal);
        var fixtures = KitFixture.Of(component);
        var equal = 0;
        foreach (var fixture in fixtures)
        {
            if (await DifferenceAsync(fixture) is { } difference)
            {
                differing[fixture.Name] = difference;
            }
            else
            {
                equal++;
            }
        }

        told.WriteLine($"{component}: {equal} of {fixtures.Count} equal, {fixtures.Count - equal} excluded");
        foreach (var name in differing.Keys)
        {
            told.WriteLine($"differs: {component} | {name}");
        }

        var unexplained = differing.Where(pair => !excluded.ContainsKey(pair.Key)).Select(pair => $"{component} | {pair.Key}\n{pair.Value}");
        string.Join("\n\n", unexplained).ShouldBeEmpty();
        excluded.Keys.Except(differing.Keys).ShouldBeEmpty("these exclusions are stale: the example is equal, or gone");
    }

    [Fact]
    public void Every_exclusion_names_a_component_that_is_tested_and_a_reason() =>
        Exclusion.All.ShouldAllBe(exclusion => Helpers.ContainsKey(exclusion.Component) && exclusion.Reason.Length > 10);

    private static async Task<string?> DifferenceAsync(KitFixture fixture)
    {
        var expected = Dom.Outline(fixture.Html);
        var written = Helpers[fixture.Component](fixture.Options) is { } tag ? await tag.WriteAsync() : "";
        var got = Dom.Outline(written);
        return expected == got ? null : $"expected\n{expected}\ngot\n{got}";
    }
}
