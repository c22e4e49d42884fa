using Kanyin.Editions.EpubCheck.Package;

namespace Kanyin.Editions.EpubCheck;

/// <summary>Where every address of the book leads (EPUB 3.3 3.2 to 3.6 and 4.2.5).</summary>
internal sealed class ReferenceCheck(EpubBook book, PackageFile package)
{
    private readonly Findings _findings = book.Findings;
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Spine, int Id)> _last = new(StringComparer.Ordinal);

    public void Check()
    {
        foreach (var reference in book.References)
        {
            Check(reference);
        }

        CheckReachable();
        book.References.Clear();
    }

    private void Check(Reference reference)
    {
        var address = reference.Address;
        if (address.Length == 0)
        {
            return;
        }

        if (Address.Trouble(address) is { } trouble)
        {
            _findings.Add(EpubKinds.BadAddress, reference.At, $"“{address}” is no address: {trouble}.");
            return;
        }

        switch (Address.Scheme(address))
        {
            case "data":
                if (reference.Use is Purpose.Link or Purpose.Nav or Purpose.Ncx)
                {
                    _findings.Add(EpubKinds.BadAddress, reference.At, "A link cannot lead to data that is written in it.");
                }

                break;
            case "file":
                _findings.Add(EpubKinds.BadAddress, reference.At, $"“{address}” is a file of somebody's machine.");
                break;
            case null when !address.StartsWith("//", StringComparison.Ordinal):
                CheckLocal(reference);
                break;
            default:
                CheckRemote(reference);
                break;
        }
    }

    private void CheckRemote(Reference reference)
    {
        var address = reference.Address;
        switch (reference.Use)
        {
            case Purpose.Link or Purpose.Cite or Purpose.PackageLink or Purpose.Ncx or Purpose.Other:
                break;
            case Purpose.Nav:
                _findings.Add(EpubKinds.Nav, reference.At, $"The contents lead out of the book, to {address}.");
                break;
            case Purpose.Media or Purpose.Font or Purpose.OverlayAudio when !package.IsEpub2:
                if (!package.ByPath.ContainsKey(address.Split('#')[0]))
                {
                    _findings.Add(EpubKinds.Undeclared, reference.At, $"{address} is not in the manifest.");
                }

                if (address.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
                {
                    _findings.Add(EpubKinds.Insecure, reference.At, $"{address} is fetched without encryption.", "Use https.");
                }

                break;
            default:
                _findings.Add(EpubKinds.Remote, reference.At, $"{address} must be in the book.");
                break;
        }
    }

    private void CheckLocal(Reference reference)
    {
        var address = reference.Address;
        var (path, fragment) = Address.Resolve(reference.FromPath, address);
        if (path is null || address.StartsWith('/'))
        {
            _findings.Add(EpubKinds.BadAddress, reference.At, $"“{address}” leads out of the archive.");
            return;
        }

        if (address.Split('#')[0].Contains('?', StringComparison.Ordinal))
        {
            _findings.Add(EpubKinds.BadAddress, reference.At, $"“{address}” has a query, which the files of an archive cannot answer.");
        }

        var item = package.ByPath.GetValueOrDefault(path);
        if (!book.Has(path))
        {
            if (item is null)
            {
                _findings.Add(reference.Use == Purpose.PackageLink ? EpubKinds.OddMetadata : EpubKinds.MissingTarget, reference.At, $"There is no file {path}.");
            }

            return;
        }

        if (item is null)
        {
            if (reference.Use is not (Purpose.Cite or Purpose.PackageLink))
            {
                _findings.Add(EpubKinds.Undeclared, reference.At, $"{path} is not in the manifest.");
            }

            return;
        }

        CheckUse(reference, item);
        CheckFragment(reference, item, fragment);
        if (reference.Use == Purpose.Nav)
        {
            CheckOrder(reference, item, fragment);
        }
    }

    private void CheckUse(Reference reference, ManifestItem item)
    {
        switch (reference.Use)
        {
            case Purpose.Link or Purpose.Nav or Purpose.Ncx:
                if (reference.Use == Purpose.Link || !IsSelf(reference, item))
                {
                    _linked.Add(item.Path);
                }

                CheckLink(reference, item);
                break;
            case Purpose.StyleSheet when item.IsCore && item.MediaType != "text/css":
                _findings.Add(EpubKinds.UnlikelyUse, reference.At, $"{item.Path} is {item.MediaType} and no style sheet.");
                break;
            case Purpose.Picture when item.IsCore && !item.IsPicture:
                _findings.Add(EpubKinds.UnlikelyUse, reference.At, $"{item.Path} is {item.MediaType} and no picture.");
                break;
            case Purpose.OverlayAudio when item.MediaType is not ("audio/mpeg" or "audio/mp4") && !item.MediaType.StartsWith("audio/ogg", StringComparison.Ordinal):
                _findings.Add(EpubKinds.WrongUse, reference.At, $"{item.Path} is {item.MediaType}, which is no sound that every reader plays.");
                break;
            case Purpose.Picture or Purpose.Media or Purpose.Frame or Purpose.Overlay or Purpose.StyleSheet when !item.IsCore && !item.IsFilm && item.MediaType != "text/x-oeb1-css":
                Foreign(reference, item);
                break;
            case Purpose.SvgUse when !reference.Address.Contains('#', StringComparison.Ordinal):
                _findings.Add(EpubKinds.WrongUse, reference.At, "use must lead to a part of a drawing (#…).");
                break;
        }
    }

    private static bool IsSelf(Reference reference, ManifestItem item) => reference.FromPath == item.Path;

    private void CheckLink(Reference reference, ManifestItem item)
    {
        bool IsReadable(ManifestItem i) => i.IsDocument || (package.IsEpub2 && i.MediaType is "application/x-dtbook+xml" or "text/x-oeb1-document");
        if (!IsReadable(item) && !package.Fallbacks(item).Any(IsReadable))
        {
            _findings.Add(EpubKinds.WrongUse, reference.At, $"The link leads to {item.Path}, which is no page of the book ({item.MediaType}).");
        }
        else if (package.Position(item) is null)
        {
            _findings.Add(EpubKinds.OutsideSpine, reference.At, $"The link leads to {item.Path}, which is not in the spine.");
        }
    }

    private void Foreign(Reference reference, ManifestItem item)
    {
        if ((!package.Fallbacks(item).Any(f => f.IsCore) || reference.IsInPicture) && !reference.HasFallback && !(reference.Use == Purpose.Media && HasSibling(reference)))
        {
            _findings.Add(EpubKinds.ForeignResource, reference.At, $"{item.Path} is {item.MediaType}, which not every reader knows, and has no fallback.");
        }
    }

    /// <summary>Whether the same audio or video offers another source that every reader plays.</summary>
    private bool HasSibling(Reference reference) => reference.Siblings.Any(a => package.ByPath.GetValueOrDefault(Address.Resolve(reference.FromPath, a).Path ?? "")?.IsCore == true);

    private void CheckFragment(Reference reference, ManifestItem item, string? fragment)
    {
        if (string.IsNullOrEmpty(fragment) || reference.Use is Purpose.Cite or Purpose.PackageLink)
        {
            return;
        }

        // Parts of pictures and film, and positions by EPUB CFI, are named and not marked.
        if (fragment.Contains('(', StringComparison.Ordinal) || fragment.Contains('=', StringComparison.Ordinal))
        {
            return;
        }

        if (reference.Use == Purpose.StyleSheet)
        {
            _findings.Add(EpubKinds.WrongUse, reference.At, "A style sheet is used as a whole, without #…");
        }
        else if (book.Ids.TryGetValue(item.Path, out var ids))
        {
            if (!ids.ContainsKey(fragment))
            {
                _findings.Add(EpubKinds.MissingFragment, reference.At, $"{item.Path} has nothing of the id “{fragment}”.");
            }
            else if (reference.Use is Purpose.Link or Purpose.Nav or Purpose.Ncx && book.Symbols[item.Path].Contains(fragment))
            {
                _findings.Add(EpubKinds.WrongUse, reference.At, $"“{fragment}” is a part that a drawing is made of and is not shown itself.");
            }
        }
    }

    /// <summary>EPUB 3.3 7.3: the contents and the page list follow the spine, and each page from its top.</summary>
    private void CheckOrder(Reference reference, ManifestItem item, string? fragment)
    {
        if (package.Position(item) is not { } spine || book.NavKinds.GetValueOrDefault((reference.FromPath, reference.At.Start)) is not { } kind)
        {
            return;
        }

        var here = (spine, string.IsNullOrEmpty(fragment) ? -1 : book.Ids.GetValueOrDefault(item.Path)?.GetValueOrDefault(fragment, -1) ?? -1);
        if (_last.TryGetValue(kind, out var last) && here.CompareTo(last) < 0)
        {
            _findings.Add(EpubKinds.NavOrder, reference.At, $"{reference.Address} comes before the entry above it.");
        }

        _last[kind] = here;
    }

    private void CheckReachable()
    {
        foreach (var (reference, item) in package.Spine.Where(s => s.Reference.Attribute("linear")?.Value.Trim() == "no" && s.Item is not null))
        {
            if (!package.IsEpub2 && !book.HasScripts && !_linked.Contains(item!.Path))
            {
                _findings.Add(EpubKinds.Unreachable, package.Markup.At(reference), $"{item.Path} is outside the linear order, and no link leads to it.");
            }
        }
    }
}
