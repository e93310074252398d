using AslTutorial.Training.Contracts;
using AslTutorial.Web.Content;
using AslTutorial.Web.Recipes;

namespace AslTutorial.Web.Lessons.Dense;

/// <summary>Lesson 2: the widget about a dense unit, and the course's own run of its net.</summary>
public sealed class DenseModule : LessonModule
{
    public override string Slug => DenseFunctions.Slug;

    public override IReadOnlyDictionary<string, Type> Widgets { get; } = new Dictionary<string, Type> { ["dense-unit"] = typeof(DenseUnitWidget) };

    public override IReadOnlyList<EpochResult> Reference => DenseReference.Epochs;

    public override void AddServices(IServiceCollection services) => services.AddSingleton<IOwnFunctions, DenseFunctions>();
}
