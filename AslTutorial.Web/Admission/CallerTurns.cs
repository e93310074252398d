using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Admission;

/// <summary>Levels of fair turns: known learners and newcomers, then the addresses of each, then the learners behind an address.</summary>
internal sealed class CallerTurns : IWriteTurns
{
    public IReadOnlyList<string> Current => Of(Caller.Current);

    /// <param name="caller">Null for the site itself.</param>
    public static IReadOnlyList<string> Of(Caller? caller) =>
        [caller?.IsKnown ?? true ? "known" : "new", caller?.Address ?? "", caller?.Turn ?? ""];
}

/// <summary>Adds callers to fair lines.</summary>
internal static class CallerLine
{
    /// <param name="caller">Null for the site itself.</param>
    public static FairLine<T>.Place Add<T>(this FairLine<T> line, Caller? caller, T item) => line.Add(CallerTurns.Of(caller), item);
}
