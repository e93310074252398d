using AslTutorial.Lessons.Library;
using AslTutorial.Web.Components.Lessons.Search;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Logging.Abstractions;

namespace AslTutorial.Web.Tests.Components.Lessons.Search;

public sealed class LessonFinderTests
{
    private static readonly string Root =
        Repository.Root;

    private static readonly LessonFinder Finder = new(
        new LessonLibrary(Path.Combine(Root, "content", "lessons"), Path.Combine(Root, "wwwroot")), NullLogger<LessonFinder>.Instance);

    [Theory]
    [InlineData("en", "dropout", "3.3.4 Dropout")]
    [InlineData("en", "DROPOUT", "3.3.4 Dropout")]
    [InlineData("en", "ｄｒｏｐｏｕｔ", "3.3.4 Dropout")]
    [InlineData("zh-CN", "释放内存", "3.6.1 释放内存")]
    [InlineData("zh-CN", "过拟合", "3 引言")]
    [InlineData("en", "first_rows", "3.2.1 Prepare images")]
    [InlineData("en", "3.2.1", "3.2.1 Prepare images")]
    public void Find_InHeadingTextOrCode_BestFirst(string language, string query, string heading) =>
        Finder.Find(language, query, 12)[0].Heading.ShouldBe(heading);

    [Fact]
    public void Find_SeveralWords_AllOfThemInTheSection()
    {
        var found = Finder.Find("en", "flatten  vector", 12);
        found.ShouldNotBeEmpty();
        found[0].Address.ShouldBe("lessons/cnn#layer-flatten");
        Finder.Find("en", "flatten zebra", 12).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh-CN", "fingertip", "en", "lessons/cnn#prepare-images")]
    [InlineData("en", "过拟合", "zh-CN", "lessons/cnn#introduction")]
    public void Find_WordsOfTheOtherLanguage_LeadToTheSection(string language, string query, string foundIn, string address)
    {
        var found = Finder.Find(language, query, 12);
        found[0].Address.ShouldBe(address);
        found[0].Language.ShouldBe(foundIn);
    }

    [Fact]
    public void Find_WordsOfBothLanguages_EachPlaceOnce_OwnLanguageFirst()
    {
        var found = Finder.Find("zh-CN", "dropout", 12);
        found.Select(place => place.Address).ShouldBeUnique();
        found[0].Language.ShouldBe("zh-CN");
        found.Select(place => place.Language).ShouldBe(found.Select(place => place.Language).OrderByDescending(language => language == "zh-CN"));
    }

    [Fact]
    public void Find_Excerpt_MarksTheMatchAsText()
    {
        var excerpt = Finder.Find("en", "memorised", 12)[0].Excerpt;
        excerpt.Where(piece => piece.IsMatch).Select(piece => piece.Text).ShouldContain("memorised");
        string.Concat(excerpt.Select(piece => piece.Text)).ShouldNotContain("<");
        string.Concat(excerpt.Select(piece => piece.Text)).Length.ShouldBeLessThan(170);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("zxqj")]
    [InlineData("The divisors valid_N and train_N confirm it")]
    [InlineData("</p>")]
    public void Find_NothingOrWhatWaitsBehindAReveal_NothingFound(string query) => Finder.Find("en", query, 12).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "346,112", "lessons/cnn#model-summary")]
    [InlineData("en", "nn.Sequential", "lessons/cnn#the-model")]
    [InlineData("zh-CN", "权重共享", "lessons/cnn#layer-conv2d")]
    public void Find_WhatWaitsForAnAnswer_LeadsToItsSectionAndIsNotShown(string language, string query, string address)
    {
        var found = Finder.Find(language, query, 12).Single(one => one.Address == address);
        found.Excerpt.ShouldAllBe(piece => !piece.IsMatch);
    }

    [Fact]
    public void Find_Endless_IsCut()
    {
        Finder.Find("en", new string('(', 1 << 20), 12).ShouldBeEmpty();
        Finder.Find("en", "the", 3).Count.ShouldBe(3);
    }
}
