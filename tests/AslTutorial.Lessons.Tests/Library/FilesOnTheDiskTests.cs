using System.Text;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Tests.Checking;

namespace AslTutorial.Lessons.Tests.Library;

/// <summary>Whatever is the matter with a file on the disk is said of that file, and of no other.</summary>
public sealed class FilesOnTheDiskTests : IDisposable
{
    private readonly SampleLesson _lesson = new();

    public static TheoryData<string> Files => ["lesson.yml", "en.md", "code/first.py", "exercises/second.yml", "questions.yml", "figures.yml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_NotInUtf8_NamedWithTheLine(string name)
    {
        File.WriteAllBytes(_lesson.PathOf(name), [.. "# ok\n\n"u8, .. Encoding.Latin1.GetBytes("# naïve\n"), .. File.ReadAllBytes(_lesson.PathOf(name))]);
        _lesson.Check().Faults.ShouldContain(new LessonFault($"sample/{name}", 3, "is not written in UTF-8: save it in that encoding"));
        _lesson.Library().FaultsOf(LessonFolder.Slug, "en").ShouldBe(_lesson.Check().Faults);
    }

    [Fact]
    public void File_Utf16_IsNoUtf8()
    {
        File.WriteAllText(_lesson.PathOf("en.md"), "---\ntitle: T\n---\n", Encoding.Unicode);
        _lesson.Check().Faults.ShouldContain(new LessonFault("sample/en.md", 1, "is not written in UTF-8: save it in that encoding"));
    }

    [Fact]
    public void File_Utf8WithItsMark_Read()
    {
        foreach (var name in Files.Select(row => row.Data))
        {
            File.WriteAllText(_lesson.PathOf(name), File.ReadAllText(_lesson.PathOf(name)), Encoding.UTF8);
        }

        _lesson.Check().Faults.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_LinkThatLeadsNowhere_Named(string name)
    {
        File.Delete(_lesson.PathOf(name));
        File.CreateSymbolicLink(_lesson.PathOf(name), "nowhere");
        _lesson.Check().Faults.ShouldContain(new LessonFault($"sample/{name}", null, "is a link to 'nowhere', which cannot be read"));
        _lesson.Library().FaultsOf(LessonFolder.Slug, "en").Select(fault => fault.File).ShouldContain($"sample/{name}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_HeldByAnotherProgram_NamedAndReadLater(string name)
    {
        var library = _lesson.Library();
        using (new FileStream(_lesson.PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            library.FaultsOf(LessonFolder.Slug, "en").ShouldContain(new LessonFault($"sample/{name}", null, "cannot be read just now"));
        }

        library.FaultsOf(LessonFolder.Slug, "en").ShouldBeEmpty();
        library.Find(LessonFolder.Slug, "en").ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithoutPermission_NamedAndReadLater(string name)
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("nothing is closed to this user");
            return;
        }

        var library = _lesson.Library();
        File.SetUnixFileMode(_lesson.PathOf(name), UnixFileMode.None);
        library.FaultsOf(LessonFolder.Slug, "en").ShouldContain(new LessonFault($"sample/{name}", null, "may not be read: the permission is missing"));

        File.SetUnixFileMode(_lesson.PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        library.FaultsOf(LessonFolder.Slug, "en").ShouldBeEmpty();
    }

    [Fact]
    public void Folder_WithoutPermission_ItsFilesAreMissing()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("nothing is closed to this user");
            return;
        }

        File.SetUnixFileMode(_lesson.PathOf("code"), UnixFileMode.None);
        try
        {
            _lesson.Library().FaultsOf(LessonFolder.Slug, "en").ShouldBe(_lesson.Check().Faults);
            _lesson.Check().Faults.Select(fault => fault.Reason).ShouldContain("the file code/first.py is missing");
        }
        finally
        {
            File.SetUnixFileMode(_lesson.PathOf("code"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void FindExercise_LinkThatLeadsNowhere_NamedThenTheLastGoodVersion()
    {
        var path = _lesson.PathOf("exercises/second.yml");
        var text = File.ReadAllText(path);
        File.Delete(path);
        File.CreateSymbolicLink(path, "nowhere");
        var library = _lesson.Exercises();
        Should.Throw<LessonContentException>(() => library.FindExercise(LessonFolder.Slug, "second")).File.ShouldBe("sample/exercises/second.yml");
        File.Delete(path);
        File.WriteAllText(path, text);
        var good = library.FindExercise(LessonFolder.Slug, "second").ShouldNotBeNull();
        File.WriteAllBytes(path, [0xff]);
        library.FindExercise(LessonFolder.Slug, "second").ShouldBeSameAs(good);
    }

    [Theory]
    [InlineData("code/.#first.py")]
    [InlineData("code/._first.py")]
    [InlineData("exercises/.second.yml")]
    public void File_NameBeginsWithADot_NoContent(string name)
    {
        File.CreateSymbolicLink(_lesson.PathOf(name), "me@here.1234");
        _lesson.PutFigure("._arrow.svg", "x");
        Directory.CreateDirectory(_lesson.PathOf("../.git"));
        _lesson.Check().Faults.ShouldBeEmpty();
        _lesson.Check().Lessons.ShouldBe(1);
    }

    [Fact]
    public void File_BehindALink_SavedIsSeen()
    {
        var path = _lesson.PathOf("en.md");
        var target = _lesson.PathOf("../elsewhere.md");
        File.Move(path, target);
        File.CreateSymbolicLink(path, target);
        var library = _lesson.Library();
        library.Find(LessonFolder.Slug, "en").ShouldNotBeNull().Title.ShouldBe("Title");
        File.WriteAllText(target, File.ReadAllText(target).Replace("title: Title", "title: Another title", StringComparison.Ordinal));
        library.Find(LessonFolder.Slug, "en").ShouldNotBeNull().Title.ShouldBe("Another title");

        // What is read of it, and not the few bytes of the link, is measured.
        File.WriteAllText(target, new string('a', LessonLibrary.MaxFileBytes + 1));
        library.FaultsOf(LessonFolder.Slug, "en").ShouldContain(fault => fault.File == "sample/en.md" && fault.Reason.Contains("at most", StringComparison.Ordinal));
    }

    [Fact]
    public void FindExercise_BehindALink_SavedIsSeen()
    {
        var path = _lesson.PathOf("exercises/second.yml");
        var target = _lesson.PathOf("../elsewhere.yml");
        File.Move(path, target);
        File.CreateSymbolicLink(path, target);
        var library = new ExerciseLibrary(_lesson.Root);
        library.FindExercise(LessonFolder.Slug, "second").ShouldNotBeNull().Title.English.ShouldBe("Complete it");
        File.WriteAllText(target, File.ReadAllText(target).Replace("Complete it", "Another title", StringComparison.Ordinal));
        library.FindExercise(LessonFolder.Slug, "second").ShouldNotBeNull().Title.English.ShouldBe("Another title");
    }

    public void Dispose() => _lesson.Dispose();
}
