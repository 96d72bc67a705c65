#!/usr/bin/env pwsh
<#
.SYNOPSIS
Deploys the system: resources, code, event subscriptions, and a smoke test. The same as deploy.sh; see README.md.
.PARAMETER Group
Resource group; it must exist.
.PARAMETER Parameters
dev, prod or prod-china: the file main.NAME.bicepparam.
.PARAMETER Package
Deploy this package instead of building one; an earlier one goes back to it.
.PARAMETER WhatIf
Only show what would change in Azure.
.PARAMETER CodeOnly
Leave the resources as they are.
.PARAMETER NoSmokeTest
Do not send a file through the deployed system.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Group,
    [Parameter(Mandatory)] [ValidateSet('dev', 'prod', 'prod-china')] [string] $Parameters,
    [string] $Package,
    [switch] $WhatIf,
    [switch] $CodeOnly,
    [switch] $NoSmokeTest
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$deployment = 'ordos'
$parameterFile = Join-Path $PSScriptRoot "main.$Parameters.bicepparam"

function Invoke-Az {
    $output = & az @args
    if ($LASTEXITCODE -ne 0) { throw "az $($args -join ' ') ended with code $LASTEXITCODE." }
    $output
}

function Get-Output([string] $Name) {
    Invoke-Az deployment group show --resource-group $Group --name $deployment --query "properties.outputs.$Name.value" --output tsv
}

function Send-Package([string] $Account) {
    Invoke-Az storage blob upload --auth-mode login --account-name $Account --container-name app-package --name $env:ORDOS_PACKAGE --file $Package --overwrite --only-show-errors --output none
}

if ($WhatIf) {
    Write-Host '== What would change'
    Invoke-Az deployment group what-if --resource-group $Group --parameters $parameterFile
    return
}

# The name tells later which commit runs, and a package that is put beside earlier ones does not overwrite them.
$version = & git -C $PSScriptRoot rev-parse --short=12 HEAD
$work = $null
try {
    if (-not $Package) {
        Write-Host '== Build'
        $work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
        & dotnet publish (Join-Path $PSScriptRoot '../functions/OrdosPipeline.FunctionApp') --configuration Release -p:FunctionsWorker=official --output "$work/out"
        if ($LASTEXITCODE -ne 0) { throw "dotnet publish ended with code $LASTEXITCODE." }
        $Package = "$work/app-$version.zip"
        # Compress-Archive would leave out the folder .azurefunctions, without which no function is found.
        [IO.Compression.ZipFile]::CreateFromDirectory("$work/out", $Package)
    }
    $env:ORDOS_PACKAGE = Split-Path -Leaf $Package

    $uploaded = $false
    if (-not $CodeOnly) {
        # On Premium the settings name the package, which must be there when the app starts with them.
        $exists = Invoke-Az deployment group list --resource-group $Group --query "[?name=='$deployment'].name" --output tsv
        if ($exists -and (Get-Output planKind) -eq 'premium') {
            Write-Host "== Upload $env:ORDOS_PACKAGE"
            Send-Package (Get-Output storageAccountName)
            $uploaded = $true
        }
        Write-Host '== Resources'
        Invoke-Az deployment group create --resource-group $Group --name $deployment --parameters $parameterFile --output none
    }

    $app = Get-Output appName
    $url = Get-Output appUrl
    $account = Get-Output storageAccountName

    Write-Host "== Code: $env:ORDOS_PACKAGE"
    if ((Get-Output planKind) -eq 'premium') {
        if (-not $uploaded) { Send-Package $account }
        if ($CodeOnly) {
            $current = Invoke-Az functionapp config appsettings list --resource-group $Group --name $app --query "[?name=='WEBSITE_RUN_FROM_PACKAGE'].value | [0]" --output tsv
            $folder = $current.Substring(0, $current.LastIndexOf('/'))
            Invoke-Az functionapp config appsettings set --resource-group $Group --name $app --settings "WEBSITE_RUN_FROM_PACKAGE=$folder/$env:ORDOS_PACKAGE" --output none
        }
        Invoke-Az functionapp restart --resource-group $Group --name $app
        # The platform does not look into a package at an address; it must be told that the triggers may have changed.
        $id = Invoke-Az functionapp show --resource-group $Group --name $app --query id --output tsv
        Invoke-Az rest --method post --url "$id/syncfunctiontriggers?api-version=2024-11-01" --output none
    }
    else {
        Invoke-Az functionapp deployment source config-zip --resource-group $Group --name $app --src $Package --output none
    }

    Write-Host "== Health: $url/api/health"
    for ($attempt = 1; ; $attempt++) {
        try {
            (Invoke-WebRequest -Uri "$url/api/health" -TimeoutSec 20).Content
            break
        }
        catch {
            if ($attempt -eq 30) { throw 'The app does not answer. RUNBOOK.md says how to look into it and how to go back.' }
            Start-Sleep -Seconds 10
        }
    }

    Write-Host '== Event subscriptions'
    for ($attempt = 1; ; $attempt++) {
        try {
            Invoke-Az deployment group create --resource-group $Group --name ordos-events --template-file (Join-Path $PSScriptRoot 'events.bicep') --parameters "appName=$app" "topicName=$(Get-Output topicName)" "storageAccountName=$account" --output none
            break
        }
        catch {
            # The host answers before all of its extensions do.
            if ($attempt -eq 5) { throw }
            Start-Sleep -Seconds 30
        }
    }

    if (-not $NoSmokeTest) {
        Write-Host '== Smoke test'
        # In the name of a department that does not exist, so that it is rejected and no figure changes; exit code 1 says so.
        $file = Join-Path ([IO.Path]::GetTempPath()) "smoke-test-$([DateTime]::UtcNow.ToString('yyyyMMddTHHmmssZ')).csv"
        Set-Content -Path $file -Value '指标编码,期间,数值' -Encoding utf8
        $env:Storage__blobServiceUri = Get-Output blobEndpoint
        $env:Storage__queueServiceUri = Get-Output queueEndpoint
        $env:Storage__tableServiceUri = Get-Output tableEndpoint
        & dotnet run --project (Join-Path $PSScriptRoot '../functions/OrdosPipeline.Cli') -- submit $file --department smoke-test --wait
        if ($LASTEXITCODE -ne 1) { throw "ordos ended with code $LASTEXITCODE instead of 1." }
        Remove-Item $file
    }

    Write-Host "== $app runs $version"
}
finally {
    if ($work) { Remove-Item -Recurse -Force $work -ErrorAction SilentlyContinue }
}
