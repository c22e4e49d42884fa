using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Kanyin.Books.Model;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Editions.Pdf;

/// <summary>The pictures of the book, each embedded once however often it is printed.</summary>
internal sealed class Images
{
    // A decoded picture may take half a gigabyte.
    private static readonly ParallelOptions _atOnce = new() { MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount) };

    private readonly Dictionary<string, EmbeddedImage?> _byPath = new(StringComparer.Ordinal);
    private readonly List<PdfRef> _references = [];

    /// <summary>Reads and codes all pictures, several at once. Throws <see cref="IOException"/> when a file cannot be read.</summary>
    /// <param name="resolution">Pixels an inch that are enough.</param>
    public static Images Of(IEnumerable<Page> pages, int resolution)
    {
        var images = new Images();
        var uses = pages.SelectMany(p => p.AllItems.OfType<ImageBox>()).GroupBy(b => b.Picture.Path, StringComparer.Ordinal).ToList();
        var made = new EmbeddedImage?[uses.Count];
        try
        {
            Parallel.ForEach(LargestFirst(uses), _atOnce, i => made[i] = EmbeddedImage.Make(i, uses[i].First().Picture, uses[i].Max(b => b.Width), uses[i].Max(b => b.Height), resolution));
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]); // the machine's fault, which the caller reports as it is
        }

        for (var i = 0; i < made.Length; i++)
        {
            images._byPath.Add(uses[i].Key, made[i]);
        }

        return images;
    }

    /// <summary>The paths of pictures that cannot be drawn.</summary>
    public ImmutableArray<string> Broken => [.. _byPath.Where(p => p.Value is null).Select(p => p.Key).Order(StringComparer.Ordinal)];

    /// <summary>Null when the picture cannot be drawn.</summary>
    public EmbeddedImage? Find(Picture picture) => _byPath[picture.Path];

    public void Write(PdfFile file)
    {
        var profiles = new Dictionary<string, PdfRef>(StringComparer.Ordinal);
        foreach (var image in _byPath.Values)
        {
            _references.Add(file.Reserve());
            image?.Write(file, _references[^1], ProfileOf);
        }

        // A camera puts the same one into all its pictures. ISO 32000-1 8.6.5.5.
        PdfRef ProfileOf(byte[] profile, int components)
        {
            var key = Convert.ToHexString(SHA256.HashData(profile));
            if (!profiles.TryGetValue(key, out var reference))
            {
                profiles.Add(key, reference = file.Stream($"/N {components}/Filter/FlateDecode", PdfFile.Flate(profile)));
            }

            return reference;
        }
    }

    public PdfRef ReferenceOf(EmbeddedImage image) => _references[image.Index];

    // The large ones at once, so that none is left over for the end.
    private static OrderablePartitioner<int> LargestFirst(List<IGrouping<string, ImageBox>> uses) =>
        Partitioner.Create(Enumerable.Range(0, uses.Count).OrderByDescending(i => uses[i].First().Picture.Length), EnumerablePartitionerOptions.NoBuffering);
}
