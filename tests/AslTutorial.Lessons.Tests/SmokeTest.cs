namespace AslTutorial.Lessons.Tests;

public sealed class SmokeTest
{
    [Fact]
    public void One_IsOne() => 1.ShouldBe(1);
}
