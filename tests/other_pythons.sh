#!/bin/sh
# What depends most on the Python and on NumPy — the codec, writing, whole extraction, searching — tested on the other
# supported Pythons that are found (the first argument is the one that has run all tests already), all of them at a
# time. Each gets a virtual environment of its own, made once and again after a new lock.
set -eu

tested_on() {  # what to test with, its virtual environment
  if [ ! -e "$2/.installed" ] || [ requirements-test.lock -nt "$2/.installed" ]; then
    "$1" -m venv "$2"
    "$2/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
    touch "$2/.installed"
  fi
  # They would overwrite each other's notes of what failed.
  "$2/bin/python" -m pytest -q -p no:cacheprovider tests/index/codec tests/index/test_extract.py \
    tests/index/test_ingest.py tests/index/test_rebuild.py tests/index/test_seed_quotes.py \
    tests/index/test_writer.py tests/search
}

done_with=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
running=""
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
  (tested_on "$python" "$venv") >"$venv.log" 2>&1 &
  running="$running $version:$!"
done

failed=0
for one in $running; do
  version=${one%:*}
  wait "${one#*:}" || failed=1
  echo "Python $version:"
  cat ".venv-$version.log"
done
exit $failed
