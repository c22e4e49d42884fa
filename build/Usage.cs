namespace Kanyin.Build;

internal static class Usage
{
    public const string Text =
        """
        Publishes books: checks them, writes PDF and EPUB, and reads both back.

          dotnet run --project build [-- options]

          -t, --target NAME      Publish (the default), Check, Pdf, Epub, Verify, Release, Pages, Clean, Test, Bench
          --book PATH            a book's folder or one Markdown file, anywhere; may be repeated;
                                 without it, every book in content/
          -o, --output DIR       the folder that gets one folder a book (output/)
          --release DIR          the release that Pages is about; without it, the only one in release/
          --keep-going           write the editions although a finding is an error
          -v, --verbosity LEVEL  quiet, minimal, normal, verbose, diagnostic
          --tree                 show the targets and what they need
          --description          show what the targets do
          --dryrun               show the order of tasks; do nothing
          --version, --help

        Exit codes: 0 published; 1 a finding is an error; 2 wrong usage; 3 the machine failed.

        """;
}
