using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Native;
using TorchSharp;

namespace AslTutorial.Training.Tests.Models;

public sealed class SeededGeneratorTests
{
    private const byte NewObject = 0x73;

    // TorchSharp's constructor takes a device and makes a CPU generator all the same: a GPU run failed at its first step.
    [Fact]
    public void Assembly_EveryMethod_MakesGeneratorsInOnePlaceAlone()
    {
        using var image = new PEReader(File.OpenRead(typeof(SeededGenerator).Assembly.Location));
        var metadata = image.GetMetadataReader();

        var makers = metadata.MethodDefinitions
            .Select(metadata.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0 && MakesGenerator(method))
            .Select(method => metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name));

        makers.ShouldBe([nameof(SeededGenerator)]);

        bool MakesGenerator(MethodDefinition method)
        {
            var code = image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
            return Enumerable.Range(0, Math.Max(0, code.Length - 4)).Any(at =>
                code[at] == NewObject && code[at + 4] == 0x0A && IsGenerator(BitConverter.ToInt32(code, at + 1)));
        }

        bool IsGenerator(int token)
        {
            var row = token & 0xFFFFFF;
            if (row == 0 || row > metadata.GetTableRowCount(TableIndex.MemberRef))
            {
                return false;
            }

            var parent = metadata.GetMemberReference(MetadataTokens.MemberReferenceHandle(row)).Parent;
            return parent.Kind == HandleKind.TypeReference
                && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) == nameof(torch.Generator);
        }
    }

    [Fact]
    public void Create_SameSeed_DrawsTheSameOnTheCpu()
    {
        _ = TestTorch.Device;
        using var one = SeededGenerator.Create(5);
        using var other = SeededGenerator.Create(5);

        using var drawn = torch.rand(8, generator: one);
        using var again = torch.rand(8, generator: other);

        drawn.Equals(again).ShouldBeTrue();
    }
}
