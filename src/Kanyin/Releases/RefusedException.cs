namespace Kanyin.Releases;

/// <summary>There will be no release, and the message says why. Nothing has been written.</summary>
public sealed class RefusedException(string message) : Exception(message);
