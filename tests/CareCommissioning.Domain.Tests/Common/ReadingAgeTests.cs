using CareCommissioning.Domain.Common;
using CareCommissioning.Testing.Traits;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Common;

/// <summary>For whom a text is written (D19).</summary>
public sealed class ReadingAgeTests
{
    // 24 words of 3 letters in 4 sentences: 4.71 × 3 + 0.5 × 6 − 21.43 = −4.3, the youngest. 20 words of 7 letters in one: 4.71 × 7 + 0.5 × 20 − 21.43 = 21.54, year 22, beyond the oldest.
    // 20 words of 4 letters in 2 sentences: 18.84 + 5 − 21.43 = 2.41, year 3, age 8. 20 words of 5 letters in 2: 23.55 + 5 − 21.43 = 7.12, year 8, age 13.
    [Theory, Requirement("D19")]
    [InlineData(3, 6, 4, 5), InlineData(4, 10, 2, 8), InlineData(5, 10, 2, 13), InlineData(7, 20, 1, 22)]
    public void Letters_and_words_make_an_age(int letters, int words, int sentences, int age) =>
        ReadingAge.Of(Text(letters, words, sentences)).ShouldBe(age);

    [Theory, Requirement("D19")]
    [InlineData(null), InlineData(""), InlineData("Somebody visits you at home."), InlineData("... !!! ???")]
    public void Few_words_tell_nothing(string? text) => ReadingAge.Of(text).ShouldBeNull();

    [Fact, Requirement("D19")]
    public void Plain_words_are_for_the_young_and_officials_write_for_the_old()
    {
        ReadingAge.Of("Your own doctor or nurse listens to you. They look at your body and your mind. You can bring a friend. You can say stop at any time.").ShouldBe(5);
        ReadingAge.Of("Multidisciplinary assessment facilitates appropriate psychopharmacological and psychosocial interventions, commissioned collaboratively with statutory organisations, notwithstanding individualised contraindications identified previously by practitioners.").ShouldBe(22);
        ReadingAge.Of("It’s well-known that people who don’t ask don’t get; that’s why we ask each of them what they want now.").ShouldNotBeNull("what is joined is one word, and there are twenty");
    }

    [Fact, Requirement("D19")]
    public void Cutting_a_sentence_in_two_never_makes_it_harder() => Prop.ForAll(
        Gen.Choose(2, 9).Select(letters => letters).Zip(Gen.Choose(10, 30)).ToArbitrary(),
        pair => ReadingAge.Of(Text(pair.Item1, pair.Item2, 2)) <= ReadingAge.Of(Text(pair.Item1, pair.Item2 * 2, 1))).QuickCheckThrowOnFailure();

    private static string Text(int letters, int words, int sentences) =>
        string.Join(' ', Enumerable.Repeat(string.Join(' ', Enumerable.Repeat(new string('a', letters), words)) + ".", sentences));
}
