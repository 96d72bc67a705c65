#!/usr/bin/env bash
# Deploys the system: resources, code, event subscriptions, and a smoke test. Needs az, dotnet and zip; see README.md.
set -euo pipefail

usage() {
  cat <<'USAGE'
deploy.sh --group GROUP --parameters NAME [options]

  --group GROUP       resource group; it must exist
  --parameters NAME   dev, prod or prod-china: the file main.NAME.bicepparam
  --what-if           only show what would change in Azure
  --package FILE      deploy this package instead of building one; an earlier one goes back to it
  --code-only         leave the resources as they are
  --no-smoke-test     do not send a file through the deployed system
USAGE
}

group='' parameters='' package='' what_if=false code_only=false smoke_test=true
while [ $# -gt 0 ]; do
  case $1 in
    --group) group=${2:?GROUP is missing}; shift 2 ;;
    --parameters) parameters=${2:?NAME is missing}; shift 2 ;;
    --package) package=${2:?FILE is missing}; shift 2 ;;
    --what-if) what_if=true; shift ;;
    --code-only) code_only=true; shift ;;
    --no-smoke-test) smoke_test=false; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

infra=$(cd "$(dirname "$0")" && pwd)
parameter_file="$infra/main.$parameters.bicepparam"
if [ -z "$group" ] || [ ! -f "$parameter_file" ]; then
  usage >&2
  exit 2
fi
for tool in az dotnet zip curl; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed." >&2; exit 2; }
done

step() { printf '\n== %s\n' "$*"; }

if $what_if; then
  step "What would change"
  az deployment group what-if --resource-group "$group" --parameters "$parameter_file"
  exit 0
fi

# The name tells later which commit runs, and a package that is put beside earlier ones does not overwrite them.
version=$(git -C "$infra" rev-parse --short=12 HEAD)
if [ -z "$package" ]; then
  step "Build"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  dotnet publish "$infra/../functions/OrdosPipeline.FunctionApp" --configuration Release -p:FunctionsWorker=official --output "$work/out"
  package="$work/app-$version.zip"
  (cd "$work/out" && zip --quiet --recurse-paths "$package" .)
fi
ORDOS_PACKAGE=$(basename "$package")
export ORDOS_PACKAGE

upload_package() {
  az storage blob upload --auth-mode login --account-name "$1" --container-name app-package \
    --name "$ORDOS_PACKAGE" --file "$package" --overwrite --only-show-errors --output none
}

deployment=ordos
output() {
  az deployment group show --resource-group "$group" --name "$deployment" --query "properties.outputs.$1.value" --output tsv
}

uploaded=false
if ! $code_only; then
  # On Premium the settings name the package, which must be there when the app starts with them.
  if account=$(output storageAccountName 2>/dev/null) && [ "$(output planKind)" = premium ]; then
    step "Upload $ORDOS_PACKAGE"
    upload_package "$account"
    uploaded=true
  fi
  step "Resources"
  az deployment group create --resource-group "$group" --name "$deployment" --parameters "$parameter_file" --output none
fi

app=$(output appName) url=$(output appUrl) account=$(output storageAccountName) topic=$(output topicName) plan=$(output planKind)

step "Code: $ORDOS_PACKAGE"
if [ "$plan" = premium ]; then
  $uploaded || upload_package "$account"
  if $code_only; then
    package_url=$(az functionapp config appsettings list --resource-group "$group" --name "$app" --query "[?name=='WEBSITE_RUN_FROM_PACKAGE'].value | [0]" --output tsv)
    az functionapp config appsettings set --resource-group "$group" --name "$app" --settings "WEBSITE_RUN_FROM_PACKAGE=${package_url%/*}/$ORDOS_PACKAGE" --output none
  fi
  az functionapp restart --resource-group "$group" --name "$app"
  # The platform does not look into a package at an address; it must be told that the triggers may have changed.
  id=$(az functionapp show --resource-group "$group" --name "$app" --query id --output tsv)
  az rest --method post --url "$id/syncfunctiontriggers?api-version=2024-11-01" --output none
else
  az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package" --output none
fi

step "Health: $url/api/health"
for attempt in $(seq 1 30); do
  if curl --fail --silent --show-error --max-time 20 "$url/api/health"; then
    echo
    break
  fi
  [ "$attempt" -lt 30 ] || { echo "The app does not answer. RUNBOOK.md says how to look into it and how to go back." >&2; exit 3; }
  sleep 10
done

step "Event subscriptions"
"$infra/events.sh" "$group" "$app" "$topic" "$account"

if $smoke_test; then
  step "Smoke test"
  "$infra/smoke-test.sh" "$(output blobEndpoint)" "$(output queueEndpoint)" "$(output tableEndpoint)"
fi

step "$app runs $version"
