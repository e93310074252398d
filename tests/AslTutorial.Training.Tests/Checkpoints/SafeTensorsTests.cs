using System.Buffers.Binary;
using System.Text;
using AslTutorial.Training.Contracts.Tensors;

namespace AslTutorial.Training.Tests.Checkpoints;

public sealed class SafeTensorsTests
{
    [Fact]
    public void Read_WrittenFile_GivesTheSame()
    {
        var content = Sample();

        var read = SafeTensorsReader.Read(SafeTensorsWriter.Write(content));

        read.Tensors.Keys.Order(StringComparer.Ordinal).ShouldBe(["a", "b", "empty", "scalar"]);
        read.Get("a", TensorType.F32, 2, 3).Numbers<float>().ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
        read.Get("b", TensorType.I64, 1).Numbers<long>().ToArray().ShouldBe([long.MaxValue]);
        read.Get("empty", TensorType.I32, 0, 4).Bytes.Length.ShouldBe(0);
        read.Get("scalar", TensorType.F64).Numbers<double>()[0].ShouldBe(0.1);
        read.Metadata["note"].ShouldBe("zwei \"Worte\"");
    }

    [Fact]
    public void Read_FileCutOffAnywhere_IsRefused()
    {
        var file = SafeTensorsWriter.Write(Sample());
        for (var length = 0; length < file.Length; length++)
        {
            Should.Throw<SafeTensorsException>(() => SafeTensorsReader.Read(file.AsMemory(0, length)), $"{length} bytes");
        }
    }

    [Theory]
    [InlineData("[]", "no description")]
    [InlineData("{", "no description")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "no description")]
    [InlineData("""{"a":{"dtype":"BF16","shape":[4],"data_offsets":[0,8]}}""", "'BF16'")]
    [InlineData("""{"a":{"dtype":"1","shape":[1],"data_offsets":[0,8]}}""", "'1'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "do not agree")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "do not agree")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", "do not agree")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "cut off or damaged")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "cut off or damaged")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "describes 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "does not begin where")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "does not begin where")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "twice")]
    public void Read_FaultyHeader_SaysWhy(string header, string reason) =>
        Should.Throw<SafeTensorsException>(() => SafeTensorsReader.Read(File(header, new byte[8]))).Message.ShouldContain(reason);

    [Fact]
    public void Read_HeaderLongerThanAllowed_IsRefused()
    {
        var file = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(file, ulong.MaxValue);

        Should.Throw<SafeTensorsException>(() => SafeTensorsReader.Read(file)).Message.ShouldContain("too long");
    }

    [Fact]
    public void Read_FileOfAnotherProgram_NeedsNoChecksum()
    {
        var read = SafeTensorsReader.Read(File("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", new byte[8]));

        read.Get("a", TensorType.F32, 2).Numbers<float>().ToArray().ShouldBe([0, 0]);
    }

    private static byte[] File(string header, byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. data];
    }

    private static SafeTensorsFile Sample() => new(
        new Dictionary<string, TensorData>
        {
            ["a"] = TensorData.Of<float>(TensorType.F32, [2, 3], [1, 2, 3, 4, 5, 6]),
            ["b"] = TensorData.Of<long>(TensorType.I64, [1], [long.MaxValue]),
            ["empty"] = TensorData.Of<int>(TensorType.I32, [0, 4], []),
            ["scalar"] = TensorData.Of<double>(TensorType.F64, [], [0.1]),
        },
        new Dictionary<string, string> { ["note"] = "zwei \"Worte\"" });
}
