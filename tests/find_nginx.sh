#!/bin/sh
# The tests behind a proxy need nginx, and openssl for its certificate: take what is there, else Debian's.
PATH="$PATH:/usr/sbin:/usr/local/sbin"
command -v nginx >/dev/null 2>&1 && command -v openssl >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "No nginx was found: installing Debian's for the tests behind a proxy. It is not started."
  # A policy of "no" keeps the package from starting a server of its own.
  policy=/usr/sbin/policy-rc.d
  [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' > "$policy" && chmod +x "$policy" && trap 'rm -f "$policy"' EXIT; }
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nginx openssl >/dev/null
else
  echo "No nginx was found and apt may not be used: the tests behind a proxy will be skipped."
fi
