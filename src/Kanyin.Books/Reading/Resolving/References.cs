using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Gives links without words the words that their targets are called by: 第 3 章, 3.2 节, 图 2-1, 《前言》.</summary>
internal sealed class References : TreeRewriter
{
    private readonly Lazy<TargetNames> _names;

    private References(Lazy<TargetNames> names) => _names = names;

    /// <param name="chapters">Numbers and links are resolved.</param>
    public static ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters)
    {
        var references = new References(new Lazy<TargetNames>(() => new TargetNames(chapters)));
        return [.. chapters.AsParallel().AsOrdered().Select(c => c with { Blocks = references.Rewrite(c.Blocks) })];
    }

    protected override Inline Changed(Inline inline) => inline is Link { IsReference: true } link && WordsOf(link.Target) is { Length: > 0 } words ? link with { Inlines = [new Text(link.At, words)] } : inline;

    /// <summary>Null for a link that leads nowhere: the checks report it.</summary>
    private string? WordsOf(LinkTarget target) => target switch
    {
        InternalTarget t => _names.Value.Of(t.Id),
        ExternalTarget t => t.Address,
        _ => null,
    };
}
