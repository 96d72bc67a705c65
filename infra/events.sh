#!/usr/bin/env bash
# events.sh GROUP APP TOPIC ACCOUNT: subscribes the functions to the storage account's events. The app must be running,
# because Event Grid asks its webhook first.
set -euo pipefail
if [ $# -ne 4 ]; then
  echo "events.sh GROUP APP TOPIC ACCOUNT" >&2
  exit 2
fi
infra=$(cd "$(dirname "$0")" && pwd)

# The host answers before all of its extensions do.
for attempt in 1 2 3 4 5; do
  if az deployment group create --resource-group "$1" --name ordos-events --template-file "$infra/events.bicep" \
    --parameters appName="$2" topicName="$3" storageAccountName="$4" --output none; then
    exit 0
  fi
  echo "Try $attempt of 5 failed." >&2
  sleep 30
done
exit 3
