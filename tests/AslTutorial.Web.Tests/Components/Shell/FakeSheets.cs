using AslTutorial.Web.Data;

namespace AslTutorial.Web.Tests.Components.Shell;

internal sealed class FakeSheets : IContactSheets
{
    /// <summary>The sets whose sheet there is.</summary>
    public HashSet<string> Drawn { get; } = [];

    public string? AddressOf(string digest, string set) => Drawn.Contains(set) ? $"/datasets/{digest}/{set}.png" : null;
}
