using Cake.Core;

namespace Cake.Frosting;

/// <summary>Cake's context with room for the build's own state.</summary>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
