namespace Kanyin.Editions.Proofs.Cos;

/// <summary>An object of a PDF file as it stands there (ISO 32000-1 7.3). This file is the whole list.</summary>
internal abstract record CosValue;

internal sealed record CosNull : CosValue;

internal sealed record CosBoolean(bool Value) : CosValue;

internal sealed record CosNumber(double Value) : CosValue
{
    public int Int => (int)Value;
}

/// <summary>The bytes of a literal or hexadecimal string.</summary>
internal sealed record CosString(byte[] Bytes) : CosValue
{
    /// <summary>As a text string (7.9.2.2): UTF-16BE behind its mark, else ASCII, which is all of PDFDocEncoding that is used here.</summary>
    public string Text => Bytes is [0xFE, 0xFF, ..]
        ? System.Text.Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2)
        : System.Text.Encoding.Latin1.GetString(Bytes);
}

internal sealed record CosName(string Value) : CosValue;

internal sealed record CosReference(int Number) : CosValue;

internal sealed record CosArray(List<CosValue> Items) : CosValue;

internal record CosDictionary(Dictionary<string, CosValue> Entries) : CosValue;

/// <param name="Data">As it stands in the file, filters still on it.</param>
internal sealed record CosStream(Dictionary<string, CosValue> Entries, byte[] Data) : CosDictionary(Entries);

/// <summary>A word of syntax that is no object: an operator, obj, endobj, xref.</summary>
internal sealed record CosWord(string Value) : CosValue;
