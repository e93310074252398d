using AslTutorial.Training.Contracts;
using AslTutorial.Web.Content;
using AslTutorial.Web.Recipes;

namespace AslTutorial.Web.Lessons.Cnn;

/// <summary>Lesson 3: the learner's own two functions, the views about shuffling, and the course's own run of its net.</summary>
public sealed class CnnModule : LessonModule
{
    public override string Slug => CnnFunctions.Slug;

    public override IReadOnlyDictionary<string, Type> Views { get; } = new Dictionary<string, Type>
    {
        ["sampler"] = typeof(SamplerComparison),
        ["validation-order"] = typeof(OrderComparison),
    };

    public override IReadOnlyList<EpochResult> Reference => CnnReference.Epochs;

    public override ModelKind? ComparedWith => ModelKind.Dense;

    public override void AddServices(IServiceCollection services) => services.AddSingleton<IOwnFunctions, CnnFunctions>();
}
