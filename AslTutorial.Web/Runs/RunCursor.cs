using System.Globalization;

namespace AslTutorial.Web.Runs;

/// <summary>A place in a list of runs, the newest first: where a page ends and the next begins.</summary>
public sealed record RunCursor(DateTimeOffset CreatedAt, Guid Id)
{
    public static RunCursor Of(RunView run) => new(run.CreatedAt, run.Id);

    /// <summary>What <see cref="ToString"/> made; null for anything else.</summary>
    public static RunCursor? Read(string? text) =>
        text?.Split('_') is [var ticks, var id] && Guid.TryParseExact(id, "N", out var run)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            ? new(new DateTimeOffset(at, TimeSpan.Zero), run)
            : null;

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.UtcTicks}_{Id:N}");
}
