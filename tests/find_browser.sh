#!/bin/sh
# The browser tests need a Chrome or Chromium: take the one that is there, else Debian's where apt may be used.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "No Chrome or Chromium was found: installing Debian's chromium for the browser tests."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
else
  echo "No Chrome or Chromium was found and apt may not be used: the browser tests will be skipped."
fi
