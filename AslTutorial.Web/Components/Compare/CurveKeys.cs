namespace AslTutorial.Web.Components.Compare;

/// <summary>The URL parameter with the curves drawn over a run's: "id,id,reference,dense".</summary>
internal static class CurveKeys
{
    public const string Parameter = "with";

    /// <summary>The recorded run of the same lesson.</summary>
    public const string Reference = "reference";

    /// <summary>More kinds of dashed lines could not be told apart.</summary>
    public const int Most = 6;

    /// <summary>Null if the URL does not have the parameter; empty if it is empty.</summary>
    public static IReadOnlyList<string>? Read(string? text) => text is null
        ? null
        : [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(key => Guid.TryParse(key, out var id) ? id.ToString() : key.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>Finds the run's id in a pasted text: an id, or the URL of a run's page. Null for anything else.</summary>
    public static Guid? Pasted(string? text)
    {
        var parts = (text ?? "").Trim().Split(['/', '?', '#'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Select(part => Guid.TryParse(part, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null);
    }
}
