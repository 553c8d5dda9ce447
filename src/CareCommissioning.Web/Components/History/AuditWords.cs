using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Organisations;
using CareCommissioning.Web.Pages.Placements;
using CareCommissioning.Web.Pages.Services;

namespace CareCommissioning.Web.Components.History;

/// <summary>What the audit log's tables, columns, actions and values are called where people read them. A new table or event needs a line here, or reads as its own name with spaces.</summary>
public static partial class AuditWords
{
    private static readonly FrozenDictionary<string, string> Tables = new Dictionary<string, string>
    {
        ["accounts"] = "account",
        ["credentials"] = "sign-in details",
        ["recovery_codes"] = "recovery code",
        ["invitations"] = "invitation",
        ["sessions"] = "session",
        ["partnerships"] = "partnership",
        ["localities"] = "locality",
        ["organisation_kinds"] = "kind of organisation",
        ["organisations"] = "organisation",
        ["organisation_names"] = "name of an organisation",
        ["partnership_members"] = "partnership served",
        ["teams"] = "team",
        ["team_members"] = "member of a team",
        ["audit_entries"] = "audit log",
        ["pathways"] = "pathway",
        ["pathway_versions"] = "version of a pathway",
        ["pathway_changes"] = "map of a pathway",
        ["consensus_statements"] = "statement on best practice",
        ["agreements"] = "agreement",
        ["agreement_parties"] = "organisation asked to sign",
        ["agreement_positions"] = "position on an agreement",
        ["discussions"] = "comment",
        ["discussion_entries"] = "words of a comment",
        ["care_packages"] = "care package",
        ["benefits"] = "benefit of a pathway",
        ["experience_sessions"] = "session on lived experience",
        ["experience_touchpoints"] = "point of a walk through a pathway",
        ["register_entries"] = "entry of a register",
        ["register_votes"] = "vote on an entry of a register",
        ["links"] = "link to something else",
        ["measures"] = "measure",
        ["measure_observations"] = "value of a measure",
        ["people"] = "person",
        ["person_identities"] = "identity of a person",
        ["placements"] = "placement",
        ["placement_terms"] = "fee of a placement",
        ["placement_goals"] = "goal of a person",
        ["placement_circumstances"] = "note on how a person lives",
        ["placement_reviews"] = "review of a placement",
        ["services"] = "service",
        ["checked_uploads"] = "uploaded file",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Actions = new Dictionary<string, string>
    {
        ["insert"] = "added",
        ["update"] = "changed",
        ["delete"] = "removed",
        ["opened"] = "opened",
        ["exported"] = "exported",
        ["signed_in"] = "signed in",
        ["signed_out"] = "signed out",
        ["sign_in_failed"] = "failed to sign in",
        ["password_accepted"] = "entered the right password",
        ["two_step_failed"] = "failed two-step verification",
        ["signed_out_elsewhere"] = "signed out everywhere else",
        ["sessions_ended"] = "ended the sessions of somebody",
        ["password_forgotten"] = "asked for a new password",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>
    {
        ["accepted_at"] = "accepted",
        ["accepted_on"] = "accepted on",
        ["accepted_use_at"] = "acceptable-use rules accepted",
        ["accepted_use_version"] = "acceptable-use rules",
        ["account_id"] = "account",
        ["address"] = "network address",
        ["approved_at"] = "approved",
        ["approved_by"] = "approved by",
        ["area_code"] = "area code",
        ["authenticator_key"] = "authenticator app",
        ["care_coordinator_id"] = "care co-ordinator",
        ["closed_on"] = "last day",
        ["cluster_assessed_on"] = "care cluster assessed on",
        ["council_share"] = "council share, %",
        ["cpa_since"] = "on the care programme approach since",
        ["disabled_at"] = "switched off",
        ["display_name"] = "name",
        ["due_on"] = "due on",
        ["email"] = "e-mail address",
        ["end_note"] = "note about the end",
        ["ended_because"] = "ended because",
        ["ended_on"] = "first day without it",
        ["ends_on"] = "last day",
        ["expires_at"] = "link works until",
        ["function"] = "what it does",
        ["id"] = "identifier",
        ["invited_by"] = "invited by",
        ["is_approver"] = "approver",
        ["kind_code"] = "kind",
        ["last_reviewed_on"] = "last reviewed on",
        ["link_hash"] = "one-time link",
        ["locality_id"] = "locality",
        ["locked_until"] = "locked until",
        ["manager_id"] = "manager",
        ["member_of_id"] = "member of",
        ["next_due_on"] = "next review due",
        ["next_review_cause"] = "reason of the next review",
        ["next_review_on"] = "next review",
        ["nhs_share"] = "NHS share, %",
        ["normalized_email"] = "e-mail address for sign-in",
        ["opened_on"] = "opened on",
        ["organisation_id"] = "organisation",
        ["other_share"] = "another funder’s share, %",
        ["partnership_id"] = "partnership",
        ["password_hash"] = "password",
        ["person_id"] = "person",
        ["person_share"] = "person’s share, %",
        ["pathway_id"] = "pathway",
        ["placement_id"] = "placement",
        ["pooled_share"] = "pooled share, %",
        ["postcode_district"] = "first half of the postcode",
        ["provider_id"] = "provider",
        ["decided_by_name"] = "decided by",
        ["delivered_by"] = "change that closed it",
        ["found_on"] = "known since",
        ["owner_id"] = "owner",
        ["prevalence_source"] = "source of the prevalence",
        ["referred_on"] = "referred on",
        ["registered_people"] = "people known now",
        ["review_on"] = "looked at again by",
        ["reviewed_by"] = "reviewed by",
        ["reviewed_on"] = "reviewed on",
        ["service_id"] = "service",
        ["starts_on"] = "starts on",
        ["successor_code"] = "kind that follows",
        ["successor_id"] = "successor",
        ["team_id"] = "team",
        ["two_step_enabled"] = "two-step verification",
        ["two_step_reset_asked_at"] = "reset of two-step verification asked",
        ["two_step_reset_asked_by"] = "reset of two-step verification asked by",
        ["urgent_reason"] = "reason for starting before approval",
        ["valid_from"] = "from",
        ["valid_to"] = "last day",
        ["weekly_fee"] = "weekly fee, £",
        ["withdrawn_at"] = "withdrawn",
    }.ToFrozenDictionary();

    /// <summary>Kinds of record a reader can ask the log for, as (table, name), by name.</summary>
    public static IReadOnlyList<(string Table, string Name)> Records { get; } =
    [
        .. new[] { "accounts", "checked_uploads", "invitations", "localities", "organisation_kinds", "organisations", "partnerships", "pathways", "pathway_versions", "people", "placements", "register_entries", "services", "teams", "audit_entries" }
            .Select(table => (table, Capital(Table(table)))).OrderBy(record => record.Item2, StringComparer.Ordinal),
    ];

    /// <summary>Actions a reader can ask the log for, as (action, name).</summary>
    public static IReadOnlyList<(string Action, string Name)> AllActions { get; } =
        [.. Actions.Select(action => (action.Key, Capital(action.Value))).OrderBy(action => action.Item2, StringComparer.Ordinal)];

    public static string Table(string table) => Tables.GetValueOrDefault(table) ?? Spaced(table);

    public static string Action(string action) => Actions.GetValueOrDefault(action) ?? Spaced(action);

    public static string Column(string column) => Columns.GetValueOrDefault(column) ?? Spaced(column);

    /// <summary>A role as people say it; "System" and "Sign in" for those who have none.</summary>
    public static string RoleName(string role) => Enum.TryParse<Role>(role, out var known) ? known.Describe().Name : Spaced(role);

    /// <summary>"changed a locality", "signed in": what a line tells, without who.</summary>
    public static string Deed(string action, string table) => action switch
    {
        "insert" or "update" or "delete" or "opened" => $"{Action(action)} {Article(Table(table))}",
        "exported" => $"exported the {Table(table)}",
        _ => Action(action),
    };

    /// <summary>A value of the log in words: days, moments, yes and no, roles; text as it is; nothing for null.</summary>
    public static string Value(string column, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "Yes",
        JsonValueKind.False => "No",
        JsonValueKind.String => Text(column, value.GetString()!),
        JsonValueKind.Object when column == "values" => Fields(value),
        _ => value.ToString(),
    };

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Text(string column, string text) => column switch
    {
        "role" => RoleName(text),
        "ended_because" => Spaced(text),
        "function" when Enum.TryParse<OrganisationFunction>(text, out var function) => function.Name(),
        "type" when Enum.TryParse<ServiceType>(text, out var type) => type.Name(),
        "sector" when Enum.TryParse<Sector>(text, out var sector) => sector.Name(),
        "next_review_cause" when Enum.TryParse<ReviewCause>(text, out var cause) => cause.Name(),
        _ when Day().IsMatch(text) && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) => (IsEnd(column) ? day.LastDay() : day).InWords(),
        _ when Moment().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment) => moment.InWords(),
        _ => text,
    };

    // Fields of a register, declared for its kind.
    private static string Fields(JsonElement fields) => string.Join("; ", fields.EnumerateObject().Select(field => $"{Spaced(field.Name)}: {field.Value}"));

    // Kept as the first day after; see Domain.Common.Period.
    private static bool IsEnd(string column) => column is "closed_on" or "ends_on" or "valid_to";

    // Details are many and take none.
    private static string Article(string thing) => thing.EndsWith("details", StringComparison.Ordinal) ? thing : "aeiou".Contains(thing[0], StringComparison.Ordinal) ? $"an {thing}" : $"a {thing}";

    // "two_step_reset" and "SignIn" both read as words.
    private static string Spaced(string name) => WordStart().Replace(name, " ").Replace('_', ' ').ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();
}
