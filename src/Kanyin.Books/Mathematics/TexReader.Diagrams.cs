using System.Collections.Immutable;

namespace Kanyin.Books.Mathematics;

/// <summary>Commutative diagrams, as amscd has them: @>over>under> and its like between the objects.</summary>
internal sealed partial class TexReader
{
    /// <summary>amscd's \minCDarrowwidth, 30 points to a text of 10.</summary>
    private const double DiagramArrow = 3;

    private MathTable Diagram() => Table(TableKind.Diagram, _ => new MathColumn('c'), 0, DiagramCells);

    /// <summary>A lying arrow has a column of its own; a standing one stands under an object, and the column after it is empty.</summary>
    private ImmutableArray<MathNode>.Builder DiagramCells()
    {
        var cells = ImmutableArray.CreateBuilder<MathNode>();
        while (true)
        {
            var cell = Row(Ending.Diagram);
            var end = _source.Peek();
            if (end.IsCharacter('@'))
            {
                _source.Next();
                var arrow = DiagramArrowAt(end);
                cells.AddRange(arrow is MathUpright ? [arrow, MathRow.Empty] : (ReadOnlySpan<MathNode>)[cell, arrow]);
                continue;
            }

            if (end.Kind != TexKind.Ampersand)
            {
                if (cell is not MathRow { Items: [] })
                {
                    cells.Add(cell);
                }
                else if (cells is [.., MathUpright, MathRow { Items: [] }])
                {
                    cells.RemoveAt(cells.Count - 1);
                }

                return cells;
            }

            _source.Next();
            cells.Add(cell);
        }
    }

    private MathNode DiagramArrowAt(TexToken at)
    {
        var sign = _source.RawSkippingSpaces();
        var isWhole = true;
        switch (sign.Text)
        {
            case ">" or ")": return new MathArrow("→", DiagramLabel(sign, ref isWhole), DiagramLabel(sign, ref isWhole)) { Least = DiagramArrow };
            case "<" or "(": return new MathArrow("←", DiagramLabel(sign, ref isWhole), DiagramLabel(sign, ref isWhole)) { Least = DiagramArrow };
            case "V": return new MathUpright("↓", DiagramLabel(sign, ref isWhole), DiagramLabel(sign, ref isWhole));
            case "A": return new MathUpright("↑", DiagramLabel(sign, ref isWhole), DiagramLabel(sign, ref isWhole));
            case "=": return new MathArrow("=", null, null) { Least = DiagramArrow };
            case "|" or "vert": return new MathUpright("‖", null, null);
            case ".": return MathRow.Empty;
            default:
                Report(MathFindings.Malformed, at, "No arrow of a diagram begins so.", "Arrows are @>>> @<<< @VVV @AAA @= @| and @. for none; words stand between the signs.");
                _source.Back(sign);
                return MathRow.Empty;
        }
    }

    /// <summary>What stands up to the sign again, braces apart; null for nothing.</summary>
    private MathNode? DiagramLabel(TexToken sign, ref bool isWhole)
    {
        if (!isWhole)
        {
            return null;
        }

        var tokens = new List<TexToken>();
        for (var depth = 0; _source.Raw() is var token;)
        {
            if (token.Kind == TexKind.End || (depth == 0 && (token.Is("\\") || token.Is("end"))))
            {
                Report(MathFindings.Malformed, sign, $"An arrow of a diagram has three {sign.Text}.");
                _source.Back(token);
                isWhole = false;
                break;
            }

            if (depth == 0 && token.Kind == sign.Kind && token.Text == sign.Text)
            {
                break;
            }

            depth += token.Kind switch { TexKind.OpenBrace => 1, TexKind.CloseBrace => -1, _ => 0 };
            tokens.Add(token);
        }

        return tokens.Count == 0 ? null : Inner(tokens) is var label && label is MathClassed { Body: var body } ? body : label;
    }
}
