using AslTutorial.Web.Learners;

namespace AslTutorial.Web.Tests.Components.Training;

internal sealed class FakeLearner : ILearner
{
    public ValueTask<string> GetIdAsync() => new("learner");
}
