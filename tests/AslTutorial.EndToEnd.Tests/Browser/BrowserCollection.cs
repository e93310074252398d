using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Tests that share one browser and one site; they run one after the other, each in a browser context of its own.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ChromiumFixture>, ICollectionFixture<RunningSite>
{
    public const string Name = "browser";
}
