using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AslTutorial.Web.Components.Training;

/// <summary>What a run is to be started with, as an address carries it: <c>runs/new?lesson=cnn&amp;epochs=20&amp;seed=1</c>.</summary>
/// <param name="Lesson">The slug.</param>
/// <param name="Settings">Without functions of a learner's own: these are answers, and stay with their run.</param>
public sealed record RunPlan(string Lesson, TrainingSettings Settings)
{
    public const string Page = "runs/new";

    private const string Changes = "changes";

    /// <summary>The address, relative to the site's.</summary>
    public string Address
    {
        get
        {
            var (cnn, query) = (Settings.CnnOrLesson, new QueryBuilder { { "lesson", Lesson }, { "model", Settings.Model.ToString().ToLowerInvariant() } });
            Add("epochs", Settings.Epochs);
            Add("batchSize", Settings.BatchSize);
            Add("learningRate", Settings.LearningRate);
            Add("seed", Settings.Seed);
            if (Settings.TrainLimit is { } limit)
            {
                Add("trainLimit", limit);
            }

            if (Settings.Cnn is not null)
            {
                Add("kernelSize", cnn.KernelSize);
                Add("dropout", cnn.Dropout);
                Add("headDropout", cnn.HeadDropout);
            }

            if (Settings.Steering is { } steering)
            {
                query.Add(Changes, string.Join('~', steering.Rates.Select(c => FormattableString.Invariant($"{c.Epoch}.{c.Batch}:{c.LearningRate}"))));
            }

            return Page + query;

            void Add(string name, IFormattable number) => query.Add(name, number.ToString(null, CultureInfo.InvariantCulture));
        }
    }

    public static RunPlan Of(RunView run) => new(run.Lesson, run.SettingsToRepeat() with { Recipe = null });

    /// <summary>What the address says; what it does not say, or not so that it can be trained with, is as the lesson has it.</summary>
    /// <param name="address">Of the page.</param>
    public static RunPlan Read(Uri address, LessonCourse course)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        var lesson = course.Find(Text("lesson") ?? "") ?? course.All.First(known => known.Net == ModelKind.Cnn);
        var model = Enum.TryParse<ModelKind>(Text("model"), ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : lesson.Net;
        var plain = new TrainingSettings(model);
        var settings = plain;
        Try(settings with { Epochs = Number("epochs", plain.Epochs) });
        Try(settings with { BatchSize = Number("batchSize", plain.BatchSize) });
        Try(settings with { LearningRate = Number("learningRate", plain.LearningRate) });
        Try(settings with { Seed = Number("seed", plain.Seed) });
        Try(settings with { TrainLimit = Text("trainLimit") is null ? null : Number("trainLimit", 0) });
        if (model == ModelKind.Cnn)
        {
            var cnn = CnnOptions.Lesson;
            Try(settings with
            {
                Cnn = new(Number("kernelSize", cnn.KernelSize), Number("dropout", cnn.Dropout), Number("headDropout", cnn.HeadDropout)),
            });
        }

        Try(settings with { Steering = ReadChanges(Text(Changes)) });
        return new(lesson.Slug, settings);

        string? Text(string name) => query.TryGetValue(name, out var values) && !StringValues.IsNullOrEmpty(values) ? values[^1] : null;

        T Number<T>(string name, T otherwise)
            where T : IParsable<T> => T.TryParse(Text(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

        void Try(TrainingSettings next)
        {
            if (next.Faults().Count == 0)
            {
                settings = next;
            }
        }
    }

    private static RunSteering? ReadChanges(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var changes = new List<RateChange>();
        foreach (var part in text.Split('~', TrainingLimits.MaxRateChanges + 1))
        {
            if (part.Split(':') is not [var place, var rate] || place.Split('.') is not [var epoch, var batch]
                || !int.TryParse(epoch, CultureInfo.InvariantCulture, out var e) || !int.TryParse(batch, CultureInfo.InvariantCulture, out var b)
                || !double.TryParse(rate, CultureInfo.InvariantCulture, out var r))
            {
                return null;
            }

            changes.Add(new(e, b, r));
        }

        return new(changes);
    }
}
