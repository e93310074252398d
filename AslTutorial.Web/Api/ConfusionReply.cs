using System.ComponentModel;

namespace AslTutorial.Web.Api;

/// <summary>A confusion matrix.</summary>
internal sealed record ConfusionReply(
    int Epoch,
    [property: Description("The 24 letters, in the order of rows and columns.")] IReadOnlyList<string> Labels,
    [property: Description("Rows are the true letters, columns the predicted ones.")] IReadOnlyList<int[]> Counts);
