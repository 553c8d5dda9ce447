using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Frame;

/// <summary>The name bar: product, partnership, account and navigation. The layout writes it: <c>&lt;nhs-header content="Header.Content" /&gt;</c></summary>
/// <remarks>The kit's header without its logo, which is not ours to show.</remarks>
[HtmlTargetElement("nhs-header", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HeaderTagHelper(IHtmlGenerator generator) : TagHelper
{
    public const string AccountPath = "/account";
    public const string SignInPath = "/sign-in";
    public const string SignOutPath = "/sign-out";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public HeaderContent Content { get; set; } = HeaderContent.SignedOut;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new Element("header").Class("nhsuk-header").With("data-module", "nhsuk-header").With("role", "banner").With(output.Attributes).Add(
            new Element("div").Class("nhsuk-header__container nhsuk-width-container").Add(Service(), Partnership(), Account()),
            Navigation()));

    private static Element AccountItem(IHtmlContent content) => new Element("li").Class("nhsuk-header__account-item").Add(content);

    private static Element AccountLink(string href, string text, bool icon = false) =>
        new Element("a").Class("nhsuk-header__account-link").With("href", href).Add(icon ? Icon.Draw("user") : null).Text(text);

    private Element Service() => new Element("div").Class("nhsuk-header__service")
        .Add(new Element("a").Class("nhsuk-header__service-name").With("href", "/").Text(Content.ProductName));

    private Element? Partnership()
    {
        if (Content.PartnershipName is not { } name)
        {
            return null;
        }

        return new Element("div").Class("app-header__partnership").Add(Content.LogoUrl is { } logo
            ? new Element("img").Class("app-header__logo").With("src", logo).With("alt", name)
            : new Element("span").Text(name));
    }

    private Element Account()
    {
        var list = new Element("ul").Class("nhsuk-header__account-list");
        list = Content.AccountName is { } name
            ? list.Add(AccountItem(AccountLink(AccountPath, name, icon: true)), AccountItem(SignOut()))
            : list.Add(AccountItem(AccountLink(SignInPath, "Sign in")));
        return new Element("nav").Class("nhsuk-header__account").With("aria-label", "Account").Add(list);
    }

    // A form, so that no link or picture elsewhere can sign a person out.
    private Element SignOut() => new Element("form").Class("nhsuk-header__account-form").With("action", SignOutPath).With("method", "post").Flag("novalidate").Add(
        new Element("button").Class("nhsuk-header__account-button").Text("Sign out"),
        generator.GenerateAntiforgery(ViewContext));

    private Element? Navigation()
    {
        if (Content.Navigation.Count == 0)
        {
            return null;
        }

        var path = ViewContext.HttpContext.Request.Path;
        var menu = new Element("li").Class("nhsuk-header__menu").Flag("hidden").Add(
            new Element("button").Class("nhsuk-header__menu-toggle nhsuk-header__navigation-link").With("id", "toggle-menu").With("aria-expanded", "false")
                .Add(Fragment.Hidden("Browse ")).Text("More"));
        return new Element("nav").Class("nhsuk-header__navigation").With("aria-label", "Menu").Add(
            new Element("div").Class("nhsuk-header__navigation-container nhsuk-width-container").Add(
                new Element("ul").Class("nhsuk-header__navigation-list").Add([.. Content.Navigation.Select(entry => Entry(entry, path))]).Add(menu)));
    }

    private static Element Entry(NavigationEntry entry, PathString path)
    {
        var current = entry.Covers(path);
        var link = new Element("a").Class("nhsuk-header__navigation-link").With("href", entry.Href);
        if (!current)
        {
            return new Element("li").Class("nhsuk-header__navigation-item").Add(link.Text(entry.Text));
        }

        // The page itself is "page"; a page below it is in this part of the site.
        link.With("aria-current", path == entry.Href ? "page" : "true")
            .Add(new Element("strong").Class("nhsuk-header__navigation-item-current-fallback").Text(entry.Text));
        return new Element("li").Class("nhsuk-header__navigation-item nhsuk-header__navigation-item--current").Add(link);
    }
}
