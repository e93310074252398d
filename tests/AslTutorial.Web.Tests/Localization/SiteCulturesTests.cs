using AslTutorial.Web.Localization;

namespace AslTutorial.Web.Tests.Localization;

public sealed class SiteCulturesTests
{
    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh", "zh-CN")]
    [InlineData("zh-Hans-CN", "zh-CN")]
    [InlineData("ZH-tw", "zh-CN")]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("eng", null)]
    [InlineData("fr", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Match_Tag_TheSitesLanguageOrNone(string? tag, string? culture) => SiteCultures.Match(tag).ShouldBe(culture);
}
