#!/bin/sh
# Makes .venv: stdlib venv, uv from locks/bootstrap.txt, all of locks/dev.txt, the project.
#   tools/setup.sh uv    only the virtual environment and uv
#   tools/setup.sh all   everything
set -eu
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
VENV=.venv

die() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

command -v "$PYTHON" >/dev/null 2>&1 ||
    die "there is no '$PYTHON'. Install Python 3.11 or newer, or name one: make setup PYTHON=python3.12"
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    die "'$PYTHON' is $("$PYTHON" --version 2>&1); Python 3.11 or newer is needed. Name one: make setup PYTHON=python3.12"
"$PYTHON" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
    die "'$PYTHON' comes without venv or ensurepip. On Debian and Ubuntu: apt-get install python3-venv"

make_uv() {
    "$VENV/bin/python" -m pip --version >/dev/null 2>&1 || "$PYTHON" -m venv --clear "$VENV"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --requirement locks/bootstrap.txt
    touch "$VENV/.stamp-uv"
}

make_all() {
    echo "setup: installing what locks/dev.txt pins into $VENV"
    "$VENV/bin/python" tools/install.py sync "$VENV/bin/python" locks/dev.txt
    "$VENV/bin/python" tools/install.py add "$VENV/bin/python" .
    [ -x "$VENV/bin/turnus" ] || die "the command $VENV/bin/turnus was not made"
    touch "$VENV/.stamp"
    echo "setup: ready; try $VENV/bin/turnus --help"
}

case "${1:-all}" in
uv) make_uv ;;
all) make_all ;;
*) die "unknown step '$1'" ;;
esac
