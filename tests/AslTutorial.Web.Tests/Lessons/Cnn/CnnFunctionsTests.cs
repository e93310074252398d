using AslTutorial.Training.Contracts;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Recipes;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Lessons.Cnn;

/// <summary>From what is typed in the notebook to what it means for a training.</summary>
public sealed class CnnFunctionsTests(SharedSite shared)
{
    private static readonly TrainingRecipe Lesson = TrainingRecipe.Lesson;

    private readonly string _learner = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Read_NothingFilled_NamesAllThree()
    {
        var own = await ReadAsync();

        own.State.ShouldBe(OwnFunctionsState.NotFilled);
        own.Recipe.ShouldBeNull();
        own.Exercises.Select(exercise => exercise.Id).ShouldBe(["dataset", "dataloader", "train-validate"]);
        own.Exercises.ShouldAllBe(exercise => exercise.Title.Length > 0 && exercise.Title != exercise.Id);
    }

    [Theory]
    [InlineData("train-validate", "second_word", null)]
    [InlineData("train-validate", "second_word", "os{system}")]
    [InlineData("dataset", "width", "")]
    public async Task Read_OneGapEmptyOrUnreadable_NamesItsExercise(string cell, string gap, string? text)
    {
        await SolveAsync();
        await TypeAsync(cell, gap, text);

        var own = await ReadAsync();

        own.State.ShouldBe(OwnFunctionsState.NotFilled);
        own.Exercises.Select(exercise => exercise.Id).ShouldBe([cell]);
    }

    [Theory]
    [InlineData("train-validate", "first_word", "'Valid'")]
    [InlineData("train-validate", "first_word", "验证")]
    [InlineData("train-validate", "second_word", "TRAINING")]
    [InlineData("dataloader", "train_shuffle", "shuffle=1")]
    [InlineData("dataloader", "train_shuffle", "，shuffle＝True")]
    [InlineData("dataloader", "valid_shuffle", "shuffle=None")]
    [InlineData("dataset", "channels", "28 // 28")]
    public async Task Read_RightHoweverSpelt_IsTheLessons(string cell, string gap, string text)
    {
        await SolveAsync();
        await TypeAsync(cell, gap, text);

        (await ReadAsync()).ShouldBeState(OwnFunctionsState.Right, Lesson);
    }

    public static TheoryData<string, string, string, TrainingRecipe> WrongAnswers => new()
    {
        { "train-validate", "second_mode=eval", "eval-in-train", Lesson with { Learning = Lesson.Learning with { Mode = RecipeMode.Eval } } },
        { "train-validate", "first_mode=train", "train-in-validate", Lesson with { Measuring = Lesson.Measuring with { Mode = RecipeMode.Train } } },
        { "train-validate", "second_loader=valid_loader", "training-on-valid", Lesson with { Learning = Lesson.Learning with { Loader = RecipeLoader.Valid } } },
        { "train-validate", "first_loader=train_loader", "validating-on-train", Lesson with { Measuring = Lesson.Measuring with { Loader = RecipeLoader.Train } } },
        { "train-validate", "first_name=train;second_name=validate", "names-swapped", Lesson with { MeasuresFirst = true } },
        {
            "train-validate",
            "first_name=train;first_mode=train;first_loader=train_loader;first_word=Train;second_name=validate;second_mode=eval;second_loader=valid_loader;second_word=Valid",
            "everything-swapped",
            new(new(RecipeMode.Train, RecipeLoader.Train, "Train"), new(RecipeMode.Eval, RecipeLoader.Valid, "Valid"), MeasuresFirst: true)
        },
        {
            "train-validate", "first_word=Train;second_word=Valid", "words-swapped",
            Lesson with { Measuring = Lesson.Measuring with { Word = "Train" }, Learning = Lesson.Learning with { Word = "Valid" } }
        },
        { "train-validate", "first_word='my word'", "", Lesson with { Measuring = Lesson.Measuring with { Word = "my word" } } },
        { "train-validate", "first_word=第一", "", Lesson with { Measuring = Lesson.Measuring with { Word = "第一" } } },
        { "dataloader", "train_shuffle=;valid_shuffle=shuffle=True", "wrong-loader", Lesson with { ShufflesTrain = false, ShufflesValid = true } },
        { "dataloader", "valid_shuffle=shuffle=True", "both", Lesson with { ShufflesValid = true } },
        { "dataloader", "train_shuffle=shuffle=False", "shuffle-false", Lesson with { ShufflesTrain = false } },
        { "dataloader", "train_shuffle=shuffle=0.0", "shuffle-false", Lesson with { ShufflesTrain = false } },
        { "dataloader", "train_shuffle=shuffle=None", "shuffle-false", Lesson with { ShufflesTrain = false } },
        { "dataloader", "train_shuffle=shuffle='False'", "quoted-false", Lesson },
        { "dataloader", "train_shuffle=shuffle=BATCH_SIZE", "", Lesson },
        { "dataloader", "valid_shuffle=shuffle='no'", "", Lesson with { ShufflesValid = true } },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task Read_WrongAndRunnable_IsWhatPythonWouldDo(string cell, string answers, string mistake, TrainingRecipe recipe)
    {
        await SolveAsync();
        foreach (var answer in answers.Split(';'))
        {
            var (gap, text) = (answer[..answer.IndexOf('=', StringComparison.Ordinal)], answer[(answer.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            await TypeAsync(cell, gap, text);
        }

        var own = await ReadAsync();

        own.ShouldBeState(OwnFunctionsState.Wrong, recipe);
        own.CanTrainWrong().ShouldBe(recipe != Lesson);
        own.Wrong.ShouldAllBe(wrong => wrong.Exercise == cell && wrong.Gaps.Count > 0 && wrong.Message.Length > 0);
        own.Wrong.Select(wrong => wrong.Mistake ?? "").Distinct().ShouldBe([mistake]);
    }

    [Theory]
    [InlineData("dataset", "label", "'labels'")]
    [InlineData("dataset", "label", "'pixel1'")]
    [InlineData("dataset", "channels", "3")]
    [InlineData("dataloader", "train_shuffle", "shuffle=true")]
    [InlineData("dataloader", "train_shuffle", "True")]
    [InlineData("dataloader", "train_shuffle", "Shuffle=True")]
    [InlineData("dataloader", "valid_shuffle", "drop_last=True")]
    [InlineData("train-validate", "first_mode", "evaluate")]
    [InlineData("train-validate", "second_mode", "fit")]
    [InlineData("train-validate", "second_mode", "'train'")]
    [InlineData("train-validate", "first_loader", "valid_data")]
    [InlineData("train-validate", "second_loader", "train")]
    [InlineData("train-validate", "second_name", "validate")]
    [InlineData("train-validate", "first_name", "valid")]
    [InlineData("train-validate", "first_name", "'validate'")]
    public async Task Read_WhatPythonWouldNotRun_NamesTheExercise(string cell, string gap, string text)
    {
        await SolveAsync();
        await TypeAsync(cell, gap, text);

        var own = await ReadAsync();

        own.ShouldBeState(OwnFunctionsState.NotRunnable, null);
        own.Exercises.Select(exercise => exercise.Id).ShouldBe([cell]);
    }

    [Fact]
    public async Task Read_OfAnotherLearner_HasNothingOfThis()
    {
        await SolveAsync();

        (await Functions.ReadAsync("somebody else", TestContext.Current.CancellationToken)).State.ShouldBe(OwnFunctionsState.NotFilled);
    }

    [Fact]
    public async Task Watch_AnAnswerIsTyped_Tells()
    {
        var told = 0;
        using (Functions.Watch(_learner, () => told++))
        {
            await TypeAsync("dataset", "label", "'label'");
            told.ShouldBe(1);
        }

        await TypeAsync("dataset", "label", "'labels'");
        told.ShouldBe(1);
    }

    private IOwnFunctions Functions => shared.Site.Functions("cnn");

    private Task<OwnFunctions> ReadAsync() => Functions.ReadAsync(_learner, TestContext.Current.CancellationToken);

    private Task TypeAsync(string cell, string gap, string? text) => shared.Site.TypeAsync(cell, gap, text, _learner);

    private Task SolveAsync() => shared.Site.SolveAllAsync(_learner);
}
