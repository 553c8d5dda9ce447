using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CareCommissioning.Web.Components.Lists;

/// <summary>Asks the database for the rows of one page of a list: from its place on, in its order, no more than it needs.</summary>
public static class Keyset
{
    /// <summary>By name, and by identifier where names are the same. The place has two keys, in that order.</summary>
    public static IQueryable<T> ByName<T>(this IQueryable<T> rows, ListPlace place, Expression<Func<T, string>> name, Expression<Func<T, Guid>> id)
    {
        if (place.Keys is [var fromName, var key] && Guid.TryParse(key, out var fromId))
        {
            Expression<Func<string, Guid, bool>> beyond = place.IsBackwards
                ? (rowName, rowId) => EF.Functions.LessThan(ValueTuple.Create(rowName, rowId), ValueTuple.Create(fromName, fromId))
                : (rowName, rowId) => EF.Functions.GreaterThan(ValueTuple.Create(rowName, rowId), ValueTuple.Create(fromName, fromId));
            rows = rows.Where(Of(beyond, name, id));
        }

        return (place.IsBackwards ? rows.OrderByDescending(name).ThenByDescending(id) : rows.OrderBy(name).ThenBy(id)).Take(ListPlace.Take);
    }

    /// <summary>The newest first, by a number that grows with time. The place has that one key.</summary>
    public static IQueryable<T> NewestFirst<T>(this IQueryable<T> rows, ListPlace place, Expression<Func<T, long>> number)
    {
        if (place.Keys is [var key] && long.TryParse(key, out var from))
        {
            Expression<Func<long, bool>> beyond = place.IsBackwards ? n => n > from : n => n < from;
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(beyond.Parameters[0], number.Body, beyond.Body), number.Parameters));
        }

        return (place.IsBackwards ? rows.OrderBy(number) : rows.OrderByDescending(number)).Take(ListPlace.Take);
    }

    /// <summary>The latest day first, and by identifier on the same day. The place has two keys, in that order, the day as 2026-03-14.</summary>
    public static IQueryable<T> LatestFirst<T>(this IQueryable<T> rows, ListPlace place, Expression<Func<T, DateOnly>> day, Expression<Func<T, Guid>> id) =>
        ByDay(rows, place, day, id, ascending: place.IsBackwards);

    /// <summary>The latest moment first, and by identifier at the same moment. The place has two keys, in that order, the moment in ticks of UTC.</summary>
    public static IQueryable<T> LatestFirst<T>(this IQueryable<T> rows, ListPlace place, Expression<Func<T, DateTimeOffset>> moment, Expression<Func<T, Guid>> id) =>
        By(rows, place, moment, id, key => long.TryParse(key, out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null, ascending: place.IsBackwards);

    /// <summary>The earliest day first, and by identifier on the same day. The place is that of a list of days, latest first.</summary>
    public static IQueryable<T> EarliestFirst<T>(this IQueryable<T> rows, ListPlace place, Expression<Func<T, DateOnly>> day, Expression<Func<T, Guid>> id) =>
        ByDay(rows, place, day, id, ascending: !place.IsBackwards);

    private static IQueryable<T> ByDay<T>(IQueryable<T> rows, ListPlace place, Expression<Func<T, DateOnly>> day, Expression<Func<T, Guid>> id, bool ascending) =>
        By(rows, place, day, id, key => DateOnly.TryParseExact(key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null, ascending);

    private static IQueryable<T> By<T, TKey>(IQueryable<T> rows, ListPlace place, Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, Func<string, TKey?> read, bool ascending)
        where TKey : struct
    {
        if (place.Keys is [var from, var typedId] && read(from) is { } fromKey && Guid.TryParse(typedId, out var fromId))
        {
            Expression<Func<TKey, Guid, bool>> beyond = ascending
                ? (rowKey, rowId) => EF.Functions.GreaterThan(ValueTuple.Create(rowKey, rowId), ValueTuple.Create(fromKey, fromId))
                : (rowKey, rowId) => EF.Functions.LessThan(ValueTuple.Create(rowKey, rowId), ValueTuple.Create(fromKey, fromId));
            rows = rows.Where(Of(beyond, key, id));
        }

        return (ascending ? rows.OrderBy(key).ThenBy(id) : rows.OrderByDescending(key).ThenByDescending(id)).Take(ListPlace.Take);
    }

    /// <summary>A condition on two values as a condition on the row they are read from.</summary>
    private static Expression<Func<T, bool>> Of<T, TFirst>(Expression<Func<TFirst, Guid, bool>> condition, Expression<Func<T, TFirst>> first, Expression<Func<T, Guid>> id)
    {
        var row = first.Parameters[0];
        var idOfRow = ReplacingExpressionVisitor.Replace(id.Parameters[0], row, id.Body);
        return Expression.Lambda<Func<T, bool>>(new ReplacingExpressionVisitor([.. condition.Parameters], [first.Body, idOfRow]).Visit(condition.Body), row);
    }
}
