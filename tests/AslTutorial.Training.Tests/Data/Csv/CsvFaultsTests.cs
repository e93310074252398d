using System.Text;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Csv;

/// <summary>Each fault: where it is, what was expected, what was found.</summary>
public sealed class CsvFaultsTests
{
    [Theory]
    [InlineData(1, "25", "label", "0 to 24", "\"25\"")]
    [InlineData(1, "-1", "label", "0 to 24", "\"-1\"")]
    [InlineData(1, "a", "label", "0 to 24", "\"a\"")]
    [InlineData(1, "", "label", "0 to 24", "an empty field")]
    [InlineData(18, "256", "pixel17", "0 to 255", "\"256\"")]
    [InlineData(18, "-1", "pixel17", "0 to 255", "\"-1\"")]
    [InlineData(18, "1.5", "pixel17", "0 to 255", "\"1.5\"")]
    [InlineData(18, "NaN", "pixel17", "0 to 255", "\"NaN\"")]
    [InlineData(18, "", "pixel17", "0 to 255", "an empty field")]
    [InlineData(18, " 12", "pixel17", "0 to 255", "\" 12\"")]
    [InlineData(18, "0012", "pixel17", "0 to 255", "\"0012\"")]
    [InlineData(18, "99999999999999999999999999999999", "pixel17", "0 to 255", "\"999999999999999999999999...\"")]
    [InlineData(2, "300", "pixel1", "0 to 255", "\"300\"")]
    [InlineData(785, "256", "pixel784", "0 to 255", "\"256\"")]
    [InlineData(785, "", "pixel784", "0 to 255", "an empty field")]
    [InlineData(785, "1\r2", "pixel784", "0 to 255", "\"1\\r2\"")]
    [InlineData(400, "é", "pixel399", "0 to 255", "\"\\xc3\\xa9\"")]
    [InlineData(400, "?:;", "pixel399", "0 to 255", "\"?:;\"")]
    public void Read_WrongField_NamesLineColumnAndBoth(int column, string field, string name, string expected, string found)
    {
        var fault = FaultOf(CsvText.Lines(CsvText.Header, CsvText.Row(1), CsvText.RowWith(column, field), CsvText.Row(2)));

        fault.Line.ShouldBe(3);
        fault.Column.ShouldBe(column);
        fault.File.ShouldBe("f.csv");
        fault.Message.ShouldStartWith($"f.csv, line 3, column {column} ({name}): expected ");
        fault.Message.ShouldContain(expected);
        fault.Message.ShouldContain($"found {found};");
    }

    [Theory]
    [InlineData("label", "Label", 1, "expected the header label, found \"Label\"")]
    [InlineData("pixel17,", "pixl17,", 18, "expected the header pixel17, found \"pixl17\"")]
    [InlineData("label,pixel1,", "\"label\",\"pixel1\",", 1, "found \"\"label\"\"")]
    [InlineData("label,", "", 1, "expected the header label, found \"pixel1\"")]
    [InlineData(",pixel784", "", 785, "expected the header pixel784 (785 columns in all), found the end of the line after 784 columns")]
    [InlineData(",pixel784", ",pixel784,pixel785", 786, "after 785 columns, found another column, \"pixel785\"")]
    public void Read_WrongHeader_NamesTheColumn(string old, string replaced, int column, string said)
    {
        var fault = FaultOf(CsvText.Lines(CsvText.Header.Replace(old, replaced, StringComparison.Ordinal), CsvText.Row(1)));

        fault.Line.ShouldBe(1);
        fault.Column.ShouldBe(column);
        fault.Message.ShouldContain(said);
    }

    [Fact]
    public void Read_MissingColumn_NamesWhereTheLineEnds()
    {
        var row = CsvText.Row(1);
        var fault = FaultOf(CsvText.Lines(CsvText.Header, row[..row.LastIndexOf(',')], CsvText.Row(2)));

        (fault.Line, fault.Column).ShouldBe((2, 785));
        fault.Message.ShouldContain("expected 785 columns, found the end of the line after 784");
    }

    [Fact]
    public void Read_ColumnTooMany_NamesIt()
    {
        var fault = FaultOf(CsvText.Lines(CsvText.Header, CsvText.Row(1), CsvText.Row(2) + ",77"));

        (fault.Line, fault.Column).ShouldBe((3, 786));
        fault.Message.ShouldContain("found another column, \"77\"");
    }

    [Fact]
    public void Read_EmptyLineBetweenRows_IsNamed()
    {
        var fault = FaultOf(CsvText.Lines(CsvText.Header, CsvText.Row(1), "", CsvText.Row(2)));

        (fault.Line, fault.Column).ShouldBe((3, null));
        fault.Message.ShouldContain("found an empty line");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Read_EmptyFile_SaysSo(string text)
    {
        var fault = FaultOf(text);

        (fault.Line, fault.Column).ShouldBe((1, null));
        fault.Message.ShouldContain("found an empty file");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public void Read_HeaderAlone_SaysSo(string end)
    {
        var fault = FaultOf(CsvText.Header + end);

        (fault.Line, fault.Column).ShouldBe((2, null));
        fault.Message.ShouldContain("found the end of the file");
    }

    [Fact]
    public void Read_FileCutInARow_NamesWhere()
    {
        var text = CsvText.File(1, 2);
        var fault = FaultOf(text[..^200]);

        fault.Line.ShouldBe(3);
        fault.Column.ShouldBe(785 - text[^200..].Count(c => c == ','));
        fault.Message.ShouldContain($"found the end of the file in column {fault.Column}");
    }

    [Fact]
    public void Read_FileCutInTheHeader_NamesWhere()
    {
        var fault = FaultOf("label,pixel1,pix");

        (fault.Line, fault.Column).ShouldBe((1, 3));
        fault.Message.ShouldContain("found the end of the file");
    }

    [Fact]
    public void Read_CarriageReturnsAlone_AreShown()
    {
        var fault = FaultOf(string.Join('\r', CsvText.Header, CsvText.Row(1), CsvText.Row(2)));

        (fault.Line, fault.Column).ShouldBe((1, 785));
        fault.Message.ShouldContain("expected the header pixel784, found \"pixel784\\r1\"");
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "a PNG image")]
    [InlineData("FFFE6C0061006200", "UTF-16")]
    [InlineData("FEFF006C00610062", "UTF-16")]
    [InlineData("6C00610062006500", "binary data")]
    [InlineData("1F8B080000000000", "gzip data (rename it to .csv.gz)")]
    [InlineData("504B030414000000", "a ZIP archive")]
    public void Read_NotText_SaysWhatItIs(string hex, string said)
    {
        var fault = Should.Throw<SignDataException>(() => CsvFile.Read(new MemoryStream(Convert.FromHexString(hex)), "f.csv", CancellationToken.None));

        fault.Line.ShouldBe(1);
        fault.Message.ShouldContain($"expected text that starts with label,pixel1, found {said}");
    }

    [Fact]
    public void Read_OtherText_IsAWrongHeader()
    {
        FaultOf("<!DOCTYPE html><html>").Message.ShouldContain("column 1 (label): expected the header label, found \"<!DOCTYPE html><html>\"");
    }

    [Fact]
    public void Message_AnyFault_IsOneSentence()
    {
        var message = FaultOf(CsvText.Lines(CsvText.Header, CsvText.RowWith(3, "x"))).Message;

        message.ShouldEndWith("; correct the file or download it again.");
        message.ShouldNotContain("\n");
    }

    private static SignDataException FaultOf(string text) =>
        Should.Throw<SignDataException>(() => CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f.csv", CancellationToken.None));
}
