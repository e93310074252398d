using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Tests that read and answer on one site, one after the other, each in a browser context of its own.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<RunningSite>
{
    public const string Name = "browser";
}
