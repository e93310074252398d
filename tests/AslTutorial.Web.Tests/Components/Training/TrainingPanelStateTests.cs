using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>What the panel says in each state of a run, in both languages.</summary>
public sealed class TrainingPanelStateTests
{
    [Theory]
    [InlineData("en", "Start training", "Ready to train", "CPU, 2 threads", "20 epochs")]
    [InlineData("zh-CN", "开始训练", "可以开始训练", "CPU，2 线程", "20 轮")]
    public async Task Panel_WithoutARun_OffersToStartWithTheLessonsSettings(string culture, string button, string state, string device, string epochs)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel();
        panel.Find(".tp-start").TextContent.Trim().ShouldBe(button);
        panel.Find(".tp-status").TextContent.ShouldContain(state);
        panel.Find(".tp-status").TextContent.ShouldContain(device);
        panel.Find(".tp-disclosure").TextContent.ShouldContain(epochs);
        panel.Find("training-chart").GetAttribute("run-id").ShouldBeNull();
        panel.Find("training-chart").GetAttribute("curves")!.ShouldContain("263.0673");
    }

    [Theory]
    [InlineData("en", 1, "yours is next")]
    [InlineData("en", 2, "1 run ahead of yours")]
    [InlineData("en", 3, "2 runs ahead of yours")]
    [InlineData("zh-CN", 3, "前面还有 2 个")]
    public async Task Panel_Queued_SaysHowManyAreAhead(string culture, int position, string expected)
    {
        await using var context = new PanelContext(culture);
        context.Panel(SampleRuns.Queued(position)).Find(".tp-status").TextContent.ShouldContain(expected);
    }

    [Theory]
    [InlineData("en", "epoch 3 of 20", "1,340 images/s", "3 min left", "batch 429 of 858", "CPU, 2 threads", "synthetic hands")]
    [InlineData("zh-CN", "第 3 / 20 轮", "每秒 1,340 张", "还剩 3 分钟", "第 429 / 858 批", "CPU，2 线程", "合成手形")]
    public async Task Panel_Running_SaysHowFarHowFastAndOnWhat(string culture, string epoch, string rate, string left, string batch, string device, string data)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel(SampleRuns.Running(2));
        context.Happen(new RunEvent.Batch(SampleRuns.Id, SampleRuns.Batch(2, 429)));
        panel.WaitForAssertion(() => panel.Find(".tp-bar").TextContent.ShouldContain(batch));
        var status = panel.Find(".tp-status").TextContent;
        status.ShouldContain(epoch);
        status.ShouldContain(rate);
        status.ShouldContain(left);
        status.ShouldContain(device);
        status.ShouldContain(data);
        panel.Find("[role=progressbar]").GetAttribute("aria-label").ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("en", "Validation accuracy after epoch 2, the last: 97.74%.", "took 4 min 10 s")]
    [InlineData("zh-CN", "最后一轮（第 2 轮）之后的验证准确率：97.74%。", "用时 4 分 10 秒")]
    public async Task Panel_Completed_NamesTheLastEpochAndOffersTheWeights(string culture, string last, string took)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel(SampleRuns.Ended(RunState.Completed));
        panel.Find(".tp-notices").TextContent.ShouldContain(last);
        panel.FindAll(".tp-notice[data-kind=right]").ShouldBeEmpty();
        panel.Find(".tp-best p").TextContent.ShouldContain("99.22%");
        panel.Find(".tp-status").TextContent.ShouldContain(took);
        panel.Find("a[download]").GetAttribute("href").ShouldBe($"api/runs/{SampleRuns.Id}/weights");
        panel.FindAll(".tp-start").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("en", RunState.Completed, "Validation accuracy after epoch 4, the last: 86.50%. From epoch 2 on it lay between 86.50% and 94.76%.")]
    [InlineData("zh-CN", RunState.Completed, "最后一轮（第 4 轮）之后的验证准确率：86.50%。从第 2 轮起在 86.50% 与 94.76% 之间。")]
    [InlineData("en", RunState.Running, "From epoch 2 on it lay between 86.50% and 94.76%.")]
    [InlineData("en", RunState.Cancelled, "From epoch 2 on it lay between 86.50% and 94.76%.")]
    public async Task Panel_JumpingCurve_SaysTheLastAndTheRange(string culture, RunState state, string expected)
    {
        await using var context = new PanelContext(culture);
        double[] accuracies = [0.99, 0.9476, 0.90, 0.865];
        var panel = context.Panel(SampleRuns.Ended(state) with { Epochs = [.. accuracies.Select((accuracy, epoch) => SampleRuns.Epoch(epoch, accuracy))] });
        panel.Find(".tp-notices").TextContent.ShouldContain(expected);
    }

    [Theory]
    [InlineData("en", "Stopped by its owner.")]
    [InlineData("zh-CN", "训练由发起者停止。")]
    public async Task Panel_Cancelled_SaysSoAndKeepsTheEpochs(string culture, string expected)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel(SampleRuns.Ended(RunState.Cancelled));
        panel.Find(".tp-notices").TextContent.ShouldContain(expected);
        panel.FindAll(".tp-log-lines li").Count.ShouldBe(2);
        panel.FindAll("a[download]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", RunFailureCodes.LossNotFinite, "in epoch 3, batch 12", "smaller learning rate")]
    [InlineData("zh-CN", RunFailureCodes.LossNotFinite, "在第 3 轮第 12 批", "更小的学习率")]
    [InlineData("en", RunFailureCodes.OutOfMemory, "out of memory", "smaller batch size")]
    [InlineData("zh-CN", RunFailureCodes.OutOfMemory, "内存不足", "减小批次大小")]
    [InlineData("en", RunFailureCodes.CheckpointUnreadable, "could not be read", "start it again")]
    [InlineData("zh-CN", RunFailureCodes.CheckpointUnreadable, "读不出来", "重新开始")]
    [InlineData("en", RunFailureCodes.TrainerLostTooOften, "again and again", "fewer images")]
    [InlineData("zh-CN", RunFailureCodes.TrainerLostTooOften, "反复中断", "减少图像")]
    [InlineData("en", RunFailureCodes.Internal, "should not have", "Start the run again")]
    [InlineData("zh-CN", "a-code-of-tomorrow", "不该出的错", "请重新开始")]
    public async Task Panel_Failed_SaysWhyAndWhatToDo(string culture, string code, string why, string todo)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel(SampleRuns.Ended(RunState.Failed, new(code, "Technical text.", 2, 11)));
        var notice = panel.Find(".tp-notice[data-kind=wrong]");
        notice.TextContent.ShouldContain(why);
        notice.TextContent.ShouldContain(todo);
        notice.QuerySelector("details code")!.TextContent.ShouldBe("Technical text.");
    }

    [Theory]
    [InlineData("en", "the run goes on from epoch 3", "waits to go on from epoch 3")]
    [InlineData("zh-CN", "从第 3 轮继续", "正等着从第 3 轮继续")]
    public async Task Panel_Interrupted_SaysWhereItGoesOn(string culture, string running, string queued)
    {
        await using var context = new PanelContext(culture);
        var run = SampleRuns.Running(2) with { Interruptions = 1 };
        var panel = context.Panel(run);
        panel.Find(".tp-notices").TextContent.ShouldContain(running);
        context.Happen(new RunEvent.Changed(run.Id, run with { State = RunState.Queued, Position = 1, Interruptions = 2 }));
        panel.WaitForAssertion(() => panel.Find(".tp-notices").TextContent.ShouldContain(queued));
    }
}
