using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Equality;

/// <summary>What is expected for one group.</summary>
public sealed class GroupRow
{
    public EqualityGroup Group { get; set; }

    public EqualityEffect? Effect { get; set; }

    [DataType(DataType.MultilineText)] public string? Note { get; set; }
}

/// <summary>Whom a version may treat unequally (S0-013).</summary>
public sealed class EqualityForm
{
    public string? Version { get; set; }

    public List<GroupRow> Rows { get; set; } = [.. Enum.GetValues<EqualityGroup>().Select(group => new GroupRow { Group = group })];

    [Display(Name = "evidence"), DataType(DataType.MultilineText)] public string? Evidence { get; set; }

    /// <summary>All groups in one text, to be held against what somebody else saved.</summary>
    [Display(Name = "groups")]
    public string Groups => string.Join("; ", Rows.Where(row => row.Effect is not null).Select(row => $"{row.Group.Name()}: {row.Effect!.Value.Name().ToLowerInvariant()}{(row.Note is null ? "" : $" ({row.Note})")}"));

    public static EqualityForm Of(EqualityImpact? it)
    {
        var form = new EqualityForm { Evidence = it?.Evidence };
        foreach (var row in form.Rows)
        {
            var known = it?.Groups.FirstOrDefault(group => group.Group == row.Group);
            (row.Effect, row.Note) = (known?.Effect, known?.Note);
        }

        form.Version = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form)).AsSpan(0, 8));
        return form;
    }

    public EqualityImpact ToImpact(string by, DateOnly on) =>
        new([.. Rows.Select(row => new GroupEffect(row.Group, row.Effect!.Value, row.Note.Tidy()))], Evidence!.Trim(), by, on);
}

internal sealed class EqualityFormRules : AbstractValidator<EqualityForm>
{
    public EqualityFormRules()
    {
        RuleFor(f => f.Rows).Must(rows => rows.Select(row => row.Group).Order().SequenceEqual(Enum.GetValues<EqualityGroup>())).WithMessage("Say something of each group once");
        RuleForEach(f => f.Rows).ChildRules(row =>
        {
            row.RuleFor(r => r.Effect).NotNull().WithMessage(r => $"Choose what is expected for {r.Group.Name().ToLowerInvariant()}").IsInEnum().WithMessage("Choose what is expected");
            row.RuleFor(r => r.Note).NotEmpty().When(r => r.Effect == EqualityEffect.Negative).WithMessage(r => $"Enter who is worse off by {r.Group.Name().ToLowerInvariant()}, and what is done about it");
            row.RuleFor(r => r.Note).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The note must be {PathwayMap.MaxTextLength} characters or fewer");
        });
        RuleFor(f => f.Evidence).NotEmpty().WithMessage("Enter on what this rests: figures, talks, or that nobody has looked yet")
            .MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The evidence must be {PathwayMap.MaxTextLength} characters or fewer");
    }
}
