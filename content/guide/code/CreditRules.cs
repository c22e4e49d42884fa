namespace Kanyin.Guide;

/// <summary>Rules first, then a score whose parts are its reasons.</summary>
public static class CreditRules
{
    public static void Sample(TextWriter output)
    {
        // ANCHOR: all
        // 规则在前，模型在后：规则只管“能不能做”，模型只管“风险多大”。
        Factor[] card =
        [
            new("负债收入比", 3.0, 0.30, a => a.Debt),
            new("近一年逾期次数", 0.9, 0.0, a => a.Late),
            new("工作月数不足", 0.8, 0.0, a => a.Months < 12 ? 1 : 0),
        ];

        Applicant[] queue =
        [
            new("A1", Age: 17, Listed: false, Debt: 0.10, Late: 0, Months: 6),
            new("A2", Age: 35, Listed: true, Debt: 0.20, Late: 0, Months: 90),
            new("A3", Age: 41, Listed: false, Debt: 0.25, Late: 0, Months: 80),
            new("A4", Age: 29, Listed: false, Debt: 0.55, Late: 0, Months: 8),
            new("A5", Age: 33, Listed: false, Debt: 0.60, Late: 3, Months: 30),
        ];

        foreach (Applicant a in queue)
        {
            output.WriteLine($"{a.Id} {Decide(a)}");
        }

        string Decide(Applicant a)
        {
            if (a.Age < 18) return "拒绝 [R1 未满 18 周岁]";
            if (a.Listed) return "转人工 [R2 命中名单，须核实身份]";

            // 每一项的贡献都相对于基准值，因此可以直接当作原因代码。
            var parts = card
                .Select(f => (f.Name, Points: f.Weight * (f.Value(a) - f.Base)))
                .OrderByDescending(x => x.Points)
                .ToArray();
            double p = 1 / (1 + Math.Exp(3.0 - parts.Sum(x => x.Points)));
            string why = string.Join("、",
                parts.Where(x => x.Points > 0.3).Take(2).Select(x => x.Name));

            return p switch
            {
                < 0.06 => $"通过 PD={p * 100:F1}%",
                < 0.30 => $"转人工 PD={p * 100:F1}% [{why}]",
                _ => $"建议拒绝，人工确认 PD={p * 100:F1}% [{why}]",
            };
        }
        // ANCHOR_END: all
    }

    // ANCHOR: records
    private sealed record Applicant(string Id, int Age, bool Listed,
        double Debt, int Late, int Months);
    private sealed record Factor(string Name, double Weight, double Base,
        Func<Applicant, double> Value);
    // ANCHOR_END: records
}
