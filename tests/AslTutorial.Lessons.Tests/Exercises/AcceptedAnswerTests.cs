using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Tests.Exercises;

/// <summary>Every gap of the three exercises: spellings that are right, and some that are nearly so.</summary>
public sealed class AcceptedAnswerTests
{
    [Theory]
    [InlineData("dataset", "label", "'label'", "\"label\"", " 'label' ", "('label')", "“label”", "‘label’", "＇ｌａｂｅｌ＇", @"'lab\x65l'", "r'label'", "u\"label\"", "f'label'", "'''label'''", "'la' 'bel'", "'la' + 'bel'")]
    [InlineData("dataset", "channels", "IMG_CHS", "1", "28 // 28", "(1)", "IMG_WIDTH // IMG_HEIGHT", "２８//28", "0x1", "--1", "IMG_CHS*1", " 1 ", "+1", "-(-1)")]
    [InlineData("dataset", "width", "IMG_WIDTH", "IMG_HEIGHT", "28", "IMG_CHS * 28", "30 - 2", "０x1c", "IMG_WIDTH*IMG_CHS", "（28）")]
    [InlineData("dataset", "height", "IMG_HEIGHT", "IMG_WIDTH", "28", "784 // 28", "2_8")]
    [InlineData("dataloader", "train_shuffle", "shuffle=True", " shuffle = True ", ", shuffle=True", "shuffle=True,", "shuffle=1", "shuffle=1.0", "shuffle=not False", "shuffle=not 0", "shuffle=not None", "shuffle=bool(1)", "shuffle=(not (False))", "shuffle: true", "shuffle: True", "shuffle:1", "ｓｈｕｆｆｌｅ＝True", "，shuffle=True", "shuffle=(True)")]
    [InlineData("dataloader", "valid_shuffle", "", " ", null, "FIXME", "shuffle=False", "shuffle=None", "shuffle=0", "shuffle=0.0", "shuffle = False", "shuffle=not True", "shuffle=bool(0)", "shuffle=bool('')", "shuffle: false", "shuffle: null")]
    [InlineData("train-validate", "first_name", "validate", " validate ", "(validate)", "ｖａｌｉｄａｔｅ")]
    [InlineData("train-validate", "first_mode", "eval", " eval")]
    [InlineData("train-validate", "first_loader", "valid_loader", "valid＿loader")]
    [InlineData("train-validate", "first_word", "Valid", "'Valid'", "\"Valid\"", "“Valid”", "valid", "VALID", "Validation", "val", "Valid_", "'Valid '", "Validation set", "[Valid]", "验证", "验证集", "Ｖａｌｉｄ")]
    [InlineData("train-validate", "second_name", "train")]
    [InlineData("train-validate", "second_mode", "train", "train\t")]
    [InlineData("train-validate", "second_loader", "train_loader")]
    [InlineData("train-validate", "second_word", "Train", "'Train'", "training", "TRAIN:", "Training set", "训练", "训练集")]
    public void Judge_RightByValue_Correct(string exercise, string gap, params string?[] spellings)
    {
        foreach (var spelling in spellings)
        {
            var definition = CnnExercises.Find(exercise);
            var verdict = ExerciseJudge.Judge(definition, definition.Solution((gap, spelling)), "en");
            verdict.Status.ShouldBe(VerdictStatus.Correct, $"{gap}: {spelling}: {verdict.Message}");
            verdict.Gaps.ShouldAllBe(one => one.Status == VerdictStatus.Correct && one.Message == null);
            verdict.Mistake.ShouldBeNull();
            verdict.Request.ShouldNotBeNull().Stage.ShouldBe(definition.Stage);
        }
    }

    [Theory]
    [InlineData("dataset", "label", "label", "'Label'", "'label '", "'labels'", "0", "None", "'l\u200babel'", "FIXMEE")]
    [InlineData("dataset", "channels", "'1'", "1.0", "True", "3", "-1", "IMG_WIDTH", "BATCH_SIZE", "None", "frame")]
    [InlineData("dataset", "width", "784", "27", "28.0", "'28'", "IMG_CHS")]
    [InlineData("dataloader", "train_shuffle", "shuffle=False", "shuffle='True'", "shuffle=true", "True", "shuffle", "Shuffle=True", "shuffle=2", "shuffle=0.5", "shuffle=not True", "shuffle: false", "drop_last=True", "shuffle=None", "batch_size=32")]
    [InlineData("dataloader", "valid_shuffle", "shuffle=True", "shuffle='False'", "shuffle=false", "False", "drop_last=False", "shuffle=1", "shuffle=1.0", "shuffle=not False", "shuffle: true")]
    [InlineData("train-validate", "first_mode", "evaluate", "train", "'eval'", "Eval", "1")]
    [InlineData("train-validate", "first_word", "Train", "训练", "Epoch", "Validator", "Val{id}", "1")]
    public void Judge_AnotherValue_NotCorrect(string exercise, string gap, params string[] spellings)
    {
        foreach (var spelling in spellings)
        {
            var definition = CnnExercises.Find(exercise);
            foreach (var language in new[] { "zh-CN", "en" })
            {
                var verdict = ExerciseJudge.Judge(definition, definition.Solution((gap, spelling)), language);
                verdict.Status.ShouldBeOneOf(VerdictStatus.Wrong, VerdictStatus.Invalid);
                verdict.Message.ShouldNotBeNullOrWhiteSpace();
                verdict.Gaps.Single(one => one.Name == gap || one.Mistake is not null).Message.ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public void Judge_ExchangedAnswers_RightWhateverTheNamesAreWorth()
    {
        // Were the image not square, the exchange would still hold: it is the file's rule, not a coincidence of values.
        var current = new Dictionary<string, long> { ["IMG_WIDTH"] = 30, ["IMG_HEIGHT"] = 20 };
        Judge("IMG_HEIGHT", "IMG_WIDTH").Status.ShouldBe(VerdictStatus.Correct);
        Judge("20", "30").Status.ShouldBe(VerdictStatus.Correct);
        var twice = Judge("20", "20");
        twice.Status.ShouldBe(VerdictStatus.Wrong);
        twice.Gaps.Count(gap => gap.Status == VerdictStatus.Wrong).ShouldBe(1);

        Verdict Judge(string width, string height) => ExerciseJudge.Judge(
            CnnExercises.Dataset, CnnExercises.Dataset.Solution(("width", width), ("height", height)), "en", current);
    }

    [Fact]
    public void Judge_ChineseKeyboard_SaysWhatItUnderstood()
    {
        var verdict = ExerciseJudge.Judge(CnnExercises.Dataset, CnnExercises.Dataset.Solution(("label", "“label”"), ("width", "２８")), "zh-CN");
        verdict.Gaps.Select(gap => gap.ReadAs).ShouldBe(["'label'", null, "28", null]);
    }
}
