namespace Kanyin;

/// <summary>Where fonts/ is: beside the executable in the packed tool, else above it in the repository.</summary>
public static class FontFolder
{
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var fonts = Path.Combine(folder.FullName, "fonts");
            if (File.Exists(Path.Combine(fonts, "FONTS.md")))
            {
                return fonts;
            }
        }

        throw new DirectoryNotFoundException($"The folder fonts is missing beside {start} and above it.");
    }
}
