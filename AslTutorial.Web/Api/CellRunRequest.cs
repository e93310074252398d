using System.ComponentModel;

namespace AslTutorial.Web.Api;

/// <summary>The body of POST .../cells/{cell}/run, as the OpenAPI document shows it.</summary>
internal sealed record CellRunRequest(
    [property: Description(
        "Values of the cell's gaps and parameters, and of those of the cells before it, by their names: what a learner would type there. "
        + "They are kept as the learner's; null takes one back.")]
    IReadOnlyDictionary<string, string?>? Gaps);
