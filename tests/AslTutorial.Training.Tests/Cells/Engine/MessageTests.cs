using System.Text.Json;
using AslTutorial.Training.Contracts.Cells;
using MessagePack;
using MessagePack.Resolvers;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Engine;

public sealed class MessageTests : CellTests
{
    // The resolvers of SignalR's MessagePack protocol.
    private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard.WithResolver(
        CompositeResolver.Create(DynamicEnumAsStringResolver.Instance, ContractlessStandardResolver.Instance));

    [Fact]
    public void Serialize_Order_ComesBackWhole()
    {
        var order = Of("batch", Unshuffled, Argument("model", "dropout_head", CellValue.Of(.5)), Argument("dataset", "label", CellValue.Name("x")));

        var copy = Copy(order);

        copy.Arguments.ShouldBe(order.Arguments);
        copy.Before.ShouldBe(order.Before);
        copy.ShouldBe(order with { Arguments = copy.Arguments, Before = copy.Before });
    }

    [Theory]
    [InlineData("peek")]
    [InlineData("load")]
    [InlineData("model")]
    public void Serialize_Result_ComesBackWhole(string cell)
    {
        var result = Run(Of(cell));

        var copy = Copy(result);

        JsonSerializer.Serialize(copy).ShouldBe(JsonSerializer.Serialize(result));
    }

    [Fact]
    public void Serialize_Error_ComesBackWhole()
    {
        var result = Run(Of("dataloader", Argument("dataset", "label", CellValue.String("labels"))));

        var copy = Copy(result);

        copy.Outputs.Single().Error!.Trace.ShouldBe(result.Outputs.Single().Error!.Trace);
        copy.Outputs.Single().Error!.Message.ShouldBe("'labels'");
    }

    private static T Copy<T>(T message)
    {
        var cancel = TestContext.Current.CancellationToken;
        return MessagePackSerializer.Deserialize<T>(MessagePackSerializer.Serialize(message, Options, cancel), Options, cancel);
    }
}
