using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;

namespace Kanyin.Tests.Reading;

/// <summary>A book folder for one test, gone afterwards.</summary>
internal sealed class TempBook : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("kanyin").FullName;

    public DiagnosticBag Bag { get; private set; } = new();

    /// <summary>The ids of the findings, in order, with their lines.</summary>
    public string Findings => string.Join(' ', Bag.Sorted.Select(d => $"{d.Kind.Id}@{d.At.Line}"));

    public TempBook Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public TempBook Add(string path, byte[] bytes)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public Book? TryRead(string? path = null, DateOnly? date = null)
    {
        Bag = new DiagnosticBag();
        return BookReader.Read(path is null ? Folder : Path.Combine(Folder, path), new ReadingOptions(date), Bag);
    }

    public Book Read(string? path = null) => TryRead(path) ?? throw new InvalidOperationException(string.Join('\n', Bag.Sorted));

    /// <summary>The order of the book, one chapter a line: depth as indent, file, title, part.</summary>
    public string Order() => string.Join('\n', Read().Chapters.Select(c => new string(' ', c.Depth * 2) + c.File.Path + " " + c.Title + (c.Part is null ? "" : " | " + c.Part)));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
