using System.Collections.Frozen;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck;

/// <summary>The tables, each read when it is first needed and then shared by every book: they never change.</summary>
internal static class Vocabularies
{
    private static readonly FrozenDictionary<string, Lazy<Vocabulary>> Tables =
        new[] { "container", "html5", "mathml", "nav", "ncx", "overlay", "package", "package2", "xhtml11" }
            .ToFrozenDictionary(name => name, name => new Lazy<Vocabulary>(() => Vocabulary.Load(name)), StringComparer.Ordinal);

    public static Vocabulary Of(string name) => Tables[name].Value;
}
