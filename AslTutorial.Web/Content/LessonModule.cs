using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Content;

/// <summary>
/// What only one lesson needs; lessons without special parts have no module. Found by reflection, so that nothing outside the
/// lesson's folder names it.
/// </summary>
public abstract class LessonModule
{
    /// <summary>The lesson's slug.</summary>
    public abstract string Slug { get; }

    /// <summary>The lesson's own widgets, by the id used in its text; they have no parameters.</summary>
    public virtual IReadOnlyDictionary<string, Type> Widgets { get; } = new Dictionary<string, Type>();

    /// <summary>The lesson's own views of a mistake's effect, by name; each component has a parameter Consequence.</summary>
    public virtual IReadOnlyDictionary<string, Type> Views { get; } = new Dictionary<string, Type>();

    /// <summary>A run of the course's own notebook, shown faintly until the learner has a curve.</summary>
    public virtual IReadOnlyList<EpochResult> Reference => [];

    /// <summary>Another lesson's net: the learner's latest run of it is drawn over the curve; null for none.</summary>
    public virtual ModelKind? ComparedWith => null;

    /// <summary>Registers other services that it needs.</summary>
    public virtual void AddServices(IServiceCollection services)
    {
    }
}
