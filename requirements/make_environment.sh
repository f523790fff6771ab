#!/usr/bin/env bash
# Makes the environment that Talentflow is installed into.
#
#   make_environment.sh FOLDER [PYTHON]
#
# Takes PYTHON where it is named, else the first Python of 3.11 or newer that can make an environment.
set -euo pipefail

folder=$1
wanted=${2:-}
candidates=(${wanted:-python3.13 python3.12 python3.11 python3.14 python3 python})
lacks_venv=

for candidate in "${candidates[@]}"; do
  "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
  if ! "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
    lacks_venv=$candidate
    continue
  fi
  "$candidate" -m venv "$folder"
  exit 0
done

if [[ -n $lacks_venv ]]; then
  echo "talentflow: $("$lacks_venv" --version) is here, but its venv module is not. On Debian and Ubuntu:" \
    "apt install python3-venv. Then run this again." >&2
elif [[ -n $wanted ]]; then
  echo "talentflow: $wanted is no Python of 3.11 or newer. Name another: make install PYTHON=python3.12" >&2
else
  found=$(python3 --version 2>&1 || true)
  echo "talentflow: needs Python 3.11 or newer; found: ${found:-none}. Install one and run this again," \
    "or name it: make install PYTHON=/path/to/python3.12" >&2
fi
exit 1
