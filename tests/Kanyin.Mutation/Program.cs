using System.Globalization;
using Kanyin.Mutation;

if (args is not [var wanted, var count, var chance]
    || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var mutants)
    || !int.TryParse(chance, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
{
    Console.Error.WriteLine("Usage: Kanyin.Mutation FOLDER|all MUTANTS SEED.");
    return 2;
}

var chosen = Folder.All.Where(f => wanted == "all" || f.Name == wanted).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"There is no folder {wanted}; there are {string.Join(", ", Folder.All.Select(f => f.Name))}.");
    return 2;
}

bool[] good = [.. chosen.Select(folder => Score.Of(folder, mutants, seed))];
return good.Contains(false) ? 1 : 0;
