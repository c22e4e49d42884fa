namespace Kanyin.Reports;

/// <summary>The repository that a book lies in: where the paths begin that code hosts show.</summary>
internal static class Repository
{
    /// <summary>What leads from the repository's root to a folder, with a slash at its end; empty at the root, and where there is no repository.</summary>
    public static string Prefix(string folder)
    {
        for (var root = new DirectoryInfo(folder); root is not null; root = root.Parent)
        {
            // .git is a file in a work tree that is not the main one.
            if (Path.Exists(Path.Combine(root.FullName, ".git")))
            {
                return Path.GetRelativePath(root.FullName, folder).Replace('\\', '/') is var path && path == "." ? "" : path + "/";
            }
        }

        return "";
    }
}
