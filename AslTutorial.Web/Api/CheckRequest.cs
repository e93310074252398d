using System.ComponentModel;

namespace AslTutorial.Web.Api;

/// <summary>The body of a check, as the OpenAPI document shows it; read in <see cref="GapsReader"/>.</summary>
internal sealed record CheckRequest(
    [property: Description(
        "What stands in the gaps, by name, as a learner would type it: \"'label'\", \"28\", \"shuffle=True\". Gaps left out are empty. "
        + "Without this field the answers are those that the learner's notebook holds.")]
    IReadOnlyDictionary<string, string>? Gaps);
