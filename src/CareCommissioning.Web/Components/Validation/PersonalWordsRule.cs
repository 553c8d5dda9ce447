using CareCommissioning.Domain.Common;
using FluentValidation;

namespace CareCommissioning.Web.Components.Validation;

/// <summary>For text that many read: nobody must be known by what is written in it.</summary>
public static class PersonalWordsRule
{
    /// <summary>Refuses what <see cref="PersonalWords"/> finds, and says what it found.</summary>
    public static IRuleBuilderOptions<T, string?> NamesNobody<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => PersonalWords.In(text) is null).WithMessage((_, text) => $"Take out {PersonalWords.In(text)}: nobody must be known by what is written here");
}
