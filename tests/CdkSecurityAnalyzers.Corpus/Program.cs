using CdkSecurityAnalyzers.Corpus;
using CdkSecurityAnalyzers.Corpus.Snippets;
using CdkSecurityAnalyzers.Verification;

switch (args)
{
    case ["--snippets"]:
        Console.Write(SnippetReport.Of(CdkLibrary.Newest));
        return 0;
    case [var folder] when Directory.Exists(folder):
        Console.Write(CorpusReport.Of(folder));
        return 0;
    default:
        Console.Error.WriteLine("Takes a folder with C# projects, and prints how much of what decides verdicts in them is determined; or --snippets, and prints what the rules say about the examples in the CDK's documentation.");
        return 2;
}
