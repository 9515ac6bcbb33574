#!/usr/bin/env bash
# Installs what the tests need beyond Python: Chromium, PostgreSQL's server programs and a font.
# Nothing is started, and no cluster of the system is created or touched.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
compgen -G '/usr/share/fonts/truetype/*/*.ttf' >/dev/null || missing+=(fonts-dejavu-core)
[ ${#missing[@]} -eq 0 ] && exit 0

refuse() {
    echo "Für die Tests fehlt: ${missing[*]}. $1" >&2
    exit 1
}

command -v apt-get >/dev/null || refuse "Bitte mit der Paketverwaltung dieses Systems installieren."
root=()
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || refuse "Bitte als root installieren: apt-get install ${missing[*]}"
    root=(sudo -n)
fi

# Without this file the first installation of PostgreSQL would create a cluster and start it.
if ! dpkg-query --status postgresql-common >/dev/null 2>&1; then
    policy=/etc/postgresql-common/createcluster.d/no-cluster-for-tests.conf
    "${root[@]}" install -d "${policy%/*}"
    trap '"${root[@]}" rm -f "$policy"' EXIT
    printf 'create_main_cluster = false\nstart_conf = manual\n' | "${root[@]}" tee "$policy" >/dev/null
fi

echo "Installiere für die Tests: ${missing[*]}"
apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet=2 -o DPkg::Lock::Timeout=300)
"${apt[@]}" update
"${apt[@]}" install --yes --no-install-recommends "${missing[@]}" >/dev/null
