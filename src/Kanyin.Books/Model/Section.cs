using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>A heading and where it stands in the book's tree, which runs across files. Headings inside quotes and lists are not of the tree.</summary>
public sealed class Section
{
    private Section(Heading heading, Chapter chapter, int part, Section? parent, Section? previous)
    {
        Heading = heading;
        Chapter = chapter;
        Part = part;
        Parent = parent;
        Previous = previous;
    }

    public Heading Heading { get; }
    public Chapter Chapter { get; }

    /// <summary>How many parts (部, 篇) the contents have opened so far.</summary>
    public int Part { get; }

    /// <summary>The nearest earlier heading of a higher rank, or null at the top.</summary>
    public Section? Parent { get; }

    /// <summary>The sibling before, or null when this is the first below its parent.</summary>
    public Section? Previous { get; }

    /// <summary>Every section of the book in reading order.</summary>
    public static ImmutableArray<Section> Of(ImmutableArray<Chapter> chapters)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        var open = new Stack<Section>();
        var part = 0;
        foreach (var chapter in chapters)
        {
            part += chapter.Part is null ? 0 : 1;
            foreach (var heading in chapter.Blocks.OfType<Heading>())
            {
                Section? previous = null;
                while (open.TryPeek(out var last) && last.Heading.Level >= heading.Level)
                {
                    previous = open.Pop();
                }

                open.TryPeek(out var parent);
                var section = new Section(heading, chapter, part, parent, previous);
                open.Push(section);
                sections.Add(section);
            }
        }

        return sections.ToImmutable();
    }
}
