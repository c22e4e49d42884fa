namespace Kanyin.Guide;

/// <summary>Several rankings made one by the reciprocals of the ranks.</summary>
public static class RankFusion
{
    // ANCHOR: fusion
    public static (string Id, double Score)[] Fuse(
        IEnumerable<string[]> rankings, double k = 60) =>
        [.. rankings
            .SelectMany(r => r.Select((id, i) =>     // 名次从 1 起
                (Id: id, Score: 1 / (k + i + 1))))
            .GroupBy(x => x.Id)
            .Select(g => (Id: g.Key, Score: g.Sum(x => x.Score)))
            .OrderByDescending(x => x.Score)
            .ThenBy(x => x.Id, StringComparer.Ordinal)];
    // ANCHOR_END: fusion

    public static void Sample(TextWriter output)
    {
        // ANCHOR: sample
        string[] keywords = ["甲", "乙", "丙"], vectors = ["乙", "丁", "甲"];
        foreach (var (id, score) in Fuse([keywords, vectors]))
        {
            output.WriteLine($"{id}  {score:F5}");
        }
        // ANCHOR_END: sample
    }
}
