using CareCommissioning.Testing.Traits;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Architecture.Tests;

/// <summary>What every page says about itself.</summary>
public sealed class PageTests
{
    private static readonly Type[] Pages = [.. typeof(RequiresAttribute).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract)];

    [Fact]
    public void Every_page_makes_exactly_one_statement_of_who_may_open_it()
    {
        var statements = Pages.ToDictionary(page => page.FullName!, page => page.GetCustomAttributes(inherit: false).Count(a => a is RequiresAttribute or OpenWhileAttribute or AllowAnonymousAttribute), StringComparer.Ordinal);
        statements.Where(page => page.Value != 1).ShouldBeEmpty();
    }

    [Fact]
    public void No_page_model_has_an_ancestor_of_its_own() => Pages.Where(page => page.BaseType != typeof(PageModel)).ShouldBeEmpty();

    [Fact, Asvs("V3.5.1")]
    public void Only_pages_that_change_nothing_answer_a_form_without_its_token() =>
        Pages.Where(page => page.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute), inherit: true)).Select(page => page.FullName).ShouldBe(["CareCommissioning.Web.Pages.Errors.IndexModel", "CareCommissioning.Web.Pages.SignIn.Kept.IndexModel"], ignoreOrder: true);

    [Fact, Asvs("V15.3.3")]
    public void Forms_are_bound_to_forms_never_to_records()
    {
        var bound = Pages.SelectMany(page => page.GetProperties()).Where(property => property.IsDefined(typeof(BindPropertyAttribute), inherit: true)).Select(property => property.PropertyType);
        bound.Where(type => type.Namespace?.StartsWith("CareCommissioning.Domain", StringComparison.Ordinal) == true && !type.IsEnum).ShouldBeEmpty();
    }
}
