using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Access;

/// <summary>Why something is changed, where the page asks for it.</summary>
public static class Reasons
{
    /// <summary>Stands beside every change of the transaction that is open, in the log. <see cref="CurrentActor.Reason"/> does the same for connections still to be opened.</summary>
    public static Task GiveReasonAsync(this CareDbContext db, string reason, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select set_config('app.reason', {reason}, true)", cancel);
}
