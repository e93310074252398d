using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Tests.Contracts;

public sealed class NetShapeTests
{
    // By PyTorch's rule floor((side + 2 - kernel) / 1) + 1, then floor(side / 2), three times, by hand.
    [Theory]
    [InlineData(1, 17, 75 * 5 * 5)]
    [InlineData(3, 14, 75 * 3 * 3)]
    [InlineData(5, 11, 75)]
    public void FlattenedSize_AKernel_IsWhatTheCellsComputeToo(int kernel, int secondSide, int flattened)
    {
        var shape = new NetShape(ModelKind.Cnn, kernel);

        (shape.SecondSide, shape.FlattenedSize, shape.Fault()).ShouldBe((secondSide, flattened, null));
    }

    [Fact]
    public void Fault_KernelThatDoesNotFit_NamesTheLayerAndWhatPyTorchSays()
    {
        var fault = new NetShape(ModelKind.Cnn, 7).Fault();

        fault.ShouldBe("convolution 3 gets maps of 6 x 6, padding included, and its kernel is 7 x 7: \"Kernel size can't be greater than actual input size\"");
    }

    [Theory]
    [InlineData(2, "kernelSize is one of 1, 3, 5, 7, not 2")]
    [InlineData(7, "kernelSize 7 makes no net: convolution 3")]
    public void Faults_KernelThatMakesNoNet_IsNamed(int kernel, string start)
    {
        var fault = new TrainingSettings(Cnn: new(kernel)).Faults().ShouldHaveSingleItem();

        fault.Field.ShouldBe("kernelSize");
        fault.Message.ShouldStartWith(start);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.95)]
    [InlineData(double.NaN)]
    public void Faults_DropoutOutsideItsLimits_IsNamed(double dropout)
    {
        new TrainingSettings(Cnn: new(Dropout: dropout)).Faults().ShouldHaveSingleItem().Field.ShouldBe("dropout");
        new TrainingSettings(Cnn: new(HeadDropout: dropout)).Faults().ShouldHaveSingleItem().Field.ShouldBe("headDropout");
    }
}
