using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;

namespace CareCommissioning.Domain.Governance;

/// <summary>All registers there are.</summary>
public static class RegisterKinds
{
    /// <summary>What is missing for whom and where; the start of every pathway worth having (S0-001).</summary>
    public static readonly RegisterKind Gaps = new("gaps", "Gaps in provision", "gap", "What people need here and cannot get: for whom, where, how many, and what is done about it.")
    {
        Keep = Permission.KeepRegisters,
        TitleLabel = "What is missing",
        TitleHint = "For example, no home treatment after six in the evening",
        CategoryLabel = "Client group",
        Categories =
        [
            "People with schizophrenia or another psychosis",
            "People in a first episode of psychosis",
            "People with bipolar disorder or severe depression",
            "People with a personality disorder",
            "People who also use drugs or alcohol",
            "People with a learning disability or autism",
            "People from Black and minority ethnic communities",
            "Older people",
            "Homeless people",
            "People in contact with police, courts or prison",
            "Parents and families",
            "Carers",
        ],
        Fields =
        [
            new("evidence", "How it is known", FieldType.Text, "Needs assessment, waiting lists, placements out of the area, what people tell", IsRequired: true),
            new("unmet", "People whose need is not met", FieldType.Count, "A number, as of the day it was found; leave it empty while nobody has counted"),
        ],
        Closed =
        [
            new("delivered", "Closed by a delivered change", "Close it: a change was delivered", StateNeeds.DeliveredChange),
            new("accepted", "Accepted by decision", "Accept it as it is", StateNeeds.Decision),
        ],
        TiesTo = [LinkEnd.PathwayVersion, LinkEnd.Service],
        TieLabel = "Linked changes",
    };

    /// <summary>What people who use services find effective, held against who offers it (S3-001).</summary>
    public static readonly RegisterKind WhatHelps = new("what-helps", "What people find effective", "statement", "What people who use services say helps them, which services here offer it, and what matters most.")
    {
        Keep = Permission.SayWhatHelps,
        TitleLabel = "What people find effective",
        TitleHint = "In their words; for example, somebody to talk to at night who knows what it is like",
        CategoryLabel = "Area of life",
        Categories =
        [
            "Talking therapies",
            "Medicine and its effects",
            "Help in a crisis",
            "Physical health",
            "Work and learning",
            "Home",
            "Family and friends",
            "Social life",
            "Money and rights",
            "Peer support and self-management",
        ],
        Fields = [new("source", "Who says so", FieldType.Text, "Survey, focus group, research; a group and never a person", IsRequired: true)],
        Closed = [new("withdrawn", "Withdrawn", "Withdraw it", StateNeeds.Decision)],
        TiesTo = [LinkEnd.Service],
        TieLabel = "Offered by",
        VotesEach = 5,
    };

    public static readonly IReadOnlyList<RegisterKind> All = [Gaps, WhatHelps];

    /// <returns>Null where there is no such register.</returns>
    public static RegisterKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
