using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;

namespace Cake.Kanyin;

/// <summary>Books from a Cake build, by the tool <c>kanyin</c>. Each alias throws <see cref="CakeException"/> when the tool is not there or reports an error.</summary>
[CakeAliasCategory("Kanyin")]
public static class KanyinAliases
{
    /// <summary>Checks a book, then writes its editions and proves them.</summary>
    /// <param name="path">A book's folder, or one Markdown or text file.</param>
    [CakeMethodAlias]
    public static void KanyinPublish(this ICakeContext context, DirectoryPath path, KanyinPublishSettings? settings = null) => Run(context, path, settings ?? new());

    /// <summary>Reports what is wrong with a book, and writes nothing.</summary>
    /// <param name="path">A book's folder, or one Markdown or text file.</param>
    [CakeMethodAlias]
    public static void KanyinCheck(this ICakeContext context, DirectoryPath path, KanyinCheckSettings? settings = null) => Run(context, path, settings ?? new());

    /// <summary>Checks an EPUB, of whatever origin.</summary>
    [CakeMethodAlias]
    public static void KanyinVerify(this ICakeContext context, FilePath epub, KanyinVerifySettings? settings = null) => Run(context, epub, settings ?? new());

    private static void Run(ICakeContext context, Core.IO.Path path, KanyinSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(path);
        new KanyinRunner(context).Run(path, settings);
    }
}
