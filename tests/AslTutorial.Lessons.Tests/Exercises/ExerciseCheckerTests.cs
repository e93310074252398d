using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class ExerciseCheckerTests
{
    private static readonly ExerciseDefinition Exercise = CnnExercises.Dataset;

    [Fact]
    public async Task CheckAsync_Wrong_ExecutedAndExplained()
    {
        var executor = new RecordingExecutor(_ => new(OutcomeKind.Raised, "KeyError: 'labels'"));
        var result = await Check(executor, ("label", "'labels'"));
        result.Verdict.Status.ShouldBe(VerdictStatus.Wrong);
        result.Outcome.Text.ShouldBe("KeyError: 'labels'");
        result.Explanation.ShouldBe("Executed with these answers, it ends like this:");
        executor.Requests.Single().Stage.ShouldBe(OutcomeStage.Construct);
    }

    [Fact]
    public async Task CheckAsync_NothingToExecute_ExecutorNotAsked()
    {
        var executor = new RecordingExecutor(_ => new(OutcomeKind.Ran));
        foreach (var text in new[] { "", "((" })
        {
            var result = await Check(executor, ("label", text));
            result.Outcome.Kind.ShouldBe(OutcomeKind.None);
            result.Explanation.ShouldBeNull();
        }

        executor.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("'label'", VerdictStatus.Correct)]
    [InlineData("'labels'", VerdictStatus.Wrong)]
    public async Task CheckAsync_NoExecutorOrAFailingOne_SaysSoAndChangesNothing(string label, VerdictStatus status)
    {
        IExerciseExecutor?[] executors =
        [
            null,
            new RecordingExecutor(_ => throw new InvalidOperationException("worker lost")),
            new RecordingExecutor(_ => throw new TimeoutException()),
            new RecordingExecutor(_ => throw new OperationCanceledException("cancelled by the worker")),
        ];
        foreach (var executor in executors)
        {
            var result = await Check(executor, ("label", label));
            result.Verdict.Status.ShouldBe(status);
            result.Outcome.Kind.ShouldBe(OutcomeKind.None);
            result.Explanation.ShouldBe("This could not be executed just now. That is the site's doing and changes nothing about the verdict.");
        }
    }

    [Fact]
    public async Task CheckAsync_RightAnswerRaises_StillCorrect()
    {
        var result = await Check(new RecordingExecutor(_ => new(OutcomeKind.Raised, "MemoryError")), ("label", "'label'"));
        result.Verdict.Status.ShouldBe(VerdictStatus.Correct);
        result.Explanation.ShouldNotBeNull().ShouldContain("does not count against you");
    }

    [Fact]
    public async Task CheckAsync_UnforeseenWrongAnswerRuns_StillWrong()
    {
        var result = await Check(new RecordingExecutor(_ => new(OutcomeKind.Ran)), ("label", "'pixel2'"));
        result.Verdict.Status.ShouldBe(VerdictStatus.Wrong);
        result.Explanation.ShouldNotBeNull().ShouldContain("runs without an error");
    }

    [Fact]
    public async Task CheckAsync_CallerCancels_Cancelled()
    {
        using var source = new CancellationTokenSource();
        var checker = new ExerciseChecker(new RecordingExecutor(_ =>
        {
            source.Cancel();
            throw new OperationCanceledException(source.Token);
        }));
        await Should.ThrowAsync<OperationCanceledException>(() => checker.CheckAsync(Exercise, Exercise.Solution(), "en", null, source.Token));
    }

    private static Task<CheckedVerdict> Check(IExerciseExecutor? executor, params (string Gap, string? Text)[] texts) =>
        new ExerciseChecker(executor).CheckAsync(Exercise, Exercise.Solution(texts), "en", null, TestContext.Current.CancellationToken);

    private sealed class RecordingExecutor(Func<OutcomeRequest, ExerciseOutcome> answer) : IExerciseExecutor
    {
        public List<OutcomeRequest> Requests { get; } = [];

        public Task<ExerciseOutcome> ExecuteAsync(OutcomeRequest request, CancellationToken cancellation)
        {
            Requests.Add(request);
            return Task.FromResult(answer(request));
        }
    }
}
