using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class VerdictTests
{
    [Fact]
    public void Judge_NothingFilled_Unattempted()
    {
        foreach (var exercise in CnnExercises.All)
        {
            foreach (var nothing in new[] { null, "", " \t", "FIXME", "____" })
            {
                var verdict = ExerciseJudge.Judge(exercise, exercise.Gaps.ToDictionary(gap => gap.Name, _ => nothing), "zh-CN");
                verdict.Status.ShouldBe(VerdictStatus.Unattempted);
                verdict.Message.ShouldBe("还没有填写。");
                verdict.Gaps.ShouldAllBe(gap => gap.Status == VerdictStatus.Unattempted && gap.Message == null);
                verdict.Request.ShouldBeNull();
                verdict.IsAttempt.ShouldBeFalse();
            }

            ExerciseJudge.Judge(exercise, new Dictionary<string, string?>(), "en").Status.ShouldBe(VerdictStatus.Unattempted);
        }
    }

    [Fact]
    public void Judge_SomeEmpty_IncompleteAndTheOthersJudged()
    {
        var verdict = ExerciseJudge.Judge(
            CnnExercises.Dataset,
            new Dictionary<string, string?> { ["label"] = "label", ["channels"] = "1", ["width"] = "", ["unknown"] = "x" },
            "en");
        verdict.Status.ShouldBe(VerdictStatus.Incomplete);
        verdict.Message.ShouldBe("2 gaps are still empty.");
        verdict.Gaps.Select(gap => gap.Status).ShouldBe(
            [VerdictStatus.Wrong, VerdictStatus.Correct, VerdictStatus.Unattempted, VerdictStatus.Unattempted]);
        verdict.Gaps[0].Mistake.ShouldBe("bare-word");
        verdict.Request.ShouldBeNull();
        verdict.IsAttempt.ShouldBeFalse();
    }

    [Fact]
    public void Judge_Unreadable_InvalidWithTheReason()
    {
        var verdict = ExerciseJudge.Judge(CnnExercises.Dataset, CnnExercises.Dataset.Solution(("label", "'label"), ("channels", "3")), "en");
        verdict.Status.ShouldBe(VerdictStatus.Invalid);
        verdict.Gaps.Select(gap => gap.Status).ShouldBe(
            [VerdictStatus.Invalid, VerdictStatus.Wrong, VerdictStatus.Correct, VerdictStatus.Correct]);
        verdict.Gaps[0].Message.ShouldBe("The string opens with ' and never closes. Both ends need the same quote.");
        verdict.Request.ShouldBeNull();
    }

    [Fact]
    public void Judge_DataloaderEmptyGap_AnAnswerOnceTheOtherIsFilled()
    {
        Status(null, null).ShouldBe(VerdictStatus.Unattempted);
        Status("shuffle=True", null).ShouldBe(VerdictStatus.Correct);
        Status("shuffle=True", "FIXME").ShouldBe(VerdictStatus.Correct);
        Status(null, "shuffle=True").ShouldBe(VerdictStatus.Wrong);
        Status(null, "shuffle=False").ShouldBe(VerdictStatus.Wrong);
        Status("shuffle=", null).ShouldBe(VerdictStatus.Invalid);

        static VerdictStatus Status(string? train, string? valid) => ExerciseJudge.Judge(
            CnnExercises.Dataloader, new Dictionary<string, string?> { ["train_shuffle"] = train, ["valid_shuffle"] = valid }, "en").Status;
    }

    [Fact]
    public void Judge_TwoMistakesAtOnce_EachWithItsMessage()
    {
        var exercise = CnnExercises.TrainValidate;
        var verdict = ExerciseJudge.Judge(exercise, exercise.Solution(("first_mode", "train"), ("second_mode", "eval")), "en");
        verdict.Status.ShouldBe(VerdictStatus.Wrong);
        verdict.Message.ShouldBe("2 gaps are not right yet.");
        verdict.Mistake.ShouldBeNull();
        verdict.Gaps.Where(gap => gap.Status == VerdictStatus.Wrong).Select(gap => (gap.Name, gap.Mistake)).ShouldBe(
            [("first_mode", "train-in-validate"), ("second_mode", "eval-in-train")]);
        verdict.Request.ShouldNotBeNull().Stage.ShouldBe("epoch");
    }

    [Fact]
    public void Judge_WholeMistake_PreferredToItsParts()
    {
        var exercise = CnnExercises.Dataset;
        ExerciseJudge.Judge(exercise, exercise.Solution(("width", "784"), ("height", "1")), "en").Mistake.ShouldNotBeNull().Id.ShouldBe("still-flat");
        ExerciseJudge.Judge(exercise, exercise.Solution(("width", "784")), "en").Mistake.ShouldNotBeNull().Id.ShouldBe("width-784");
    }

    [Fact]
    public void Judge_Executable_RequestWithTypedValues()
    {
        var verdict = ExerciseJudge.Judge(
            CnnExercises.Dataset, CnnExercises.Dataset.Solution(("label", "\"pixel1\""), ("width", "14 * 2")), "en");
        var request = verdict.Request.ShouldNotBeNull();
        request.Exercise.ShouldBe("dataset");
        request.Stage.ShouldBe("first-batch");
        request.Values.Select(value => value.Arguments.Single().Value).ShouldBe(
        [
            new AnswerValue.String("pixel1"), new AnswerValue.Name("IMG_CHS"), new AnswerValue.Integer(28), new AnswerValue.Name("IMG_WIDTH"),
        ]);

        var empty = ExerciseJudge.Judge(CnnExercises.Dataloader, CnnExercises.Dataloader.Solution(), "en").Request.ShouldNotBeNull();
        empty.Values.Select(value => value.Arguments.Count).ShouldBe([1, 0]);
        empty.Values[0].Arguments[0].Keyword.ShouldBe("shuffle");
        var word = ExerciseJudge.Judge(CnnExercises.TrainValidate, CnnExercises.TrainValidate.Solution(("first_word", "'Valid'")), "en");
        word.Request.ShouldNotBeNull().Values[3].Arguments[0].Value.ShouldBe(new AnswerValue.Wording("Valid"));
    }

    [Theory]
    [InlineData("dataset", "label", "column", "Without quotes Python takes column for a variable. A string is wanted here.", "没有引号，Python 会把 column 当作变量。这里要的是字符串。")]
    [InlineData("dataset", "label", "'column'", "A string is the right thing, but 'column' is not the one.", "该填字符串，这没错，但不是 'column'。")]
    [InlineData("dataset", "label", "'LABEL'", "Almost. In a string every capital and every blank counts: look at 'LABEL' once more.", "很接近。字符串里大小写和空白字符都算数，再看一眼 'LABEL'。")]
    [InlineData("dataset", "label", "7", "7 is not a string. A text in quotes is wanted here.", "7 不是字符串。这里要的是带引号的文本。")]
    [InlineData("dataset", "channels", "2", "A whole number is the right thing, but 2 is not the one.", "该填整数，这没错，但不是 2。")]
    [InlineData("dataset", "channels", "1.0", "1.0 has a decimal point, which makes it a float. A whole number is wanted here.", "1.0 带小数点，是浮点数。这里要的是整数。")]
    [InlineData("dataset", "channels", "'28'", "'28' is in quotes, so it is text. A whole number is wanted here.", "'28' 带着引号，是文本。这里要的是整数。")]
    [InlineData("dataset", "channels", "colour", "Nothing that is known at this line is called colour. A whole number is wanted here, or the name of one.", "执行到这一行时，没有叫 colour 的东西。这里要一个整数，或者代表整数的名字。")]
    [InlineData("dataset", "channels", "frame", "frame is not a whole number, and that is what is wanted here.", "frame 不是整数，而这里要的是整数。")]
    [InlineData("train-validate", "first_loader", "train_N", "train_N exists, but it is not what is wanted here.", "train_N 确实存在，但这里要的不是它。")]
    [InlineData("train-validate", "first_loader", "'valid_loader'", "'valid_loader' is in quotes, so it is text. A name stands without quotes.", "'valid_loader' 带着引号，是文本。名字不加引号。")]
    [InlineData("train-validate", "first_loader", "3", "3 is a value. A name is wanted here.", "3 是一个值，这里要的是名字。")]
    [InlineData("train-validate", "first_mode", "EVAL", "Almost. Python tells capitals from small letters: look at EVAL once more.", "很接近。Python 区分大小写，再看一眼 EVAL。")]
    [InlineData("train-validate", "first_mode", "test", "test is not the name that is wanted here.", "这里要的名字不是 test。")]
    [InlineData("dataloader", "train_shuffle", "32", "32 is a value without a name. After a parameter that is named, every other has to be named too: name=value.", "32 只有值，没有参数名。写了名字的参数后面，每个参数都要写成“名字=值”。")]
    [InlineData("dataloader", "train_shuffle", "drop_last=True", "drop_last is not the parameter that is wanted here.", "这里要的参数不是 drop_last。")]
    [InlineData("dataset", "channels", "BATCH_SIZE", "A whole number is the right thing, but BATCH_SIZE is not the one.", "该填整数，这没错，但不是 BATCH_SIZE。")]
    [InlineData("dataset", "channels", "True", "True is a boolean, and a whole number is wanted here.", "True 是布尔值，这里要的是整数。")]
    [InlineData("train-validate", "first_word", "EPOCH", "EPOCH is printed as it stands, but it does not say what this line is about.", "EPOCH 会原样打印出来，却没有说明这一行讲的是什么。")]
    [InlineData("dataloader", "train_shuffle", "shuffle=2", "2 is no boolean. Python counts it as true, like everything that is neither zero nor empty.", "2 不是布尔值。Python 把它当作真：凡是不为零、也不为空的，都算真。")]
    [InlineData("dataloader", "valid_shuffle", "shuffle=2", "2 is no boolean. Python counts it as true, like everything that is neither zero nor empty.", "2 不是布尔值。Python 把它当作真：凡是不为零、也不为空的，都算真。")]
    [InlineData("dataloader", "train_shuffle", "shuffle=''", "'' is no boolean. Python counts it as false, like zero and everything that is empty.", "'' 不是布尔值。Python 把它当作假：零和一切空的东西都算假。")]
    [InlineData("dataloader", "train_shuffle", "shuffle=maybe", "maybe is not a boolean, and that is what is wanted here.", "maybe 不是布尔值，而这里要的是布尔值。")]
    public void Judge_UnforeseenAnswer_KindOfDifference(string exercise, string gap, string text, string english, string chinese)
    {
        var definition = CnnExercises.Find(exercise);
        var texts = definition.Solution((gap, text));
        ExerciseJudge.Judge(definition, texts, "en").Gaps.Single(one => one.Name == gap).Message.ShouldBe(english);
        ExerciseJudge.Judge(definition, texts, "zh-CN").Gaps.Single(one => one.Name == gap).Message.ShouldBe(chinese);
    }
}
