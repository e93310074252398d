using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Content;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Compare;

/// <summary>Finds curves to draw over a run's: recorded runs of lessons, the reader's own runs, anybody's run by id.</summary>
internal sealed class CurveSource(IRunService runs, LessonModules modules, LessonCourse course, string lesson)
{
    /// <summary>How many of the reader's own runs are offered.</summary>
    private const int Own = 30;

    /// <summary>Recorded runs, this lesson's first.</summary>
    public IReadOnlyList<Curve> Printed { get; } =
    [
        .. modules.All.Where(module => module.Reference.Count > 0)
            .OrderBy(module => module.Slug != lesson).ThenBy(module => module.Slug, StringComparer.Ordinal)
            .Select(module => new Curve(
                module.Slug == lesson ? CurveKeys.Reference : module.Slug,
                new TrainingSettings(course.Find(module.Slug)?.Net ?? ModelKind.Cnn),
                module.Reference,
                CreatedAt: null,
                DataSetInfo.SignMnist)),
    ];

    /// <summary>The reader's own runs, the newest first; without those that ended before their first epoch.</summary>
    public async Task<IReadOnlyList<Curve>> OwnAsync(string learner, CancellationToken cancel) =>
        [.. (await runs.ListAsync(learner, Own, cancel: cancel)).Select(Curve.Of).Where(curve => curve.IsLive || curve.Epochs.Count > 0)];

    /// <summary>The default curves: the recorded run, and the reader's latest run of the net that the lesson compares with.</summary>
    public async Task<IReadOnlyList<Curve>> UsualAsync(string learner, CancellationToken cancel)
    {
        Curve[] reference = [.. Printed.Where(curve => curve.Key == CurveKeys.Reference)];
        if (modules.Find(lesson)?.ComparedWith is not { } other)
        {
            return reference;
        }

        try
        {
            return [.. reference, .. (await OwnAsync(learner, cancel)).Where(curve => curve.Settings.Model == other && !curve.IsLive).Take(1)];
        }
        catch (Exception e) when (StorageFailure.IsOne(e))
        {
            // The training panel logs the fault; the lesson is readable without these curves.
            return reference;
        }
    }

    /// <summary>In the order of the keys; without missing ones.</summary>
    public async Task<IReadOnlyList<Curve>> FindAsync(IEnumerable<string> keys, CancellationToken cancel)
    {
        var found = new List<Curve>();
        foreach (var key in keys)
        {
            var curve = Guid.TryParse(key, out var id)
                ? await runs.FindAsync(id, cancel) is { } run ? Curve.Of(run) : null
                : Printed.FirstOrDefault(printed => printed.Key == key || (key == lesson && printed.Key == CurveKeys.Reference));
            if (curve is not null && !found.Exists(one => one.Key == curve.Key))
            {
                found.Add(curve);
            }
        }

        return found;
    }
}
