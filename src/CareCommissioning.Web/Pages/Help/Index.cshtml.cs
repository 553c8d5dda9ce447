using CareCommissioning.Persistence.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Help;

/// <summary>Where to turn, and what the words of the trade mean. Open to everybody, signed in or not.</summary>
[AllowAnonymous]
public sealed class IndexModel(CurrentActor current) : PageModel
{
    /// <summary>Daily work of the reader's role.</summary>
    public IReadOnlyList<HelpTopic> Topics => HelpTopic.For(current.Actor);

    /// <summary>Terms in alphabetical order; the glossary of docs/domain.md in the words of somebody who does not know the trade.</summary>
    public IReadOnlyList<(string Term, string Meaning)> Glossary { get; } =
    [
        ("Approver", "The person in your organisation who gives accounts to colleagues, changes them and ends them."),
        ("Audit log", "The record of who changed or opened what, and when. Nobody can alter it."),
        ("Information-governance lead", "Sometimes called the Caldicott guardian: reads the audit log, and does not read people’s records."),
        ("Integrated care board, clinical commissioning group, primary care trust", "The bodies that have bought NHS care for an area, in the order of the newest to the oldest."),
        ("Local clinical partnership, consortium", "Practices and specialists who work, or buy care, together."),
        ("Locality", "A part of a partnership’s area, such as a district, by which teams, services and needs are counted."),
        ("Organisation", "A commissioner, council, provider, practice, regulator or group that takes part in a partnership."),
        ("Partnership", "An NHS commissioner and a council who buy mental health care together for one area."),
        ("Provider", "An organisation that gives care: NHS, private, voluntary or a council’s own."),
        ("Recovery code", "A code to sign in with, once, when you do not have your phone."),
        ("Successor", "The organisation that took over the work of one that closed."),
        ("Team", "People who look after service users together, such as a community mental health team."),
        ("Two-step verification", "After your password you enter a code from an app on your phone, so that a stolen password is not enough."),
    ];

    public void OnGet()
    {
        // Nothing to load.
    }
}
