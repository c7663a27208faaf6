#!/bin/sh
# What depends most on the Python and on NumPy — the codec, writing, whole extraction, searching — tested on the other
# supported Pythons that are found (the first argument is the one that has run all tests already). Each gets a
# virtual environment of its own, made once and again after a new lock.
set -eu
done_with=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
for version in 3.11 3.12 3.13; do
  [ "$version" = "$done_with" ] && continue
  python=""
  for candidate in "python$version" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version".*/bin/python; do
    if "$candidate" -c "import sys; assert '%d.%d' % sys.version_info[:2] == '$version'" 2>/dev/null; then
      python=$candidate
      break
    fi
  done
  if [ -z "$python" ]; then
    echo "Python $version was not found: its tests are skipped."
    continue
  fi
  venv=.venv-$version
  if [ ! -e "$venv/.installed" ] || [ requirements-test.lock -nt "$venv/.installed" ]; then
    "$python" -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
    touch "$venv/.installed"
  fi
  echo "Python $version:"
  "$venv/bin/python" -m pytest -q tests/index/codec tests/index/test_extract.py tests/index/test_ingest.py \
    tests/index/test_rebuild.py tests/index/test_seed_quotes.py tests/index/test_writer.py tests/search
done
