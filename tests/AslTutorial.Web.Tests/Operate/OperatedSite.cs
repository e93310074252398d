using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Operate;

/// <summary>A site that has an operator.</summary>
public sealed class OperatedSite() : OneSite([("Operate:Key", Key)])
{
    internal const string Key = "the-operators-own-key";
}
