#!/bin/sh
# Builds the screens: npm ci, then vite build into api/static. Node 20.19 or newer is taken from the
# system; where there is none, or TURNUS_NODE=pypi asks for it, from PyPI into a folder under build/.
set -eu
cd "$(dirname "$0")/.."

fit() { # whether the system has a Node that is new enough, with npm
    [ "${TURNUS_NODE:-}" != pypi ] && command -v npm >/dev/null 2>&1 && node -e \
        'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}

if ! fit; then
    stamp=build/node/.stamp
    if [ ! -f "$stamp" ] || [ locks/node.txt -nt "$stamp" ]; then
        .venv/bin/python -m venv --clear build/node
        build/node/bin/python -m pip install --quiet --disable-pip-version-check \
            --require-hashes --requirement locks/node.txt
        touch "$stamp"
    fi
    PATH="$PWD/build/node/bin:$PATH"
fi
stamp=web/node_modules/.stamp
if [ ! -f "$stamp" ] || [ web/package-lock.json -nt "$stamp" ]; then
    npm --prefix web ci --no-audit --no-fund
    touch "$stamp"
fi
npm --prefix web run --silent build
