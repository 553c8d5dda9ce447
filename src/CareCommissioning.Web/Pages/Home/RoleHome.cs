using System.Collections.Frozen;
using CareCommissioning.Domain.Access;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>One part of somebody's worklist that is not in this version of the product.</summary>
/// <param name="WhatItWillList">Which things it will list.</param>
/// <param name="ComesWith">The part of the product that will fill it, as a sentence ends: "placements".</param>
public sealed record WorklistSection(string Heading, string WhatItWillList, string ComesWith);

/// <summary>The home page of one role: what it is for and the worklist's parts, in the order in which they matter in the morning.</summary>
public sealed record RoleHome(string Heading, IReadOnlyList<WorklistSection> Sections)
{
    private const string Needs = "ratings of need";
    private const string Pathways = "pathways";
    private const string Reviews = "quality reviews";
    private const string Money = "budgets and contracts";
    private const string Advocacy = "referrals to advocacy";
    private const string Concerns = "concerns";
    private const string Sharing = "data-sharing agreements";

    /// <summary>The one table of home pages (experience.md). A context that fills a part takes its line out of here and shows what there is.</summary>
    public static readonly FrozenDictionary<Role, RoleHome> All = new Dictionary<Role, RoleHome>
    {
        [Role.CareCoordinator] = new("My people", [
            new("Asked of me", "Ratings of need you are asked for, and findings of reviewers to check with people.", Needs)]),
        [Role.TeamManager] = new("My team", []),
        [Role.ProviderManager] = new("Where we stand", [
            new("Our rating and plan", "Your latest quality rating, the development plan that follows from it, and the next dates.", Reviews),
            new("Asked of us", "Self-assessments due, vacancies to confirm, residents’ needs to rate and requests to answer.", Reviews)]),
        [Role.ProviderStaff] = new("My part", [
            new("Asked of me", "Sections of the self-assessment and residents’ needs that your manager has given you.", Reviews)]),
        [Role.QualityReviewer] = new("My reviews", [
            new("This week", "Visits of this week and assessments to finish.", Reviews),
            new("To discuss", "Differences between a provider’s view and yours.", Reviews)]),
        [Role.IndependentClinician] = new("People to rate", [
            new("Asked of me", "People whose needs you are asked to rate, the longest waiting first.", Needs)]),
        [Role.PctCommissioner] = new("What changed and what waits for me", [
            new("Cost, occupancy and concerns", "What is beyond what was agreed, each with the figures behind it.", Money),
            new("What changed", "New and ended placements, changed fees and new findings since you last signed in.", Reviews)]),
        [Role.CouncilCommissioner] = new("What changed and what waits for me", [
            new("Cost, occupancy and concerns", "What is beyond what was agreed, each with the figures behind it.", Money),
            new("What changed", "New and ended placements, changed fees and new findings since you last signed in.", Reviews)]),
        [Role.HeadOfJointCommissioning] = new("To sign and to prepare", [
            new("Boards next week", "Boards and their papers.", Money),
            new("The two budgets", "The NHS’s and the council’s spending side by side.", Money)]),
        [Role.Finance] = new("Money", [
            new("Variances", "Lines that differ from budget by more than was agreed.", Money),
            new("Splits in dispute", "Placements whose shares between NHS and council are not settled.", Money),
            new("Uplifts and tariffs", "Yearly uplifts to run and tariffs to reconcile.", Money)]),
        [Role.ProgrammeLead] = new("My programmes", [
            new("Late or missing", "Milestones and actions that are late, and sign-offs that are missing.", Pathways),
            new("Risks", "Risks whose review is due.", Pathways)]),
        [Role.ImprovementConsultant] = new("My programmes", [
            new("Asked of me", "Pathways and scenarios you were asked to work on.", Pathways)]),
        [Role.ServiceUserRepresentative] = new("Our say", [
            new("Open for comment", "Instruments that wait for your view, in plain language.", Reviews)]),
        [Role.Advocate] = new("Referrals", [
            new("Waiting", "People who were offered advocacy and wait for your answer. You see the referral, not their record.", Advocacy)]),
        [Role.Regulator] = new("Concerns", [
            new("Shared with me", "Concerns that commissioners shared with you, and your answers.", Concerns)]),
        [Role.InformationGovernanceLead] = new("Who looked, and why", [
            new("Sharing agreements", "Data-sharing agreements whose review is due.", Sharing)]),
        [Role.SystemAdministrator] = new("Accounts and organisations", []),
    }.ToFrozenDictionary();
}
