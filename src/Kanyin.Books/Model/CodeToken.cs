namespace Kanyin.Books.Model;

/// <summary>What a stretch of code is, for quiet colours.</summary>
public enum CodeTokenKind
{
    Comment,
    Keyword,
    String,
    Number,
    Type,
    Function,
}

/// <summary>A stretch of <see cref="CodeBlock.Text"/>, in UTF-16 units.</summary>
public readonly record struct CodeToken(int Start, int Length, CodeTokenKind Kind);
