namespace Kanyin.Books.Diagnostics;

/// <summary>Hears how far a long work is. Calls come one at a time, in order, from whatever thread is at work.</summary>
public delegate void Progress(int done, int of);
