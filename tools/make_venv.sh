#!/bin/sh
# Makes the folder $1 a Python environment with pip, with whatever Python 3.11 or later this machine has.
set -eu
folder=$1

find_python() {
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Python 3.11 or later is needed and was not found. Install it, or name it: make PYTHON=/path/to/python3" >&2
    exit 1
}

python=$(find_python)
echo "Making $folder with $python"
if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    "$python" -m venv "$folder"
elif "$python" -c 'import venv' 2>/dev/null && "$python" -m pip --version >/dev/null 2>&1; then
    # Debian parts ensurepip from Python; a pip that is there can still install itself into the new environment.
    "$python" -m venv --without-pip "$folder"
    "$python" -m pip --python "$folder/bin/python" install --quiet pip
else
    echo "This Python cannot make environments. On Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
fi
