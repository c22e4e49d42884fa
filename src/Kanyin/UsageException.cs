namespace Kanyin;

/// <summary>The caller asked for something that cannot be: the message says what, in words for the command line.</summary>
public sealed class UsageException(string message) : Exception(message);
