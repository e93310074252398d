using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Tests that train, on a site of their own: beside <see cref="BrowserCollection"/>, which would keep its trainer waiting.</summary>
[CollectionDefinition(Name)]
public sealed class TrainingCollection : ICollectionFixture<RunningSite>
{
    public const string Name = "training";
}
