#!/usr/bin/env bash
# smoke-test.sh BLOB QUEUE TABLE (the addresses of the storage services): sends a file through the deployed system, by
# event, function, feedback and ledger. The file is in the name of a department that does not exist, so that it is
# rejected and no figure changes; the rejection is the answer that is waited for.
set -euo pipefail
if [ $# -ne 3 ]; then
  echo "smoke-test.sh BLOB QUEUE TABLE" >&2
  exit 2
fi
infra=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A name of its own makes it a new submission.
file="$work/smoke-test-$(date -u +%Y%m%dT%H%M%SZ).csv"
printf '指标编码,期间,数值\n' >"$file"

export Storage__blobServiceUri=$1 Storage__queueServiceUri=$2 Storage__tableServiceUri=$3
status=0
timeout 300 dotnet run --project "$infra/../functions/OrdosPipeline.Cli" -- submit "$file" --department smoke-test --wait || status=$?
case $status in
  1) echo "The file was taken up and rejected, as it should be." ;;
  124) echo "The file was not taken up within five minutes." >&2; exit 3 ;;
  *) echo "ordos ended with code $status instead of 1." >&2; exit 3 ;;
esac
