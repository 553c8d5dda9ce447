using System.Collections.Frozen;
using CareCommissioning.Domain.Access;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>One part of somebody's worklist.</summary>
/// <param name="WhatStandsHere">Which things it lists.</param>
/// <param name="WhyEmpty">Why it lists none: true of a partnership in which nothing of the kind has been written down.</param>
public sealed record WorklistSection(string Heading, string WhatStandsHere, string WhyEmpty);

/// <summary>The home page of one role: what it is for and the worklist's parts, in the order in which they matter in the morning.</summary>
public sealed record RoleHome(string Heading, IReadOnlyList<WorklistSection> Sections)
{
    private const string NoPlacements = "No placement has been written down in your partnership.";
    private const string NoPathways = "No pathway has been written down in your partnership.";
    private const string NoReviews = "No quality review has been planned in your partnership.";
    private const string NoMoney = "No budget, fee or contract has been written down in your partnership.";
    private const string NoPeople = "Nobody has been referred or placed in your partnership.";

    /// <summary>The one table of home pages (experience.md). A context that fills a part takes its line out and shows what there is.</summary>
    public static readonly FrozenDictionary<Role, RoleHome> All = new Dictionary<Role, RoleHome>
    {
        [Role.CareCoordinator] = new("My people", [
            new("Reviews", "People you look after whose review is overdue, or due in 7 or 30 days.", NoPlacements),
            new("Asked of me", "Ratings of need you are asked for, and findings of reviewers to check with people.", NoPlacements)]),
        [Role.TeamManager] = new("My team", [
            new("Overdue and unassigned", "Reviews of your team that are overdue, and people nobody looks after.", NoPlacements),
            new("Who carries what", "How many people each member looks after.", NoPlacements)]),
        [Role.ProviderManager] = new("Where we stand", [
            new("Our rating and plan", "Your latest quality rating, the development plan that follows from it, and the next dates.", NoReviews),
            new("Asked of us", "Self-assessments due, vacancies to confirm, residents’ needs to rate and requests to answer.", NoReviews)]),
        [Role.ProviderStaff] = new("My part", [
            new("Asked of me", "Sections of the self-assessment and residents’ needs that your manager has given you.", NoReviews)]),
        [Role.QualityReviewer] = new("My reviews", [
            new("This week", "Visits of this week and assessments to finish.", NoReviews),
            new("To discuss", "Differences between a provider’s view and yours.", NoReviews)]),
        [Role.IndependentClinician] = new("People to rate", [
            new("Asked of me", "People whose needs you are asked to rate, the longest waiting first.", NoPeople)]),
        [Role.PctCommissioner] = new("What changed and what waits for me", [
            new("My decisions", "Agreements, placements and plans that wait for you.", NoPathways),
            new("Out of bounds", "Cost, occupancy, overdue reviews and concerns beyond what was agreed, each with the figures behind it.", NoPlacements),
            new("What changed", "New and ended placements, changed fees and new findings since you last signed in.", NoPlacements)]),
        [Role.CouncilCommissioner] = new("What changed and what waits for me", [
            new("My decisions", "Agreements, placements and plans that wait for you.", NoPathways),
            new("Out of bounds", "Cost, occupancy, overdue reviews and concerns beyond what was agreed, each with the figures behind it.", NoPlacements),
            new("What changed", "New and ended placements, changed fees and new findings since you last signed in.", NoPlacements)]),
        [Role.HeadOfJointCommissioning] = new("To sign and to prepare", [
            new("Agreements to sign", "Pathway versions, contracts and pools that wait for your signature, each with what changed.", NoPathways),
            new("Boards next week", "Boards and their papers.", NoPathways),
            new("The two budgets", "The NHS’s and the council’s spending side by side.", NoMoney)]),
        [Role.Finance] = new("Money", [
            new("Variances", "Lines that differ from budget by more than was agreed.", NoMoney),
            new("Splits in dispute", "Placements whose shares between NHS and council are not settled.", NoPlacements),
            new("Uplifts and tariffs", "Yearly uplifts to run and tariffs to reconcile.", NoMoney)]),
        [Role.ProgrammeLead] = new("My programmes", [
            new("Late or missing", "Milestones and actions that are late, and sign-offs that are missing.", NoPathways),
            new("Risks", "Risks whose review is due.", NoPathways)]),
        [Role.ImprovementConsultant] = new("My programmes", [
            new("Asked of me", "Pathways and scenarios you were asked to work on.", NoPathways)]),
        [Role.ServiceUserRepresentative] = new("Our say", [
            new("Open for comment", "Pathways and instruments that wait for your view, in plain language.", NoPathways),
            new("What changed because of us", "What was done with each comment you made.", NoPathways)]),
        [Role.Advocate] = new("Referrals", [
            new("Waiting", "People who were offered advocacy and wait for your answer. You see the referral, not their record.", NoPeople)]),
        [Role.Regulator] = new("Concerns", [
            new("Shared with me", "Concerns that commissioners shared with you, and your answers.", "No concern has been shared with you.")]),
        [Role.InformationGovernanceLead] = new("Who looked, and why", [
            new("Openings of identities", "Each time somebody opened the record of an identifiable person, breaking the glass included.", NoPeople),
            new("Sharing agreements", "Data-sharing agreements whose review is due.", "No data-sharing agreement has been written down in your partnership.")]),
        [Role.SystemAdministrator] = new("Accounts and organisations", []),
    }.ToFrozenDictionary();
}
