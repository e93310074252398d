using System.Reflection;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using AslTutorial.Training.Contracts;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace AslTutorial.Web.Tests.Architecture;

public sealed class DependencyTests
{
    private const string Contracts = "AslTutorial.Training.Contracts";

    private static readonly System.Reflection.Assembly _web = typeof(AslTutorial.Web.Runs.IRunService).Assembly;
    private static readonly System.Reflection.Assembly _training = typeof(RunOrder).Assembly;
    private static readonly System.Reflection.Assembly _lessons = System.Reflection.Assembly.Load("AslTutorial.Lessons");
    private static readonly ArchUnitNET.Domain.Architecture _architecture = new ArchLoader().LoadAssemblies(_web, _training, _lessons).Build();

    [Fact]
    public void Web_DependsOnTraining_ThroughItsContractsAlone() => Types().That().ResideInAssembly(_web)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(_training).And().DoNotResideInNamespace(Contracts))
        .Check(_architecture);

    [Fact]
    public void Lessons_DependOnNeitherOfTheOthers() => Types().That().ResideInAssembly(_lessons)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(_training).Or().ResideInAssembly(_web))
        .Check(_architecture);

    [Fact]
    public void Contracts_DependOnNothingElseOfTraining() => Types().That().ResideInNamespace(Contracts)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(_training).And().DoNotResideInNamespace(Contracts))
        .Check(_architecture);

    [Fact]
    public void Contracts_HaveNoTorchType()
    {
        // By the references of every member, so that the native library need not be there.
        var types = _training.GetTypes().Where(t => t.Namespace == Contracts).ToList();
        types.Count.ShouldBeGreaterThan(15);
        types.SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(UsedTypes)
            .Select(t => t.Assembly.GetName().Name)
            .ShouldNotContain("TorchSharp");
    }

    [Fact]
    public void Web_References_NoTorch() => _web.GetReferencedAssemblies().Concat(_lessons.GetReferencedAssemblies())
        .Select(a => a.Name)
        .ShouldNotContain("TorchSharp");

    private static IEnumerable<System.Type> UsedTypes(MemberInfo member) => member switch
    {
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
        _ => [],
    };
}
