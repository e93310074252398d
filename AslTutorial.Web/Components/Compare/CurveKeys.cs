namespace AslTutorial.Web.Components.Compare;

/// <summary>The part of an address that names the curves laid over a run's: "id,id,reference,dense".</summary>
internal static class CurveKeys
{
    public const string Parameter = "with";

    /// <summary>The printed run of the same lesson.</summary>
    public const string Reference = "reference";

    /// <summary>So many kinds of broken lines can still be told apart.</summary>
    public const int Most = 6;

    /// <summary>Null where an address says nothing about it; none where it says that there are none.</summary>
    public static IReadOnlyList<string>? Read(string? text) => text is null
        ? null
        : [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(key => Guid.TryParse(key, out var id) ? id.ToString() : key.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>The id in what a reader has pasted: an id, or the address of a run's page. Null for anything else.</summary>
    public static Guid? Pasted(string? text)
    {
        var parts = (text ?? "").Trim().Split(['/', '?', '#'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Select(part => Guid.TryParse(part, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null);
    }
}
