#!/bin/sh
# Looks for drift, keeps the reports of 30 days, and prints only what cron should mail: drift, and trouble.
# usage: nightly-drift.sh <folder of the program> <stack> [options of `haleconnect drift`]
set -eu
folder=${1:?the folder of the program}
stack=${2:?the name of the stack}
shift 2
cd "$folder"

# Settings and secrets, such as `export HALECONNECT_URL=https://haleconnect.example`, and PATH if cron does not find Node.
if [ -f drift.env ]; then
  . ./drift.env
fi

mkdir -p reports
today=reports/$(date +%Y-%m-%d)
code=0
npx --no-install haleconnect drift --stack "$stack" "$@" \
  --report "html=$today.html" --report "json=$today.json" --report prometheus=reports/drift.prom \
  > "$today.txt" 2>&1 || code=$?
find reports -name '????-??-??.*' -mtime +30 -exec rm -f {} +
if [ "$code" -ne 0 ]; then
  cat "$today.txt"
fi
exit "$code"
