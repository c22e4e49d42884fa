namespace Kanyin.Fuzzing;

/// <summary>Makes inputs out of seeds: pieces of several joined, tokens put in, stretches repeated, left out, moved and spoilt. The same seed of chance gives the same inputs.</summary>
internal sealed class Mutator(Target target, int chance)
{
    private const int MostChanges = 8;
    private const int MostRepeats = 200;
    private const int Longest = 20_000;

    private readonly Random _lot = new(chance);

    public byte[] Next()
    {
        var input = new List<byte>(Piece(Any(target.Seeds)).ToArray());
        for (var changes = _lot.Next(1, MostChanges); changes > 0 && input.Count < Longest; changes--)
        {
            Change(input);
        }

        return [.. input.Take(Longest)];
    }

    private void Change(List<byte> input)
    {
        var at = _lot.Next(input.Count + 1);
        var length = Math.Min(input.Count - at, _lot.Next(1, 40));
        switch (_lot.Next(8))
        {
            case 0 or 1 or 2 when target.Tokens.Count > 0:
                input.InsertRange(at, Any(target.Tokens));
                break;
            case 3:
                input.InsertRange(at, Piece(Any(target.Seeds)).ToArray());
                break;
            case 4:
                input.RemoveRange(at, length);
                break;
            case 5:
                var part = target.Tokens.Count > 0 && _lot.Next(2) == 0 ? Any(target.Tokens) : [.. input.Skip(at).Take(length)];
                input.InsertRange(at, Enumerable.Repeat(part, _lot.Next(1, MostRepeats)).SelectMany(p => p));
                break;
            case 6 when length > 0:
                input[at] = (byte)_lot.Next(256);
                break;
            default:
                var moved = input.GetRange(at, length);
                input.RemoveRange(at, length);
                input.InsertRange(_lot.Next(input.Count + 1), moved);
                break;
        }
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[_lot.Next(choices.Count)];

    /// <summary>Mostly some of it, at times all.</summary>
    private ReadOnlySpan<byte> Piece(byte[] seed)
    {
        if (_lot.Next(3) == 0)
        {
            return seed;
        }

        var start = _lot.Next(seed.Length + 1);
        return seed.AsSpan(start, Math.Min(seed.Length - start, _lot.Next(1, 2_000)));
    }
}
