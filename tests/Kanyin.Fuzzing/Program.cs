using System.Globalization;
using Kanyin.Fuzzing;

if (args is not [var wanted, var count, var chance]
    || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var inputs)
    || !int.TryParse(chance, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
{
    Console.Error.WriteLine("Usage: Kanyin.Fuzzing TARGET|all INPUTS SEED.");
    return 2;
}

using var targets = new Targets();
var chosen = targets.All.Where(t => wanted == "all" || t.Name == wanted).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"There is no target {wanted}; there are {string.Join(", ", targets.All.Select(t => t.Name))}.");
    return 2;
}

var fuzzer = new Fuzzer(Path.Combine("output", "fuzzing"));
return chosen.Sum(t => fuzzer.Run(t, (int)Math.Ceiling(inputs * t.Share), seed)) == 0 ? 0 : 1;
