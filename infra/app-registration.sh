#!/usr/bin/env bash
# app-registration.sh GROUP [NAME]: registers the app in Entra ID, so that people sign in to it, with the roles of
# app-roles.json. It has no secret: the app shows a token of its managed identity instead. Prints the client id, which is
# the parameter signInClientId of the next deployment.
set -euo pipefail
if [ $# -lt 1 ]; then
  echo "app-registration.sh GROUP [NAME]" >&2
  exit 2
fi
group=$1 name=${2:-OrdosPipeline}
infra=$(cd "$(dirname "$0")" && pwd)

output() {
  az deployment group show --resource-group "$group" --name ordos --query "properties.outputs.$1.value" --output tsv
}
app=$(output appName) url=$(output appUrl)
tenant=$(az account show --query tenantId --output tsv)
login=$(az cloud show --query endpoints.activeDirectory --output tsv)
principal=$(az functionapp identity show --resource-group "$group" --name "$app" --query 'values(userAssignedIdentities)[0].principalId' --output tsv)
audience=api://AzureADTokenExchange
[ "$(az cloud show --query name --output tsv)" != AzureChinaCloud ] || audience=api://AzureADTokenExchangeChina

client=$(az ad app list --display-name "$name" --query '[0].appId' --output tsv)
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true \
    --web-redirect-uris "$url/.auth/login/aad/callback" --app-roles "@$infra/app-roles.json" --query appId --output tsv)
  az ad app update --id "$client" --identifier-uris "api://$client"
  az ad sp create --id "$client" --output none
fi
# Only who has been given a role gets in.
az ad sp update --id "$client" --set appRoleAssignmentRequired=true
if [ -z "$(az ad app federated-credential list --id "$client" --query "[?name=='$app'].id" --output tsv)" ]; then
  az ad app federated-credential create --id "$client" --output none --parameters "{
    \"name\": \"$app\",
    \"issuer\": \"${login%/}/$tenant/v2.0\",
    \"subject\": \"$principal\",
    \"audiences\": [\"$audience\"]
  }"
fi
echo "$client"
