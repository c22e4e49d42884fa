using Cake.Core;

namespace Cake.Frosting;

/// <summary>What tasks share. Derive from <see cref="FrostingContext"/>.</summary>
public interface IFrostingContext : ICakeContext;
