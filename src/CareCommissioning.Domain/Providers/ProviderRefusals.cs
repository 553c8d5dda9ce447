using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Providers;

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class ProviderRefusals
{
    public static readonly Refusal AlreadyClosed = new("service-already-closed", "This service has already been closed");

    public static readonly Refusal NotClosed = new("service-not-closed", "This service is not closed");

    public static Refusal OpensBeforeItsProvider(DateOnly opened) =>
        new("service-opens-early", $"Its provider opened on {opened:d MMMM yyyy}: enter that date or a later one");

    public static Refusal ClosesBeforeItOpens(DateOnly opened) =>
        new("service-closes-early", $"The service opened on {opened:d MMMM yyyy}: enter a later date");
}
