using System.Buffers.Binary;
using System.Text.Json;

namespace AslTutorial.Training.Contracts.Tensors;

/// <summary>Reads the safetensors format and refuses whatever does not keep to it.</summary>
public static class SafeTensorsReader
{
    // The format's own limit.
    private const int MaxHeader = 100_000_000;

    /// <summary>Reads a file; the tensors are views of <paramref name="file"/>.</summary>
    /// <exception cref="SafeTensorsException">It is damaged or no such file.</exception>
    public static SafeTensorsFile Read(ReadOnlyMemory<byte> file)
    {
        var headerLength = HeaderLength(file.Span);
        var data = file[(8 + headerLength)..];
        var tensors = new Dictionary<string, TensorData>(StringComparer.Ordinal);
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var ranges = new List<TensorRange>();
        try
        {
            using var header = JsonDocument.Parse(file.Slice(8, headerLength));
            foreach (var entry in header.RootElement.EnumerateObject())
            {
                if (entry.Name == "__metadata__")
                {
                    ReadMetadata(entry.Value, metadata);
                }
                else
                {
                    var range = ReadRange(entry.Name, entry.Value, data.Length);
                    ranges.Add(range);
                    if (!tensors.TryAdd(entry.Name, ReadTensor(range, entry.Value, data)))
                    {
                        throw new SafeTensorsException($"Tensor '{entry.Name}' is in the file twice.");
                    }
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new SafeTensorsException($"The header is no description of tensors: {fault.Message.TrimEnd('.')}.");
        }

        CheckTiling(ranges, data.Length);
        if (metadata.TryGetValue(SafeTensorsFile.ChecksumKey, out var sum) && !FileChecksum.Matches(file.Span, headerLength, sum))
        {
            throw new SafeTensorsException("The file is damaged: its checksum does not match.");
        }

        return new(tensors, metadata);
    }

    private static int HeaderLength(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8)
        {
            throw new SafeTensorsException($"The file is cut off: {file.Length} bytes.");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(file);
        if (length > MaxHeader)
        {
            throw new SafeTensorsException("The file is no safetensors file: its header would be too long.");
        }

        return (int)length <= file.Length - 8
            ? (int)length
            : throw new SafeTensorsException($"The file is cut off in its header: {file.Length - 8} of {length} bytes.");
    }

    private static void ReadMetadata(JsonElement element, Dictionary<string, string> metadata)
    {
        foreach (var entry in element.EnumerateObject())
        {
            metadata[entry.Name] = entry.Value.GetString() ?? string.Empty;
        }
    }

    private static TensorRange ReadRange(string name, JsonElement element, int bytes)
    {
        long[] range = [.. element.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        return range.Length == 2 && range[0] >= 0 && range[1] >= range[0] && range[1] <= bytes
            ? new(name, (int)range[0], (int)range[1])
            : throw new SafeTensorsException(
                $"Tensor '{name}' lies at bytes {string.Join("-", range)}, and the file has {bytes} bytes of numbers: it is cut off or damaged.");
    }

    private static TensorData ReadTensor(TensorRange range, JsonElement element, ReadOnlyMemory<byte> data)
    {
        var typeName = element.GetProperty("dtype").GetString();
        if (!Enum.TryParse<TensorType>(typeName, out var type) || type.ToString() != typeName)
        {
            throw new SafeTensorsException($"Tensor '{range.Name}' has the type '{typeName}', which is not supported.");
        }

        long[] shape = [.. element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        return FitsExactly(shape, TensorData.SizeOf(type), range.End - range.Begin)
            ? new(type, shape, data[range.Begin..range.End])
            : throw new SafeTensorsException(
                $"Tensor '{range.Name}' has the shape [{string.Join(", ", shape)}] and {range.End - range.Begin} bytes of {type}: they do not agree.");
    }

    private static bool FitsExactly(long[] shape, int size, long bytes)
    {
        var expected = (Int128)size;
        foreach (var dimension in shape)
        {
            expected *= dimension;
            if (dimension < 0 || expected > int.MaxValue)
            {
                return false;
            }
        }

        return expected == bytes;
    }

    /// <summary>The format allows neither gaps nor overlaps.</summary>
    private static void CheckTiling(List<TensorRange> ranges, int bytes)
    {
        var position = 0;
        foreach (var range in ranges.OrderBy(range => range.Begin).ThenBy(range => range.End))
        {
            if (range.Begin != position)
            {
                throw new SafeTensorsException($"Tensor '{range.Name}' does not begin where the one before it ends.");
            }

            position = range.End;
        }

        if (position != bytes)
        {
            throw new SafeTensorsException($"The file has {bytes} bytes of numbers and its header describes {position}.");
        }
    }

    private sealed record TensorRange(string Name, int Begin, int End);
}
