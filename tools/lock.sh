#!/bin/sh
# Writes locks/*.txt anew from pyproject.toml. Pins that still fit are kept; UPGRADE=1 lifts them.
set -eu
cd "$(dirname "$0")/.."

compile() { # output, what it holds, arguments
    output=$1
    title=$2
    shift 2
    .venv/bin/python tools/install.py uv pip compile "$@" --quiet ${UPGRADE:+--upgrade} \
        --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
        --no-emit-index-url --no-header --output-file "$output" >/dev/null
    { printf '# %s\n# Written by make lock from pyproject.toml; do not edit.\n' "$title" &&
        grep -v '^# \(Written by make lock\|What \)' "$output"; } >"$output.new"
    mv "$output.new" "$output"
}

compile locks/dev.txt "What developing helseturnus takes, and what running it takes." \
    pyproject.toml --group dev
compile locks/runtime.txt "What running helseturnus takes." \
    pyproject.toml --constraint locks/dev.txt
bare=$(mktemp)
trap 'rm -f "$bare"' EXIT
echo uv >"$bare"
compile locks/bootstrap.txt "What make setup installs first: uv, which installs the rest." \
    "$bare" --constraint locks/dev.txt --no-annotate
compile locks/node.txt "What building the screens takes where the system has no Node: tools/web.sh." \
    --group node --no-annotate
