using System.Collections.Immutable;

namespace Kanyin.Books.Checks.Prose;

/// <summary>Two marks that belong together.</summary>
/// <param name="Outer">The mark that opens the pair around this one, or '\0'.</param>
internal readonly record struct Pair(int Open, int Close, char Outer);

/// <summary>The brackets and quotation marks of a text: those that belong together, and those that nothing opens or closes.</summary>
internal sealed class Pairs
{
    private const string Opening = Signs.Opening + "“‘(";
    private const string Closing = Signs.Closing + "”’)";

    private readonly ImmutableArray<Pair>.Builder _pairs = ImmutableArray.CreateBuilder<Pair>();
    private readonly ImmutableArray<int>.Builder _loose = ImmutableArray.CreateBuilder<int>();
    private readonly List<int> _open = [];
    private readonly string _text;

    private Pairs(string text) => _text = text;

    public ImmutableArray<Pair> All => _pairs.ToImmutable();

    /// <summary>Where a mark has no partner; half-width brackets and apostrophes need none.</summary>
    public ImmutableArray<int> Loose => [.. _loose.Order()];

    public static Pairs Of(string text)
    {
        var pairs = new Pairs(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (Opening.Contains(text[i], StringComparison.Ordinal))
            {
                pairs._open.Add(i);
            }
            else if (Closing.IndexOf(text[i], StringComparison.Ordinal) is var kind and >= 0)
            {
                pairs.Close(i, Opening[kind]);
            }
        }

        pairs.Leave(0);
        return pairs;
    }

    private void Close(int at, char opening)
    {
        var open = _open.FindLastIndex(i => _text[i] == opening);

        // （甲) is one pair of two shapes, whose closing bracket is the wrong one.
        if (open < 0 && opening is '(' or '（' && _open is [.., var other] && _text[other] is '(' or '（')
        {
            _open.RemoveAt(_open.Count - 1);
            _loose.Add(_text[other] == '(' ? other : at);
            return;
        }

        if (open < 0)
        {
            if (opening is not ('(' or '‘'))
            {
                _loose.Add(at);
            }

            return;
        }

        Leave(open + 1);
        _pairs.Add(new Pair(_open[open], at, open > 0 ? _text[_open[open - 1]] : '\0'));
        _open.RemoveAt(open);
    }

    private void Leave(int from)
    {
        _loose.AddRange(_open.Skip(from).Where(i => _text[i] is not ('(' or '‘')));
        _open.RemoveRange(from, _open.Count - from);
    }
}
