namespace AslTutorial.Lessons.Exercises;

/// <summary>What executing a mistake leads to: the tests compare it with what really happens.</summary>
/// <param name="Stage">How far it is executed: one of the stages that the lesson's programs have, "first-batch".</param>
/// <param name="Error">Python's last line, where it raises: "KeyError: 'labels'", with {value} and {keyword} for the answer's. Null where it runs.</param>
/// <param name="View">What makes the damage visible that raises nothing: one of the lesson's views, "training-curve"; null for nothing beside what was printed.</param>
/// <param name="Classes">How many different labels there are then, where that matters.</param>
/// <param name="Sampler">The class of the sampler, where that matters.</param>
/// <param name="Printed">What one run printed; another has other digits.</param>
public sealed record OutcomeExpectation(
    string Stage,
    string? Error,
    string? View,
    int? Classes,
    string? Sampler,
    IReadOnlyList<string> Printed);
