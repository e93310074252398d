using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Csv;

public sealed class SignFolderTests
{
    [Theory]
    [InlineData("sign_mnist_train.csv", "sign_mnist_valid.csv")]
    [InlineData("sign_mnist_train.csv", "sign_mnist_test.csv")]
    [InlineData("sign_mnist_train.csv.gz", "sign_mnist_test.csv.gz")]
    [InlineData("sign_mnist_train.csv.gz", "sign_mnist_valid.csv")]
    public void Find_EveryAcceptedName_IsFound(string train, string valid)
    {
        using var folder = new ScratchFolder();
        folder.Write(train, "");
        folder.Write(valid, "");

        var found = SignFolder.Find(folder.Path, null);

        (found.Train.Name, found.Valid.Name).ShouldBe((train, valid));
        found.Train.IsGzip.ShouldBe(train.EndsWith(".gz", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "sign_mnist_train.csv and sign_mnist_valid.csv (or sign_mnist_test.csv)")]
    [InlineData("sign_mnist_valid.csv", "lacks sign_mnist_train.csv;")]
    [InlineData("sign_mnist_train.csv", "lacks sign_mnist_valid.csv (or sign_mnist_test.csv);")]
    public void Find_MissingFile_NamesTheFolderAndTheNames(string present, string said)
    {
        using var folder = new ScratchFolder();
        if (present.Length > 0)
        {
            folder.Write(present, "");
        }

        var fault = Should.Throw<SignDataException>(() => SignFolder.Find(folder.Path, null));

        fault.Message.ShouldContain(folder.Path);
        fault.Message.ShouldContain(said);
    }

    [Fact]
    public void Find_NoSuchFolder_SaysSo()
    {
        using var folder = new ScratchFolder();

        Should.Throw<SignDataException>(() => SignFolder.Find(folder["nowhere"], null)).Message.ShouldContain($"{folder["nowhere"]} does not exist");
    }

    [Fact]
    public void Find_AFile_IsNoFolder()
    {
        using var folder = new ScratchFolder();
        folder.Write("sign_mnist_train.csv", "");

        Should.Throw<SignDataException>(() => SignFolder.Find(folder["sign_mnist_train.csv"], null)).Message.ShouldContain("is a file, not a folder");
    }

    [Fact]
    public void Find_PlainAndGzip_TakesThePlainOneAndSaysSo()
    {
        using var folder = new ScratchFolder();
        var notes = new Notes();
        folder.Write("sign_mnist_train.csv", "");
        folder.Write("sign_mnist_train.csv.gz", "");
        folder.Write("sign_mnist_valid.csv", "");

        SignFolder.Find(folder.Path, notes).Train.Name.ShouldBe("sign_mnist_train.csv");

        notes.All.ShouldHaveSingleItem().ShouldContain("the plain file is read");
    }

    [Fact]
    public void Find_ValidAndTest_IsRefused()
    {
        using var folder = new ScratchFolder();
        folder.Write("sign_mnist_train.csv", "");
        folder.Write("sign_mnist_valid.csv", "");
        folder.Write("sign_mnist_test.csv.gz", "");

        Should.Throw<SignDataException>(() => SignFolder.Find(folder.Path, null)).Message.ShouldContain("holds both sign_mnist_valid.csv and sign_mnist_test.csv.gz");
    }
}
