using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Files;
using FsCheck.Xunit;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class ExerciseReaderTests
{
    private const string File = "exercises/sample.yml";

    private const string Sample = """
        id: sample
        title: { zh-CN: 样本, en: Sample }
        names: { SIZE: 4 }
        objects: [frame]
        outcome: { at: loader }
        gaps:
          - name: first
            kind: integer
            label: { zh-CN: 第一个, en: first }
            accept: [SIZE]
          - name: second
            kind: argument
            label: { zh-CN: 第二个, en: second }
            mayBeEmpty: true
            maxArguments: 2
            accept: ["", "a=1, b=True"]
        mistakes:
          - id: too-many
            when: { first: ["5", "6"] }
            gaps: [first]
            verdict: wrong
            message: { zh-CN: 太多, en: Too many. }
            outcome: { at: construct, kind: error, text: "KeyError: 5" }
        hints:
          - { zh-CN: 提示, en: hint }
        solution: { zh-CN: 说明, en: remark }
        """;

    [Fact]
    public void Read_WholeFile_Definition()
    {
        var exercise = ExerciseReader.Read("sample.yml", Sample);
        exercise.Id.ShouldBe("sample");
        exercise.Title.In("zh-CN").ShouldBe("样本");
        exercise.Names.Values["SIZE"].ShouldBe(4);
        exercise.Names.Knows("frame").ShouldBeTrue();
        exercise.Stage.ShouldBe("loader");
        exercise.Gaps.Select(gap => (gap.Name, gap.Kind, gap.MayBeEmpty)).ShouldBe([("first", GapKind.Integer, false), ("second", GapKind.Argument, true)]);
        var outcome = exercise.Mistakes.Single().Outcome;
        (outcome.Stage, outcome.Error, outcome.View).ShouldBe(("construct", "KeyError: 5", null));
        exercise.Hints.Single().English.ShouldBe("hint");
        exercise.Solution.Chinese.ShouldBe("说明");
    }

    [Fact]
    public void Read_SeveralArguments_InAnyOrder()
    {
        var exercise = ExerciseReader.Read("sample.yml", Sample);
        ExerciseJudge.Judge(exercise, exercise.Solution(("second", "b=True, a=1")), "en").Status.ShouldBe(VerdictStatus.Correct);
        ExerciseJudge.Judge(exercise, exercise.Solution(("second", "b=True")), "en").Status.ShouldBe(VerdictStatus.Wrong);
        ExerciseJudge.Judge(exercise, exercise.Solution(("second", "b=True, a=1, c=2")), "en").Status.ShouldBe(VerdictStatus.Invalid);
    }

    [Fact]
    public void Read_NewMistakeInTheFile_NeedsNoCode()
    {
        const string Added = """
            mistakes:
              - id: zero
                when: { first: ["0"] }
                gaps: [first]
                verdict: wrong
                message: { zh-CN: 零, en: Zero. }
                outcome: { at: loader, kind: silent, show: sampler, sampler: RandomSampler }
            """;
        var exercise = ExerciseReader.Read("sample.yml", Sample.Replace("mistakes:", Added, StringComparison.Ordinal));
        var verdict = ExerciseJudge.Judge(exercise, exercise.Solution(("first", "4 - SIZE")), "en");
        verdict.Message.ShouldBe("Zero.");
        verdict.Request.ShouldNotBeNull().View.ShouldBe("sampler");
    }

    [Theory]
    [InlineData("id: sample\n", "", 1, "'id' is missing")]
    [InlineData("en: Sample ", "", 2, "'title' is missing in en")]
    [InlineData("en: Sample ", "en: '' ", 2, "'en' is missing")]
    [InlineData("SIZE: 4", "SIZE: four", 3, "'SIZE' should be a whole number")]
    [InlineData("outcome: { at: loader }\n", "", 1, "'outcome' is missing")]
    [InlineData("kind: integer", "kind: int", 8, "'int' is no kind; there are string, integer, boolean, name, argument, text, operation")]
    [InlineData("accept: [SIZE]", "accept: []", 7, "gap 'first' accepts no answer: 'accept' is missing or empty")]
    [InlineData("accept: [SIZE]", "accept: SIZE", 10, "'accept' should be a list")]
    [InlineData("accept: [SIZE]", "accept: ['4 +']", 10, "gap 'first': 4 +: Something is missing at the end.")]
    [InlineData("accept: [SIZE]", "accept: ['']", 10, "gap 'first': an answer is empty, and 'mayBeEmpty' is not set")]
    [InlineData("name: second", "name: first", 7, "gap 'first' is there already")]
    [InlineData("mayBeEmpty: true", "mayBeEmpty: yes", 14, "'mayBeEmpty' should be true or false")]
    [InlineData("maxArguments: 2", "maxArguments: 99", 15, "'maxArguments' is 1 to 8")]
    [InlineData("first: [\"5\", \"6\"]", "third: [\"5\"]", 19, "the exercise has no gap 'third'")]
    [InlineData("first: [\"5\", \"6\"]", "", 19, "'when' is missing: the answers that make the mistake, by gap")]
    [InlineData("first: [\"5\", \"6\"]", "first: [\"5\", \"4\"]", 18, "mistake 'too-many' is never met: first: 4 is correct")]
    [InlineData("first: [\"5\", \"6\"]", "first: []", 19, "'first' lists no answers")]
    [InlineData("first: [\"5\", \"6\"]", "first: ", 19, "'first' lists no answers")]
    [InlineData("first: [\"5\", \"6\"]", "first: [\"5\"], second: []", 19, "'second' lists no answers")]
    [InlineData("first: [\"5\", \"6\"]", "first: [\"(\"]", 19, "gap 'first': (: A parenthesis is opened here and never closed.")]
    [InlineData("gaps: [first]", "gaps: [third]", 20, "the exercise has no gap 'third'")]
    [InlineData("gaps: [first]\n", "\n", 18, "'gaps' is missing: where the message stands")]
    [InlineData("verdict: wrong", "verdict: right", 21, "verdict 'right': a mistake is 'wrong'")]
    [InlineData("message: { zh-CN: 太多, en: Too many. }", "message: { zh-CN: 太多 }", 22, "'message' is missing in en")]
    [InlineData("kind: error", "kind: bang", 23, "kind 'bang' is unknown; there are 'error' and 'silent'")]
    [InlineData(", text: \"KeyError: 5\"", "", 23, "an error has a text: Python's last line, as in \"KeyError: 'labels'\"")]
    [InlineData("kind: error, text", "kind: silent, text", 23, "what is silent raises nothing: 'text' belongs to kind 'error'")]
    [InlineData("kind: error, text: \"KeyError: 5\"", "kind: silent", 23, "what is silent shows its damage: 'show' is missing")]
    [InlineData("solution: { zh-CN: 说明, en: remark }", "", 1, "'solution' is missing")]
    [InlineData("hints:", "hint:", 24, "unknown key 'hint'")]
    [InlineData("en: hint", "de: Hinweis", 25, "'hints' is missing in en")]
    [InlineData("objects: [frame]", "exchange: [[first]]", 4, "a group of 'exchange' has 2 to 4 gaps")]
    [InlineData("objects: [frame]", "exchange: [[first, third]]", 4, "the exercise has no gap 'third'")]
    [InlineData("objects: [frame]", "exchange: [first]", 4, "'exchange' should be a list of lists")]
    [InlineData("objects: [frame]", "id: twice", 4, null)]
    public void Read_Fault_NamedWithItsLine(string part, string replacement, int line, string? reason)
    {
        var index = Sample.IndexOf(part, StringComparison.Ordinal);
        var text = string.Concat(Sample.AsSpan(0, index), replacement, Sample.AsSpan(index + part.Length));
        var faults = Faults(text);
        faults.ShouldContain(
            fault => fault.File == File && fault.Line == line && (reason == null || fault.Reason == reason), string.Join("\n", faults));
    }

    [Fact]
    public void Read_TwoMistakesForOneAnswer_SecondIsNeverMet()
    {
        const string Twin = """
            hints:
            """;
        var second = Sample[Sample.IndexOf("  - id: too-many", StringComparison.Ordinal)..Sample.IndexOf("hints:", StringComparison.Ordinal)]
            .Replace("too-many", "also", StringComparison.Ordinal);
        Faults(Sample.Replace(Twin, second + Twin, StringComparison.Ordinal))
            .ShouldBe([new(File, 24, "mistake 'also' is never met with first: 5: 'too-many' is found there")]);
    }

    [Fact]
    public void Read_SeveralFaults_AllOfThem()
    {
        var text = Sample
            .Replace("kind: integer", "kind: whole", StringComparison.Ordinal)
            .Replace("en: hint", "de: Hinweis", StringComparison.Ordinal)
            .Replace("verdict: wrong", "verdict: bad", StringComparison.Ordinal);
        Faults(text).Select(fault => fault.Line).Distinct().ShouldBe([8, 25, 21], ignoreOrder: true);
    }

    [Fact]
    public void Read_NoMapping_Fault()
    {
        Faults("").Single().Reason.ShouldBe("is not a list of keys with values");
        Faults("- a").Single().Reason.ShouldBe("is not a list of keys with values");
        Faults(new string('[', 100_000)).Single().Reason.ShouldBe("is nested too deeply");
        Faults(Sample.Replace("[frame]", "[frame", StringComparison.Ordinal)).Single().Reason.ShouldBe("a bracket or a quote is not closed");
        Should.Throw<LessonContentException>(() => ExerciseReader.Read("x.yml", "a: [")).File.ShouldBe("x.yml");
    }

    // FsCheck found one that the loader, not the parser, trips over.
    [Fact]
    public void Read_AnyPieceCutOut_DefinitionOrFaults()
    {
        const int piece = 217;
        for (var start = 0; start < Sample.Length; start++)
        {
            var faults = new List<LessonContentException>();
            var exercise = ExerciseReader.Read("x.yml", Sample.Remove(start, Math.Min(piece, Sample.Length - start)), faults);
            (exercise is null).ShouldBe(faults.Count > 0);
        }
    }

    [Property(MaxTest = 2000)]
    public void Read_SampleWithAPieceChanged_DefinitionOrFaults(int at, byte length, string? replacement)
    {
        var start = (int)((uint)at % Sample.Length);
        var end = Math.Min(start + length, Sample.Length);
        var faults = new List<LessonContentException>();
        var exercise = ExerciseReader.Read("x.yml", string.Concat(Sample.AsSpan(0, start), replacement, Sample.AsSpan(end)), faults);
        (exercise is null).ShouldBe(faults.Count > 0);
    }

    private static List<LessonFault> Faults(string text)
    {
        var faults = new List<LessonContentException>();
        ExerciseReader.Read(File, text, faults).ShouldBeNull();
        return faults.SelectMany(fault => fault.Faults).ToList();
    }
}
