using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Components.Conflicts;

/// <summary>What two people saved differently, field by field.</summary>
public sealed record EditConflict(IReadOnlyList<EditConflict.Difference> Differences)
{
    /// <param name="Label">The field's name on the page.</param>
    /// <param name="Saved">What the other person saved.</param>
    /// <param name="Typed">What this person typed, which stays in the form.</param>
    public sealed record Difference(string Label, string Saved, string Typed);

    /// <summary>Where a page finds it, for the partial view <c>_EditConflict</c>.</summary>
    public static readonly string Key = nameof(EditConflict);
}

/// <summary>A form some of whose fields are declared elsewhere: what they are called, and what is in them.</summary>
public interface IMoreFields
{
    IEnumerable<(string Label, string? Value)> MoreFields();
}

/// <summary>Answers a save that came too late.</summary>
public static class EditConflictExtensions
{
    /// <summary>
    /// Shows the page again with what was typed still in its fields and, beside it, what somebody else saved in the meantime. The form's version becomes
    /// the saved one, so that saving again is a decision and not an accident. Answers 409.
    /// </summary>
    /// <param name="typed">The form as sent; its <c>Version</c> is brought up to date.</param>
    /// <param name="saved">The same form filled from the record as it now is.</param>
    /// <param name="prefix">Name of the form's property on the page model.</param>
    public static PageResult Conflict<TForm>(this PageModel page, TForm typed, TForm saved, string prefix = "Form")
        where TForm : class
    {
        var properties = typeof(TForm).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var version = Array.Find(properties, p => p.Name == "Version")
            ?? throw new ArgumentException($"{typeof(TForm).Name} has no Version.", nameof(typed));
        version.SetValue(typed, version.GetValue(saved));
        page.ModelState.Remove($"{prefix}.Version");

        var differences = properties
            .Where(p => p != version && p.GetCustomAttribute<DisplayAttribute>() is not null)
            .Select(p => new EditConflict.Difference(p.GetCustomAttribute<DisplayAttribute>()!.GetName()!, Text(p.GetValue(saved)), Text(p.GetValue(typed))))
            .Concat(More(typed, saved))
            .Where(d => d.Saved != d.Typed)
            .ToList();
        page.ViewData[EditConflict.Key] = new EditConflict(differences);
        var result = page.Page();
        result.StatusCode = StatusCodes.Status409Conflict;
        return result;
    }

    private static IEnumerable<EditConflict.Difference> More<TForm>(TForm typed, TForm saved) => (typed, saved) is (IMoreFields mine, IMoreFields theirs)
        ? mine.MoreFields().Zip(theirs.MoreFields(), (one, other) => new EditConflict.Difference(one.Label, other.Value ?? "", one.Value ?? ""))
        : [];

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("d MMMM yyyy"),
        bool yes => yes ? "Yes" : "No",
        _ => value.ToString() ?? "",
    };
}
