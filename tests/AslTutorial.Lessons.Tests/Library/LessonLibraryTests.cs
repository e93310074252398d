using AslTutorial.Lessons.Library;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Lessons.Tests.Library;

public sealed class LessonLibraryTests
{
    private const string Text = "---\ntitle: Title\n---\n\n## 1 First\n\nWords.\n";

    [Fact]
    public void Find_SameFileVersion_ParsedOnce()
    {
        using var folder = new LessonFolder(Text);
        var library = new LessonLibrary(folder.Root);
        library.Find(LessonFolder.Slug, "en").ShouldBeSameAs(library.Find(LessonFolder.Slug, "en"));
    }

    [Fact]
    public void Find_SavedFile_SeenAtTheNextCall()
    {
        using var folder = new LessonFolder(Text);
        var library = new LessonLibrary(folder.Root);
        library.Find(LessonFolder.Slug, "en")!.Title.ShouldBe("Title");
        folder.Write("en.md", "---\ntitle: Another title\n---\n\n## 1 First\n");
        library.Find(LessonFolder.Slug, "en")!.Title.ShouldBe("Another title");
    }

    [Fact]
    public void Find_WithAClock_LooksAtTheFilesOnceASecond()
    {
        using var folder = new LessonFolder(Text);
        var clock = new FakeTimeProvider();
        var library = new LessonLibrary(folder.Root, time: clock);
        var first = library.Find(LessonFolder.Slug, "en").ShouldNotBeNull();
        folder.Write("en.md", "---\ntitle: Another title\n---\n\n## 1 First\n");
        clock.Advance(TimeSpan.FromSeconds(0.9));
        library.Find(LessonFolder.Slug, "en").ShouldBeSameAs(first);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        library.Find(LessonFolder.Slug, "en").ShouldNotBeNull().Title.ShouldBe("Another title");
    }

    [Theory]
    [InlineData("missing", "en")]
    [InlineData("sample", "fr")]
    [InlineData("../sample", "en")]
    [InlineData("sample", "../sample/en")]
    [InlineData("", "en")]
    public void Find_NoSuchLesson_Null(string slug, string language)
    {
        using var folder = new LessonFolder(Text);
        new LessonLibrary(folder.Root).Find(slug, language).ShouldBeNull();
    }

    [Fact]
    public void Find_PathThatExistsOutside_Null()
    {
        using var folder = new LessonFolder(Text);
        // Reads the lesson itself, were the name of the language taken as a path.
        new LessonLibrary(Path.Combine(folder.Root, "sample")).Find("..", "sample/en").ShouldBeNull();
    }

    [Fact]
    public void Find_FileTooLarge_Refused()
    {
        var fault = LessonFolder.Refused(Text + new string('a', LessonLibrary.MaxFileBytes));
        fault.File.ShouldBe("sample/en.md");
        fault.Reason.ShouldContain($"{LessonLibrary.MaxFileBytes}");
    }

    [Theory]
    [InlineData("", "number")]
    [InlineData("before:\n  en: x\n", "number")]
    [InlineData("number: 1\nnumbre: 2\n", "numbre")]
    [InlineData("number: [", "")]
    public void Find_FaultyManifest_NamesFileAndReason(string manifest, string reason)
    {
        var fault = LessonFolder.Refused(Text, manifest);
        fault.File.ShouldBe("sample/lesson.yml");
        fault.Reason.ShouldContain(reason);
    }

    [Fact]
    public void Find_NeighboursInTheManifest_InTheLanguageOfTheProse()
    {
        var lesson = LessonFolder.Read(Text, "number: 3\nbefore:\n  en: Before\n  zh-CN: 前\nafter:\n  zh-CN: 后\n");
        lesson.Number.ShouldBe(3);
        lesson.Before.ShouldBe("Before");
        lesson.After.ShouldBeNull();
    }
}
