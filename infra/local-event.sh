#!/usr/bin/env bash
# local-event.sh incoming/statistics/a.csv [PORT]: tells a function app under "func start" of a blob in Azurite, as Event
# Grid does in Azure.
set -euo pipefail
if [ $# -lt 1 ]; then
  echo "local-event.sh CONTAINER/PATH [PORT]" >&2
  exit 2
fi
blob=$1 port=${2:-7071}
container=${blob%%/*} path=${blob#*/}
case $container in
  incoming) function=SubmissionArrived ;;
  accepted) function=SubmissionAccepted ;;
  *) echo "No function is triggered by blobs in $container." >&2; exit 2 ;;
esac
curl --fail --silent --show-error --output /dev/null --write-out '%{http_code}\n' \
  --header 'aeg-event-type: Notification' --header 'Content-Type: application/json' \
  --data "[{
    \"id\": \"$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)\",
    \"topic\": \"/subscriptions/local\",
    \"subject\": \"/blobServices/default/containers/$container/blobs/$path\",
    \"eventType\": \"Microsoft.Storage.BlobCreated\",
    \"eventTime\": \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\",
    \"dataVersion\": \"\",
    \"metadataVersion\": \"1\",
    \"data\": {
      \"api\": \"PutBlob\",
      \"blobType\": \"BlockBlob\",
      \"url\": \"http://127.0.0.1:10000/devstoreaccount1/$container/$path\"
    }
  }]" "http://localhost:$port/runtime/webhooks/blobs?functionName=Host.Functions.$function"
