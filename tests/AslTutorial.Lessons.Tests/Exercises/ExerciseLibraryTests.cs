using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class ExerciseLibraryTests
{
    [Fact]
    public void FindExercise_SavedFile_SeenAtTheNextCall()
    {
        using var folder = new LessonFolder();
        var library = new ExerciseLibrary(folder.Root);
        library.FindExercise(LessonFolder.Slug, "dataset").ShouldBeNull();
        Copy(folder, "exercises/dataset.yml");
        var first = library.FindExercise(LessonFolder.Slug, "dataset").ShouldNotBeNull();
        library.FindExercise(LessonFolder.Slug, "dataset").ShouldBeSameAs(first);

        Write(folder, "exercises/dataset.yml", text => text.Replace("Complete MyDataset", "Another title", StringComparison.Ordinal));
        library.FindExercise(LessonFolder.Slug, "dataset").ShouldNotBeNull().Title.English.ShouldBe("Another title");
    }

    [Fact]
    public void FindQuestion_ById_OrNull()
    {
        using var folder = new LessonFolder();
        Copy(folder, "questions.yml");
        var library = new ExerciseLibrary(folder.Root);
        library.FindQuestion(LessonFolder.Slug, "batch-count").ShouldNotBeNull().Id.ShouldBe("batch-count");
        library.FindQuestion(LessonFolder.Slug, "none").ShouldBeNull();
        library.FindQuestion("none", "batch-count").ShouldBeNull();
    }

    [Fact]
    public void FindQuestion_FaultInItsFile_NullAndThenTheLastGoodVersion()
    {
        using var folder = new LessonFolder();
        Write(folder, "questions.yml", text => text.Replace("kind: choice", "kind: riddle", StringComparison.Ordinal));
        var library = new ExerciseLibrary(folder.Root);
        library.FindQuestion(LessonFolder.Slug, "batch-count").ShouldBeNull();
        Copy(folder, "questions.yml");
        var good = library.FindQuestion(LessonFolder.Slug, "batch-count").ShouldNotBeNull();
        Write(folder, "questions.yml", text => text.Replace("kind: choice", "kind: great riddle", StringComparison.Ordinal));
        library.FindQuestion(LessonFolder.Slug, "batch-count").ShouldBeSameAs(good);
    }

    [Theory]
    [InlineData("..", "dataset")]
    [InlineData("sample", "../exercises/dataset")]
    [InlineData("sample/", "dataset")]
    [InlineData("", "dataset")]
    [InlineData("sample", "")]
    [InlineData("sample", "data\0set")]
    public void FindExercise_NoPlainName_NoFileIsLookedFor(string slug, string exercise)
    {
        using var folder = new LessonFolder();
        Copy(folder, "exercises/dataset.yml");
        new ExerciseLibrary(folder.Root).FindExercise(slug, exercise).ShouldBeNull();
    }

    [Fact]
    public void FindExercise_FaultInASavedFile_TheLastGoodVersion()
    {
        using var folder = new LessonFolder();
        Write(folder, "exercises/dataset.yml", text => text.Replace("kind: string", "kind: strong", StringComparison.Ordinal));
        var library = new ExerciseLibrary(folder.Root);
        Should.Throw<LessonContentException>(() => library.FindExercise(LessonFolder.Slug, "dataset")).File.ShouldBe("sample/exercises/dataset.yml");
        Copy(folder, "exercises/dataset.yml");
        var good = library.FindExercise(LessonFolder.Slug, "dataset").ShouldNotBeNull();
        Write(folder, "exercises/dataset.yml", text => text.Replace("kind: string", "kind: stronger", StringComparison.Ordinal));
        library.FindExercise(LessonFolder.Slug, "dataset").ShouldBeSameAs(good);
    }

    private static void Copy(LessonFolder folder, string name) => Write(folder, name, text => text);

    private static void Write(LessonFolder folder, string name, Func<string, string> change)
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, LessonFolder.Slug, "exercises"));
        folder.Write(name, change(File.ReadAllText(Path.Combine(CnnExercises.Folder, name))));
    }
}
