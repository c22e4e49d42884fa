using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace Kanyin.Editions.Proofs.Cos;

/// <summary>Reads the objects and operators of PDF syntax (ISO 32000-1 7.2, 7.3) from bytes, one after the other.</summary>
internal sealed class CosReader(byte[] bytes, int start = 0)
{
    private static readonly CosWord _end = new(""), _closesArray = new("]"), _closesDictionary = new(">>");
    private static readonly CosNull _null = new();
    private static readonly CosBoolean _true = new(true), _false = new(false);

    private readonly Dictionary<long, CosWord> _words = [];

    public int Position { get; set; } = start;

    /// <summary>The next object or word; null at the end. Throws <see cref="InvalidDataException"/> for what is no syntax.</summary>
    public CosValue? Next() => Read() is var value && ReferenceEquals(value, _end) ? null : value;

    /// <summary>An object; references are recognised, as they are outside of content streams.</summary>
    public CosValue Object()
    {
        var value = Next() ?? throw Fault("The file ends too early.");
        if (value is not CosNumber { Value: >= 0 } number || number.Value != number.Int)
        {
            return value;
        }

        var here = Position;
        if (Read() is CosNumber && Read() is CosWord { Value: "R" })
        {
            return new CosReference(number.Int);
        }

        Position = here;
        return value;
    }

    private CosValue Read()
    {
        SkipWhiteSpace();
        if (Position >= bytes.Length)
        {
            return _end;
        }

        switch (bytes[Position])
        {
            case (byte)'/': return Name();
            case (byte)'(': return Literal();
            case (byte)'[': return Array();
            case (byte)']': Position++; return _closesArray;
            case (byte)'<' when Peek(1) == '<': return Dictionary();
            case (byte)'<': return Hexadecimal();
            case (byte)'>' when Peek(1) == '>': Position += 2; return _closesDictionary;
            case (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'): return Number();
            default: return Word();
        }
    }

    private int Peek(int ahead) => Position + ahead < bytes.Length ? bytes[Position + ahead] : -1;

    private void SkipWhiteSpace()
    {
        for (; Position < bytes.Length; Position++)
        {
            if (bytes[Position] == '%')
            {
                var rest = bytes.AsSpan(Position).IndexOfAny((byte)'\r', (byte)'\n');
                Position = rest < 0 ? bytes.Length - 1 : Position + rest;
            }
            else if (!IsWhite(bytes[Position]))
            {
                return;
            }
        }
    }

    private CosNumber Number()
    {
        var span = bytes.AsSpan(Position, RegularLength());
        var digits = span[0] == '+' ? span[1..] : span;
        if (!Utf8Parser.TryParse(digits, out double value, out var used) || used != digits.Length)
        {
            throw Fault($"“{Encoding.Latin1.GetString(span)}” is no number.");
        }

        Position += span.Length;
        return new CosNumber(value);
    }

    // 7.3.5: #xx stands for a byte.
    private CosName Name()
    {
        Position++;
        var length = RegularLength();
        var span = bytes.AsSpan(Position, length);
        Position += length;
        if (span.IndexOf((byte)'#') < 0)
        {
            return new CosName(Encoding.UTF8.GetString(span));
        }

        var name = new List<byte>();
        for (var i = 0; i < span.Length; i++)
        {
            var isEscape = span[i] == '#' && i + 2 < span.Length && char.IsAsciiHexDigit((char)span[i + 1]) && char.IsAsciiHexDigit((char)span[i + 2]);
            name.Add(isEscape ? Convert.FromHexString(Encoding.ASCII.GetString(span.Slice(i + 1, 2)))[0] : span[i]);
            i += isEscape ? 2 : 0;
        }

        return new CosName(Encoding.UTF8.GetString([.. name]));
    }

    private CosValue Word()
    {
        var length = Math.Max(1, RegularLength());
        var span = bytes.AsSpan(Position, length);
        Position += length;
        return span switch
        {
            _ when span.SequenceEqual("true"u8) => _true,
            _ when span.SequenceEqual("false"u8) => _false,
            _ when span.SequenceEqual("null"u8) => _null,
            _ => Shared(span),
        };
    }

    // A page repeats few operators very often.
    private CosWord Shared(ReadOnlySpan<byte> word)
    {
        long key = 0;
        foreach (var b in word)
        {
            key = (key << 8) | b;
        }

        if (word.Length > 7)
        {
            return new CosWord(Encoding.Latin1.GetString(word));
        }

        return _words.TryGetValue(key, out var known) ? known : _words[key] = new CosWord(Encoding.Latin1.GetString(word));
    }

    private CosString Literal()
    {
        var text = new List<byte>();
        var depth = 1;
        for (Position++; depth > 0; Position++)
        {
            var b = Peek(0);
            switch (b)
            {
                case -1: throw Fault("A string does not end.");
                case '\\': Escaped(text); break;
                case '(': depth++; text.Add((byte)b); break;
                case ')' when --depth == 0: break;
                default: text.Add((byte)b); break;
            }
        }

        return new CosString([.. text]);
    }

    private void Escaped(List<byte> text)
    {
        Position++;
        var b = Peek(0);
        switch (b)
        {
            case 'n': text.Add((byte)'\n'); break;
            case 'r': text.Add((byte)'\r'); break;
            case 't': text.Add((byte)'\t'); break;
            case 'b': text.Add((byte)'\b'); break;
            case 'f': text.Add((byte)'\f'); break;
            case '\n': break;
            case >= '0' and <= '7':
                var code = b - '0';
                for (var i = 0; i < 2 && Peek(1) is >= '0' and <= '7'; i++)
                {
                    Position++;
                    code = (code * 8) + bytes[Position] - '0';
                }

                text.Add((byte)code);
                break;
            case -1: throw Fault("A string does not end.");
            default: text.Add((byte)b); break;
        }
    }

    private CosString Hexadecimal()
    {
        var end = System.Array.IndexOf(bytes, (byte)'>', Position);
        var digits = end < 0 ? throw Fault("A string does not end.") : string.Concat(Encoding.Latin1.GetString(bytes, Position + 1, end - Position - 1).Where(c => !char.IsWhiteSpace(c)));
        Position = end + 1;
        return digits.All(char.IsAsciiHexDigit) ? new CosString(Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0")) : throw Fault("A string is not hexadecimal.");
    }

    private CosArray Array()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Position++;
        var items = new List<CosValue>();
        while (true)
        {
            var value = Object();
            if (ReferenceEquals(value, _closesArray))
            {
                return new CosArray(items);
            }

            items.Add(value);
        }
    }

    private CosDictionary Dictionary()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Position += 2;
        var entries = new Dictionary<string, CosValue>(StringComparer.Ordinal);
        while (true)
        {
            var key = Object();
            if (ReferenceEquals(key, _closesDictionary))
            {
                return new CosDictionary(entries);
            }

            entries[key is CosName name ? name.Value : throw Fault("A dictionary's key is not a name.")] = Object();
        }
    }

    private int RegularLength()
    {
        var end = Position;
        while (end < bytes.Length && !IsWhite(bytes[end]) && !IsDelimiter(bytes[end]))
        {
            end++;
        }

        return end - Position;
    }

    private static bool IsWhite(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private InvalidDataException Fault(string what) => new($"{what} (byte {Position})");
}
