using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Gives every heading, figure, note and placed target its id, and remembers by which names links call them.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, Names> _files = new(StringComparer.Ordinal);
    private readonly Ids _ids = new();

    /// <summary>Chapters in reading order; the same book gives the same ids.</summary>
    public ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters) =>
        [.. chapters.Select(c => c with { Blocks = new Naming(c.File.Path, _ids, _files[c.File.Path] = new Names()).Rewrite(c.Blocks) })];

    /// <summary>The id of a name in a file; GitHub compares without regard to letter case.</summary>
    public string? Find(string file, string name) => _files.TryGetValue(file, out var names) ? names.Find(name) : null;

    public IEnumerable<string> NamesIn(string file) => _files.TryGetValue(file, out var names) ? names.All : [];

    private sealed class Names
    {
        private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _folded = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, string> _others = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<string> All => _exact.Keys;

        public bool Has(string name) => _exact.ContainsKey(name);

        public void Add(string name, string id)
        {
            _exact.TryAdd(name, id);
            _folded.TryAdd(name, id);
        }

        /// <summary>A name that counts only where no other thing has it.</summary>
        public void AddOther(string name, string id) => _others.TryAdd(name, id);

        public string? Find(string name) => _exact.GetValueOrDefault(name) ?? _folded.GetValueOrDefault(name) ?? _others.GetValueOrDefault(name);
    }

    private sealed class Naming(string file, Ids ids, Names names) : TreeRewriter
    {
        private readonly Dictionary<string, Note> _notes = new(StringComparer.Ordinal);

        protected override Inline Changed(Inline inline)
        {
            if (inline is not Anchor anchor)
            {
                return inline;
            }

            var id = ids.Take('a', file + "#" + anchor.Name);
            names.Add(anchor.Name, id);
            return anchor with { Id = id };
        }

        protected override Block Changed(Block block) => block switch
        {
            Heading h => Named(h),
            Figure f => Named(f with { Id = ids.Take('f', file + "!" + f.Image.Source) }),
            Captioned { Anchors: [var first, ..] } c => Named(c with { Id = ids.Take('b', file + "#" + first) }),
            _ => block,
        };

        private Captioned Named(Captioned block)
        {
            foreach (var name in block.Anchors)
            {
                names.Add(name, block.Id);
            }

            return block;
        }

        protected override Note Rewrite(Note note)
        {
            if (!_notes.TryGetValue(note.Label, out var first))
            {
                _notes[note.Label] = first = base.Rewrite(note) with { Id = ids.Take('n', file + "^" + note.Label) };
            }

            return first with { At = note.At };
        }

        private Heading Named(Heading heading)
        {
            var words = PlainText.Of(heading.Inlines);
            var slug = Slug.Of(words);
            var isGiven = heading.Anchor.Length > 0;
            var anchor = isGiven ? heading.Anchor : Unused(slug);
            var id = ids.Take('h', file + "#" + anchor);
            names.Add(anchor, id);
            if (isGiven && slug.Length > 0)
            {
                // Links written for GitHub, which does not know {#id}, still land.
                names.Add(slug, id);
            }

            foreach (var other in Slug.Others(words).Append(Numbered(words)))
            {
                names.AddOther(other, id);
            }

            return heading with { Id = id, Anchor = anchor };
        }

        /// <summary>GitHub's way with equal headings: -1, -2.</summary>
        private string Unused(string slug)
        {
            var anchor = slug;
            for (var n = _next.GetValueOrDefault(slug, 1); names.Has(anchor); n++)
            {
                anchor = $"{slug}-{n.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
                _next[slug] = n + 1;
            }

            return anchor;
        }

        /// <summary>MkDocs' way when nothing else is set: only the ASCII counts, and what has none, or is there already, is _1, _2.</summary>
        private string Numbered(string words)
        {
            var slug = Slug.Of(string.Concat(words.Where(char.IsAscii))).Trim('-');
            var n = _seen[slug] = _seen.GetValueOrDefault(slug, slug.Length == 0 ? 0 : -1) + 1;
            return n == 0 ? slug : $"{slug}_{n.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        }

        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);
    }
}
