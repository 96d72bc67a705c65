#!/usr/bin/env bash
# department-groups.sh FILE [PREFIX]: makes a group in Entra ID for every department of every plan that has none, and for
# administrators, operators and readers, and writes their object ids to FILE, such as groups.prod.json. Groups are named
# PREFIX-code; PREFIX is ordos unless given. Running it again changes nothing.
set -euo pipefail
if [ $# -lt 1 ]; then
  echo "department-groups.sh FILE [PREFIX]" >&2
  exit 2
fi
file=$1 prefix=${2:-ordos}
infra=$(cd "$(dirname "$0")" && pwd)

group() {
  local id
  id=$(az ad group list --filter "displayName eq '$prefix-$1'" --query '[0].id' --output tsv)
  if [ -z "$id" ]; then
    id=$(az ad group create --display-name "$prefix-$1" --mail-nickname "$prefix-$1" --query id --output tsv)
  fi
  printf '%s' "$id"
}

# A code is the first field of a record; the first record is the head.
codes=$(awk -F, 'FNR > 1 { sub(/\r$/, ""); if ($1 != "" && !seen[$1]++) print $1 }' "$infra"/../functions/plan/*/departments.csv)
{
  printf '{\n'
  for name in administrators operators readers; do
    printf '  "%s": "%s",\n' "$name" "$(group "$name")"
  done
  printf '  "departments": {'
  separator=''
  for code in $codes; do
    printf '%s\n    "%s": "%s"' "$separator" "$code" "$(group "$code")"
    separator=','
  done
  printf '\n  }\n}\n'
} >"$file.new"
mv "$file.new" "$file"
echo "$file names $(grep -c '": "[0-9a-f]' "$file") groups."
