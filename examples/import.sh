#!/bin/sh
# sh examples/import.sh FOLDER DATABASE: imports a folder, says what was not read, and lists what is wrong in it.
set -u
folder=$1
database=$2
gouji() { node "$(dirname "$0")/../dist/cli/main.js" "$@"; }

gouji import "$folder" --db "$database" -q --report "$database.run.json"
case $? in
  0) echo "all was read" ;;
  3) echo "some files were not read:"; gouji errors --db "$database" ;;
  *) echo "the import did not end well"; exit 1 ;;
esac
gouji findings --db "$database" --severity error --all-editions
