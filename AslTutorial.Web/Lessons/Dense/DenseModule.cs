namespace AslTutorial.Web.Lessons.Dense;

/// <summary>Lesson 2: what a dense unit sees.</summary>
public sealed class DenseModule : LessonModule
{
    public override string Slug => "dense";

    public override IReadOnlyDictionary<string, Type> Widgets { get; } = new Dictionary<string, Type> { ["dense-unit"] = typeof(DenseUnitWidget) };
}
