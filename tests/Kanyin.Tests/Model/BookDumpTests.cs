using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Model;

/// <summary>Every kind of block and inline, made by reflection, goes through everything that must know them all.</summary>
public sealed class BookDumpTests
{
    public static TheoryData<Type> Blocks => [.. Kinds(typeof(Block))];

    public static TheoryData<Type> Inlines => [.. Kinds(typeof(Inline))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_is_dumped_and_walked(Type type)
    {
        var block = (Block)Make(type);
        Assert.NotEmpty(BookDump.Of([block]));
        Assert.Contains(block, Descendants.AllBlocks([block]));
    }

    [Theory]
    [MemberData(nameof(Inlines))]
    public void Every_inline_is_dumped_and_walked(Type type)
    {
        var inline = (Inline)Make(type);
        var paragraph = new Paragraph(inline.At, [inline]);
        Assert.Equal(inline is Note ? 2 : 2 + Descendants.Children(inline).Length, BookDump.Of([paragraph]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.NotNull(PlainText.Of([inline]));
        var chapter = new Chapter(inline.At.File, "c", "t", 0, null, [paragraph]);
        Assert.Contains(inline, chapter.AllInlines());
    }

    private static IEnumerable<Type> Kinds(Type family) => family.Assembly.GetTypes().Where(t => t.IsSubclassOf(family) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal);

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
    }

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(Place) => Place.Of(new SourceFile("a.md", "")),
        var t when t == typeof(string) => "x",
        var t when t == typeof(ImmutableArray<Inline>) => ImmutableArray.Create<Inline>(new Text(default, "x") { At = Place.Of(new SourceFile("a.md", "")) }),
        var t when t == typeof(Image) => new Image(Place.Of(new SourceFile("a.md", "")), "x", "x", null, null),
        var t when t == typeof(Formula) => Formula.Of("x"),
        var t when t == typeof(Lazy<ImmutableArray<CodeToken>>) => new Lazy<ImmutableArray<CodeToken>>([]),
        var t when t == typeof(LinkTarget) => new ExternalTarget("x"),
        var t when t.IsAssignableTo(typeof(IEnumerable)) => t.GetField("Empty")!.GetValue(null),
        var t when t.IsValueType => Activator.CreateInstance(t),
        _ => null,
    };
}
