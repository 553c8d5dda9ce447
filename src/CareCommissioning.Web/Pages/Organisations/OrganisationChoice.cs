using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations;

/// <summary>A form's answer to "which organisation?": a name or code, and, where several fit, the one that was meant. No list of a thousand to scroll through.</summary>
public sealed class OrganisationChoice
{
    private const int MostMatches = 10;

    /// <summary>Name, part of a name, or code.</summary>
    public string? Typed { get; set; }

    /// <summary>The one chosen among <see cref="Matches"/>.</summary>
    public Guid? Id { get; set; }

    /// <summary>What fits the words typed, to choose from.</summary>
    [BindNever]
    public IReadOnlyList<OrganisationMatch> Matches { get; private set; } = [];

    /// <summary>As an edit conflict shows it.</summary>
    public override string ToString() => Typed ?? "";

    public bool IsEmpty => Id is null && string.IsNullOrWhiteSpace(Typed);

    /// <summary>Finds the organisation meant; null and a message in <paramref name="state"/> when there is none, or not only one.</summary>
    /// <remarks>Where part of a name fits one only, that one is meant: the page then says which it was.</remarks>
    /// <param name="among">Organisations that may be chosen.</param>
    /// <param name="key">Name of this choice in the form, such as <c>Form.Successor</c>.</param>
    public async Task<Organisation?> FindAsync(IQueryable<Organisation> among, ModelStateDictionary state, string key, CancellationToken cancel)
    {
        if (Id is { } chosen)
        {
            var found = await among.SingleOrDefaultAsync(o => o.Id == chosen, cancel);
            return found ?? Refuse(state, key, "Choose an organisation from the list, or search again");
        }

        var words = Typed!.Trim();
        var exact = await among.Where(o => EF.Functions.ILike(o.Name, Like.Exactly(words), Like.Escape) || (o.Code != null && EF.Functions.ILike(o.Code, Like.Exactly(words), Like.Escape)))
            .OrderBy(o => o.Name).ThenBy(o => o.Id).Take(2).ToListAsync(cancel);
        if (exact is [var only])
        {
            return only;
        }

        var fitting = await among.Where(o => EF.Functions.ILike(o.Name, Like.Contains(words), Like.Escape) || (o.Code != null && EF.Functions.ILike(o.Code, Like.Contains(words), Like.Escape)))
            .OrderBy(o => o.Name).ThenBy(o => o.Id).Take(MostMatches + 1).ToListAsync(cancel);
        switch (fitting.Count)
        {
            case 0:
                return Refuse(state, key, "No organisation here has this name or code. Check the spelling");
            case 1:
                return fitting[0];
            case > MostMatches:
                return Refuse(state, key, $"More than {MostMatches} organisations fit this. Enter more of the name, or the code");
            default:
                Matches = [.. fitting.Select(o => new OrganisationMatch(o.Id, o.Name, o.Code))];
                return Refuse(state, key, "Choose which organisation you mean");
        }
    }

    private static Organisation? Refuse(ModelStateDictionary state, string key, string message)
    {
        state.AddModelError($"{key}.{nameof(Typed)}", message);
        return null;
    }
}

/// <summary>An organisation that fits what was typed.</summary>
public sealed record OrganisationMatch(Guid Id, string Name, string? Code);

internal sealed class OrganisationChoiceRules : AbstractValidator<OrganisationChoice>
{
    public OrganisationChoiceRules() =>
        RuleFor(c => c.Typed).MaximumLength(Organisation.MaxNameLength).WithMessage($"Enter no more than {Organisation.MaxNameLength} characters");
}
