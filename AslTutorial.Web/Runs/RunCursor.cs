using System.Globalization;

namespace AslTutorial.Web.Runs;

/// <summary>A place in the list of runs (newest first): where one page ends and the next begins.</summary>
public sealed record RunCursor(DateTimeOffset CreatedAt, Guid Id)
{
    public static RunCursor Of(RunView run) => new(run.CreatedAt, run.Id);

    /// <summary>Reads the text of <see cref="ToString"/>; null for anything else.</summary>
    public static RunCursor? Read(string? text) =>
        text?.Split('_') is [var ticks, var id] && Guid.TryParseExact(id, "N", out var run)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            ? new(new DateTimeOffset(at, TimeSpan.Zero), run)
            : null;

    /// <summary>As a part of a URL.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.UtcTicks}_{Id:N}");
}
