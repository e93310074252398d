using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Content;

/// <summary>
/// What only one lesson shows. A lesson that needs nothing of the kind has none. Found by its type, as pages are, so that
/// nothing outside the lesson's folder names it.
/// </summary>
public abstract class LessonModule
{
    /// <summary>The lesson's slug.</summary>
    public abstract string Slug { get; }

    /// <summary>The widgets that its text may name beside everybody's, by id; none takes a parameter.</summary>
    public virtual IReadOnlyDictionary<string, Type> Widgets { get; } = new Dictionary<string, Type>();

    /// <summary>The components that show its views of a mistake's damage, by name; each has a parameter Consequence.</summary>
    public virtual IReadOnlyDictionary<string, Type> Views { get; } = new Dictionary<string, Type>();

    /// <summary>A run of the course's own notebook, shown faintly until the learner has a curve of their own.</summary>
    public virtual IReadOnlyList<EpochResult> Reference => [];

    /// <summary>The net of another lesson whose latest run by the learner is laid over the curve; null for none.</summary>
    public virtual ModelKind? ComparedWith => null;

    /// <summary>What else it needs.</summary>
    public virtual void AddServices(IServiceCollection services)
    {
    }
}
