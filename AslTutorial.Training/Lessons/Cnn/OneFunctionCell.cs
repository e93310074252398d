namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>Calls one of the two functions, whatever its name.</summary>
internal sealed class OneFunctionCell(string id) : ShortTrainingCell
{
    public const string First = "first-function";
    public const string Second = "second-function";

    public override string Id => id;

    protected override void Call(TrainValidateCell cell)
    {
        if (id == First)
        {
            cell.CallFirst();
        }
        else
        {
            cell.CallSecond();
        }
    }
}
