#!/usr/bin/env bash
# app-registration.sh GROUP FILE [NAME]: registers the app in Entra ID, so that people sign in to it, with the roles of
# app-roles.json, and gives the groups that FILE names, such as groups.prod.json, their roles. There is no secret: people
# are signed in by an identity token. Prints the client id, which is the parameter signInClientId of the next deployment.
# Running it again adds what has been added to app-roles.json and FILE.
set -euo pipefail
if [ $# -lt 2 ]; then
  echo "app-registration.sh GROUP FILE [NAME]" >&2
  exit 2
fi
group=$1 groups=$2 name=${3:-OrdosPipeline}
infra=$(cd "$(dirname "$0")" && pwd)

url=$(az deployment group show --resource-group "$group" --name ordos --query properties.outputs.appUrl.value --output tsv)
client=$(az ad app list --display-name "$name" --query '[0].appId' --output tsv)
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
  az ad sp create --id "$client" --output none
fi
az ad app update --id "$client" --enable-id-token-issuance true --identifier-uris "api://$client" \
  --web-redirect-uris "$url/.auth/login/aad/callback" --app-roles "@$infra/app-roles.json"
# Only who has been given a role gets in.
az ad sp update --id "$client" --set appRoleAssignmentRequired=true

graph=$(az cloud show --query endpoints.microsoftGraphResourceId --output tsv)
principal=$(az ad sp show --id "$client" --query id --output tsv)
assignments="${graph%/}/v1.0/servicePrincipals/$principal/appRoleAssignedTo"
assigned=$(az rest --method get --url "$assignments?\$top=999" --query 'value[].[principalId, appRoleId]' --output tsv)
sed -n 's/^ *"\([a-z-]*\)": "\([0-9a-f-]\{36\}\)",\{0,1\}$/\1 \2/p' "$groups" | while read -r who id; do
  case $who in
    administrators) role=administrator ;;
    readers) role=reader ;;
    operators) continue ;;
    *) role=department.$who ;;
  esac
  role_id=$(az ad sp show --id "$client" --query "appRoles[?value=='$role'].id | [0]" --output tsv </dev/null)
  if ! grep -q "^${id}[[:space:]]${role_id}$" <<<"$assigned"; then
    az rest --method post --url "$assignments" --output none </dev/null \
      --body "{\"principalId\": \"$id\", \"resourceId\": \"$principal\", \"appRoleId\": \"$role_id\"}"
  fi
done
echo "$client"
