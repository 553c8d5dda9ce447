using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Web.Pages.Admin;
using CareCommissioning.Web.Pages.Collaboration;
using CareCommissioning.Web.Pages.Governance.Audit;
using CareCommissioning.Web.Pages.Governance.Registers;
using CareCommissioning.Web.Pages.Pathways;
using CareCommissioning.Web.Pages.Placements;
using CareCommissioning.Web.Pages.Services;

namespace CareCommissioning.Web.Pages.Help;

/// <summary>A piece of daily work: how it goes, and where it begins.</summary>
/// <param name="Begin">The link's words.</param>
public sealed record HelpTopic(string Heading, string Words, string Begin, string Url)
{
    private static readonly IReadOnlyList<(HelpTopic Topic, Func<Actor, bool> IsFor)> All =
    [
        (new("Log a placement", "Find the person by NHS number, or add them. Then write down where they go and from when, what it costs and who pays, and on what legal basis. You can stop after each page and go on later. Once a commissioner has approved fee and funders, start it on its first day.", "Log a placement", PlacementLinks.New), May(Permission.ManagePlacements)),
        (new("Review a placement", "Your home page shows whose review is overdue or due. Open the person and choose “Log a review”. Say where they live, what they do by day, and what they answer to five sentences; write down a goal of theirs. Your team alone reads this; goals are read by the provider too. The next date follows from your partnership’s rules unless you name an earlier one.", "People you look after", PlacementLinks.Mine), May(Permission.ManagePlacements)),
        (new("End a placement", "Open the person and choose “End the placement”. You are asked for the first day without it: that night is not charged. An end by mistake can be taken back. A placement that has not started is withdrawn instead.", "Placements under way", PlacementLinks.Running), May(Permission.ManagePlacements)),
        (new("Hand a person over", "Open the person. Change the care co-ordinator to give them to a colleague, or choose “Hand the person over to another team”. Your home page shows who carries how many.", "Your team’s placements", PlacementLinks.List), May(Permission.AssignCareCoordinators)),
        (new("Approve a placement", "Your home page lists what waits. Check the fee and who pays, then approve. Later you can change both from a day: what was paid before stays as it was.", "Placements that wait for approval", PlacementLinks.ToApprove), May(Permission.ApprovePlacements)),
        (new("See and export placements", "You see every placement of your partnership by reference, never by name. Filter the list, then export what is left as CSV at its end. Exports are written down.", "All placements", PlacementLinks.List), May(Permission.ExportPlacements)),
        (new("See how people live", "In sums of five people and more: settled accommodation, paid work, company, recovery, and what a point gained costs, by kind of service, provider and service.", "How people live, and how far they have come", PlacementLinks.Outcomes), May(Permission.ViewOutcomes)),
        (new("See your residents", "The list has everybody placed with you in this partnership, by name, with fee, dates and next review on each person’s page. Who opens it is written down.", "Residents and people you support", PlacementLinks.Running), actor => actor.Kind == ActorKind.Provider && actor.May(Permission.ViewPlacements)),
        (new("Draw a pathway", "Add a pathway, then its stages, and in each stage what people meet there: services as steps, decisions as choice points. Connect them by moves with their shares: on the picture (“Draw on the picture”) or by forms. “Is it ready?” tells what is missing, and leads to the place. Every change can be undone.", "Pathways", PathwayLinks.List), May(Permission.EditPathways)),
        (new("Put care packages together", "Open a pathway, then “Care packages”. Say how much of which step somebody gets in a week. What it costs, how hard people find it, its evidence and its benefits stand side by side.", "Pathways", PathwayLinks.List), May(Permission.EditPathways)),
        (new("Say what you think of a pathway", "Open a version that is in consultation. Choose “Comments” at a step, or “Say what you think”. You read there what became of it, and can ask again. Mark it urgent only if somebody may come to harm.", "Pathways", PathwayLinks.List), May(Permission.CommentOnPathways)),
        (new("Agree a pathway", "Answer every comment, name who took part, and write down whom the version may treat unequally. Then put it to signature: it does not change any more. It is agreed when all who must sign have signed; “Papers for the boards” prints all of it.", "Agreements", CollaborationLinks.Agreements), May(Permission.EditPathways)),
        (new("Sign for your organisation", "Your home page tells what waits. Read the papers, then agree, agree with a reservation, or disagree with the reason. Your position stays in sight.", "Agreements", CollaborationLinks.Agreements), May(Permission.SignAgreements)),
        (new("Write down what people tell", "Walk through a pathway with people who use it. Add the session, then each point of the way: what happened, how hard it was, what would help. Name nobody.", "Pathways", PathwayLinks.List), May(Permission.RecordExperience)),
        (new("Write down a gap", "Say what is missing, for whom, where, and how you know. Link it to the pathway or service that is to close it. It closes when that came about, or when you decide to accept it and say why.", "Gaps in provision", RegisterLinks.Of(RegisterKinds.Gaps)), May(Permission.KeepRegisters)),
        (new("Say what helps", "Write down what people who use services find effective, in their words. Everybody can vote for what matters most, and sees which services offer it and what nobody offers.", "What is offered, and what nobody offers", RegisterLinks.Matrix), May(Permission.SayWhatHelps)),
        (new("Vote for what matters", "You have five votes. Open what people find effective and give them to what matters most. You can take a vote back; others see how many voted, not who.", "What people find effective", RegisterLinks.Of(RegisterKinds.WhatHelps)), May(Permission.VoteOnPriorities)),
        (new("Import the care directory", "Take the Care Quality Commission’s directory as a CSV file. You first see what it would do, and can download and mend rows with a fault. Nothing is imported until you say so.", "Import the care directory", ServiceLinks.Import), May(Permission.ManageProviders)),
        (new("Invite a colleague", "Choose their organisation and role: the role decides what they see. They get a link by e-mail that works once, for 24 hours; you can withdraw it or send another.", "Invite somebody", AdministrationLinks.NewInvitation), actor => actor.May(Permission.ManageColleagues) || actor.May(Permission.ManageAccounts)),
        (new("Read the audit log", "Search it by person’s reference, by who did it, or by day: who changed what, who opened whose identity, and who signed in. Lines you filter can be exported.", "Audit log", AuditLinks.List), May(Permission.ReadAuditLog)),
    ];

    /// <summary>What <paramref name="actor"/> may do, in the order of the table; nothing before they have signed in.</summary>
    public static IReadOnlyList<HelpTopic> For(Actor actor) => [.. All.Where(it => it.IsFor(actor)).Select(it => it.Topic)];

    private static Func<Actor, bool> May(Permission permission) => actor => actor.May(permission);
}
