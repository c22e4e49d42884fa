using Cake.Core;

namespace Cake.Frosting;

/// <summary>One step of the build. Derive from <see cref="FrostingTask{T}"/>.</summary>
public interface IFrostingTask
{
    void Run(ICakeContext context);

    bool ShouldRun(ICakeContext context);
}
