using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Accounts;

public sealed class AccountTests
{
    private static readonly DateOnly Begins = new(2026, 4, 1);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationKind Pct = new("pct", "Primary care trust", OrganisationFunction.NhsCommissioner, null, new Period(new DateOnly(2002, 4, 1)));
    private static readonly Actor Administrator = By(Role.SystemAdministrator);
    private static readonly Actor Approver = By(Role.Finance) with { IsApprover = true };

    [Theory, Requirement("S0-035")]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2027-03-30", true)]
    [InlineData("2027-03-31", false)]
    public void It_may_be_used_from_its_first_day_until_the_day_before_it_ends(string day, bool may) =>
        Make(Role.ImprovementConsultant, new DateOnly(2027, 3, 31)).IsActiveOn(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(may);

    [Fact, Requirement("S0-035")]
    public void A_role_for_a_limited_time_has_an_end() =>
        Account.CheckTerms(Role.ImprovementConsultant, Pct, Begins, null).Refusal.ShouldBe(AccountRefusals.EndDateNeeded);

    [Fact]
    public void A_role_is_given_where_people_have_it() =>
        Account.CheckTerms(Role.ProviderManager, Pct, Begins, null).Refusal!.Code.ShouldBe("role-does-not-fit");

    [Fact]
    public void Nobody_changes_their_own_terms_or_switches_themselves_off_or_on()
    {
        var account = Make(Role.SystemAdministrator, null);
        var self = Administrator with { AccountId = account.Id };
        account.ChangeTerms(Role.Finance, true, Pct, Begins, null, self).Refusal.ShouldBe(AccountRefusals.NotForYourself);
        account.Disable(self, Now).Refusal.ShouldBe(AccountRefusals.NotForYourself);
        account.Enable(self).Refusal.ShouldBe(AccountRefusals.NotForYourself);
    }

    [Theory, Requirement("C11")]
    [InlineData(Role.Finance, Role.SystemAdministrator)]
    [InlineData(Role.SystemAdministrator, Role.Finance)]
    public void An_approver_neither_makes_nor_unmakes_an_administrator(Role from, Role to)
    {
        Make(from, null).ChangeTerms(to, false, Pct, Begins, null, Approver).Refusal.ShouldBe(AccountRefusals.AdministratorsAlone);
        Make(from, null).ChangeTerms(to, false, Pct, Begins, null, Administrator).Succeeded.ShouldBeTrue();
    }

    [Fact, Asvs("V6.3.1")]
    public void The_fifth_failure_locks_for_a_quarter_of_an_hour()
    {
        var credentials = Make(Role.Finance, null).Credentials;
        for (var failure = 1; failure < Credentials.MostFailures; failure++)
        {
            credentials.FailSignIn(Now);
            credentials.IsLockedAt(Now).ShouldBeFalse();
        }

        credentials.FailSignIn(Now);
        credentials.IsLockedAt(Now + Credentials.LockLasts - TimeSpan.FromSeconds(1)).ShouldBeTrue();
        credentials.IsLockedAt(Now + Credentials.LockLasts).ShouldBeFalse();
    }

    [Fact, Asvs("V6.5.1")]
    public void A_code_and_every_earlier_one_is_spent()
    {
        var credentials = Make(Role.Finance, null).Credentials;
        credentials.SpendAuthenticatorStep(100).ShouldBeTrue();
        credentials.SpendAuthenticatorStep(100).ShouldBeFalse();
        credentials.SpendAuthenticatorStep(99).ShouldBeFalse();
        credentials.SpendAuthenticatorStep(101).ShouldBeTrue();
    }

    [Fact, Asvs("V6.4.4")]
    public void Two_step_verification_is_taken_off_by_two_approvers()
    {
        var account = Make(Role.Finance, null);
        account.Credentials.AskForTwoStepReset(Approver, Now).Refusal.ShouldBe(AccountRefusals.TwoStepNotOn);
        account.Credentials.TwoStepEnabled = true;
        account.Credentials.ConfirmTwoStepReset(Approver, Now).Refusal.ShouldBe(AccountRefusals.SecondApproverNeeded);
        account.Credentials.AskForTwoStepReset(Approver, Now).Succeeded.ShouldBeTrue();
        account.Credentials.ConfirmTwoStepReset(Approver, Now).Refusal.ShouldBe(AccountRefusals.SecondApproverNeeded);
        account.Credentials.ConfirmTwoStepReset(Administrator with { AccountId = account.Id }, Now).Refusal.ShouldBe(AccountRefusals.NotForYourself);
        account.Credentials.ConfirmTwoStepReset(Administrator, Now + Credentials.ResetStands).Refusal.ShouldBe(AccountRefusals.SecondApproverNeeded);
        account.Credentials.ConfirmTwoStepReset(Administrator, Now).Succeeded.ShouldBeTrue();
        account.Credentials.TwoStepEnabled.ShouldBeFalse();
    }

    [Fact, Asvs("V7.1.1", "V7.3.1", "V7.3.2")]
    public void A_session_ends_at_the_nearer_of_its_two_limits()
    {
        var session = new Session(Guid.CreateVersion7(), Guid.CreateVersion7(), [1], null, null, null, null, Now);
        session.EndsAt(Now).ShouldBe(Now + Session.IdleLimit);
        session.EndsAt(Now + Session.AbsoluteLimit - TimeSpan.FromMinutes(1)).ShouldBe(Now + Session.AbsoluteLimit);
        session.IsConfirmedAt(Now + Session.ConfirmedFor - TimeSpan.FromSeconds(1)).ShouldBeTrue();
        session.IsConfirmedAt(Now + Session.ConfirmedFor).ShouldBeFalse();
        Session.IdleLimit.ShouldBe(TimeSpan.FromMinutes(15));
        Session.AbsoluteLimit.ShouldBe(TimeSpan.FromHours(8));
    }

    private static Account Make(Role role, DateOnly? ends) => new(Guid.CreateVersion7(), "a@example.org", "A", Guid.CreateVersion7(), role, false, Begins, ends);

    private static Actor By(Role role) => new(role.Describe().Kind, Guid.CreateVersion7(), "B", role, false, Guid.CreateVersion7(), Guid.CreateVersion7(), null);
}
