using CdkSecurityAnalyzers.Corpus;

if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Takes a folder with C# projects, and prints how much of what decides verdicts in them is determined.");
    return 2;
}

Console.Write(CorpusReport.Of(folder));
return 0;
