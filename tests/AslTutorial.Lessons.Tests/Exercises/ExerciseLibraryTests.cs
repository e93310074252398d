using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Tests.Content;

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
    public void ReadExercises_Faults_AllOfAllFiles()
    {
        using var folder = new LessonFolder();
        Copy(folder, "exercises/dataset.yml");
        Write(folder, "exercises/dataloader.yml", text => text.Replace("id: dataloader", "id: loader", StringComparison.Ordinal));
        Write(folder, "exercises/train-validate.yml", text => text.Replace("kind: name", "kind: nome", StringComparison.Ordinal));
        var faults = new List<LessonContentException>();
        var library = new ExerciseLibrary(folder.Root);
        library.ReadExercises(LessonFolder.Slug, faults).Select(exercise => exercise.Id).ShouldBe(["loader", "dataset"]);
        faults.Select(fault => fault.File).Distinct().ShouldBe(["sample/exercises/dataloader.yml", "sample/exercises/train-validate.yml"]);
        faults.Count.ShouldBeGreaterThan(8);
        Should.Throw<LessonContentException>(() => library.FindExercise(LessonFolder.Slug, "dataloader")).Reason.ShouldBe("the file has to be called loader.yml after its id");
        library.ReadExercises("none", faults).ShouldBeEmpty();
    }

    private static void Copy(LessonFolder folder, string name) => Write(folder, name, text => text);

    private static void Write(LessonFolder folder, string name, Func<string, string> change)
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, LessonFolder.Slug, "exercises"));
        folder.Write(name, change(File.ReadAllText(Path.Combine(CnnExercises.Folder, name))));
    }
}
