using System.Buffers.Binary;
using System.Text.Json;

namespace AslTutorial.Training.Contracts.Tensors;

/// <summary>
/// Writes the safetensors format: the header's length (8 bytes, little-endian), the header (JSON), the numbers of all
/// tensors one after the other. Python reads it with safetensors.torch.load_file.
/// </summary>
public static class SafeTensorsWriter
{
    // Aligns the numbers to 8 bytes, so that they can be used in place.
    private const int Alignment = 8;

    /// <summary>The file's bytes, with a checksum in its metadata.</summary>
    public static byte[] Write(SafeTensorsFile content)
    {
        // Wider types first keeps every tensor aligned too.
        var tensors = content.Tensors
            .OrderByDescending(pair => TensorData.SizeOf(pair.Value.Type))
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        var header = Header(tensors, content.Metadata);
        var file = new byte[8 + header.Length + tensors.Sum(pair => pair.Value.Bytes.Length)];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)header.Length);
        header.CopyTo(file, 8);
        var position = 8 + header.Length;
        foreach (var (_, tensor) in tensors)
        {
            tensor.Bytes.CopyTo(file.AsMemory(position));
            position += tensor.Bytes.Length;
        }

        FileChecksum.Insert(file, header.Length);
        return file;
    }

    private static byte[] Header(IEnumerable<KeyValuePair<string, TensorData>> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString(SafeTensorsFile.ChecksumKey, FileChecksum.Placeholder);
            foreach (var (key, value) in metadata.Where(pair => pair.Key != SafeTensorsFile.ChecksumKey))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            long position = 0;
            foreach (var (name, tensor) in tensors)
            {
                json.WritePropertyName(name);
                WriteTensor(json, tensor, position);
                position += tensor.Bytes.Length;
            }

            json.WriteEndObject();
        }

        while (stream.Length % Alignment != 0)
        {
            stream.WriteByte((byte)' ');
        }

        return stream.ToArray();
    }

    private static void WriteTensor(Utf8JsonWriter json, TensorData tensor, long position)
    {
        json.WriteStartObject();
        json.WriteString("dtype", tensor.Type.ToString());
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(position);
        json.WriteNumberValue(position + tensor.Bytes.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
