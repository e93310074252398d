namespace AslTutorial.Training.Contracts.Course;

/// <summary>A cell for which there is a program. What comes before it is said by the lesson's lesson.yml alone.</summary>
/// <param name="Id">Its id in the content files and the HTTP API.</param>
/// <param name="Parameters">Its gaps and free parameters.</param>
/// <param name="IsListed">Whether it stands in the lesson; the others only execute the answers of exercises.</param>
public sealed record CellDescription(string Id, IReadOnlyList<CellParameter> Parameters, bool IsListed = true)
{
    /// <summary>The gap or parameter of that name, or null.</summary>
    public CellParameter? Find(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}
