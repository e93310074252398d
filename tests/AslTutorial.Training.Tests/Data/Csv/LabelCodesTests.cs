using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Csv;

public sealed class LabelCodesTests
{
    [Fact]
    public void Recognise_Label24_IsThePublishedCoding()
    {
        LabelCodes.Recognise([Table("t", 0, 24), Table("v", 3)], out var settled).ShouldBe(LabelCoding.Alphabet);
        settled.ShouldBeTrue();
    }

    [Fact]
    public void Recognise_Label9InEitherFile_IsContiguous()
    {
        LabelCodes.Recognise([Table("t", 0, 12), Table("v", 9)], out var settled).ShouldBe(LabelCoding.Contiguous);
        settled.ShouldBeTrue();
    }

    [Fact]
    public void Recognise_NeitherAndItMatters_IsThePublishedCodingUnsettled()
    {
        LabelCodes.Recognise([Table("t", 0, 12), Table("v", 10)], out var settled).ShouldBe(LabelCoding.Alphabet);
        settled.ShouldBeFalse();
    }

    [Fact]
    public void Recognise_OnlyLabelsThatMeanTheSame_IsSettled()
    {
        LabelCodes.Recognise([Table("t", 0, 8), Table("v", 3)], out var settled);
        settled.ShouldBeTrue();
    }

    [Fact]
    public void Recognise_OneNineAmongMany24_PointsAtTheNine()
    {
        var fault = Should.Throw<SignDataException>(() => LabelCodes.Recognise([Table("t.csv", 1, 24, 24, 9), Table("v.csv", 24)], out _));

        (fault.File, fault.Line, fault.Column).ShouldBe(("t.csv", 5, 1));
        fault.Message.ShouldContain("line 5, column 1 (label): expected a label of the coding 0-24 without 9, because line 3 has 24, found 9");
    }

    [Fact]
    public void Recognise_One24AmongManyNines_PointsAtThe24()
    {
        var fault = Should.Throw<SignDataException>(() => LabelCodes.Recognise([Table("t.csv", 9, 9, 24)], out _));

        fault.Message.ShouldContain("line 4, column 1 (label): expected a label of the coding 0-23, because line 2 has 9, found 24");
    }

    [Fact]
    public void Recognise_FilesThatDisagree_NamesBoth()
    {
        var fault = Should.Throw<SignDataException>(() => LabelCodes.Recognise([Table("t.csv", 24, 24), Table("v.csv", 3, 9)], out _));

        fault.Message.ShouldStartWith("v.csv, line 3, column 1");
        fault.Message.ShouldContain("because t.csv, line 2 has 24");
    }

    [Theory]
    [InlineData(true, "24", "0-23")]
    [InlineData(false, "9", "0-24 without 9")]
    public void Recognise_PartOfAFileInTheOtherCoding_NoticedByItsImages(bool isPublished, string proof, string named)
    {
        var (coding, other) = isPublished ? (LabelCoding.Alphabet, LabelCoding.Contiguous) : (LabelCoding.Contiguous, LabelCoding.Alphabet);
        var whole = CodedTable.Of(CodedTable.Images(480, seed: 1), coding, "t.csv");
        var part = CodedTable.Part(CodedTable.Images(240, seed: 2), 0, 240);

        LabelCodes.Recognise([whole, CodedTable.Of(part, coding, "v.csv")], out _).ShouldBe(coding);
        var fault = Should.Throw<SignDataException>(() => LabelCodes.Recognise([whole, CodedTable.Of(part, other, "v.csv")], out _));
        Should.Throw<SignDataException>(() => LabelCodes.Recognise([CodedTable.Of(part, other, "t.csv"), whole with { File = "v.csv" }], out _)).File.ShouldBe("t.csv");

        fault.File.ShouldBe("v.csv");
        fault.Message.ShouldContain($"has {proof}, but from this line on the images fit the coding {named}");
    }

    [Fact]
    public void Normalise_BothCodings_GiveTheSameClasses()
    {
        byte[] published = [.. ScratchFolder.PublishedLabels.Select(label => (byte)label)];
        byte[] contiguous = [.. Enumerable.Range(0, 24).Select(label => (byte)label)];

        LabelCodes.Normalise(published, LabelCoding.Alphabet);
        LabelCodes.Normalise(contiguous, LabelCoding.Contiguous);

        published.ShouldBe(Enumerable.Range(0, 24).Select(label => (byte)label));
        contiguous.ShouldBe(published);
    }

    private static CsvTable Table(string file, params byte[] codes) => new(file, [], codes);
}
