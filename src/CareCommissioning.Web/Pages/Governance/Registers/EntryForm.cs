using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Validation;
using CareCommissioning.Web.Components.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Governance.Registers;

/// <summary>What was typed into one of a kind's own fields: the one that its type has.</summary>
public sealed class FieldAnswer
{
    public string? Line { get; set; }

    [DataType(DataType.MultilineText)] public string? Text { get; set; }

    public int? Count { get; set; }

    // Functions, not properties: those the framework reads before the form is known to be filled.
    public string? Of(FieldType type) => type switch
    {
        FieldType.Line => Line.Tidy(),
        FieldType.Text => Text.Tidy(),
        _ => Count?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static FieldAnswer From(FieldType type, string? value) => type switch
    {
        FieldType.Line => new() { Line = value },
        FieldType.Text => new() { Text = value },
        _ => new() { Count = value is null ? null : int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
    };
}

/// <summary>An entry of any register.</summary>
public sealed class EntryForm : IMoreFields
{
    public uint Version { get; set; }

    [Display(Name = "in short")] public string? Title { get; set; }

    [Display(Name = "category")] public string? Category { get; set; }

    public Guid? Locality { get; set; }

    public Guid? Owner { get; set; }

    [Display(Name = "date")] public DateOnly? FoundOn { get; set; }

    /// <summary>In the order of the kind's fields.</summary>
    public List<FieldAnswer> Answers { get; set; } = [];

    [BindNever] public RegisterKind Kind { get; private set; } = RegisterKinds.Gaps;

    [BindNever] public IReadOnlyList<SelectListItem> Localities { get; set; } = [];

    [BindNever] public IReadOnlyList<SelectListItem> Owners { get; set; } = [];

    /// <summary>Makes it a form of this kind: with its fields, no more and no fewer.</summary>
    public void Fit(RegisterKind kind)
    {
        Kind = kind;
        Answers = [.. kind.Fields.Select((_, at) => at < Answers.Count && Answers[at] is { } answer ? answer : new FieldAnswer())];
    }

    public EntryDescription ToDescription() => new(
        Title!.Trim(),
        Category!,
        Locality,
        Owner,
        FoundOn!.Value,
        Kind.Fields.Zip(Answers, (field, answer) => (field.Key, Value: answer.Of(field.Type))).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!));

    public static EntryForm Of(RegisterEntry entry) => new()
    {
        Version = entry.Version,
        Title = entry.Title,
        Category = entry.Category,
        Locality = entry.LocalityId,
        Owner = entry.OwnerId,
        FoundOn = entry.FoundOn,
        Kind = entry.Kind,
        Answers = [.. entry.Kind.Fields.Select(field => FieldAnswer.From(field.Type, entry.Values.GetValueOrDefault(field.Key)))],
    };

    public IEnumerable<(string Label, string? Value)> MoreFields() => Kind.Fields.Zip(Answers, (field, answer) => (field.Label, answer.Of(field.Type)));
}

internal sealed class EntryFormRules : AbstractValidator<EntryForm>
{
    public EntryFormRules()
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("Enter it in short")
            .MaximumLength(RegisterEntry.MaxTitleLength).WithMessage($"It must be {RegisterEntry.MaxTitleLength} characters or fewer: details have a field of their own")
            .NamesNobody();
        RuleFor(f => f.Category).NotEmpty().WithMessage("Choose from the list");
        RuleFor(f => f.FoundOn).NotNull().WithMessage("Enter the date");
        RuleForEach(f => f.Answers).SetValidator(new FieldAnswerRules());
    }
}

internal sealed class FieldAnswerRules : AbstractValidator<FieldAnswer>
{
    public FieldAnswerRules()
    {
        RuleFor(a => a.Line).MaximumLength(RegisterEntry.MaxLineLength).WithMessage($"It must be {RegisterEntry.MaxLineLength} characters or fewer").NamesNobody();
        RuleFor(a => a.Text).MaximumLength(RegisterEntry.MaxTextLength).WithMessage($"It must be {RegisterEntry.MaxTextLength:N0} characters or fewer").NamesNobody();
        RuleFor(a => a.Count).InclusiveBetween(0, RegisterEntry.MaxCount).WithMessage($"It must be a number from 0 to {RegisterEntry.MaxCount:N0}");
    }
}
