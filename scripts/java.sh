# Sourced by run, test and bench: finds a JDK 25, Node and Maven, or says plainly what is missing.

say() { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

is_java_25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'; }

find_java() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*jdk*25* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*25*/Contents/Home "$HOME"/.sdkman/candidates/java/25*; do
        if [ -n "$home" ] && is_java_25 "$home"; then
            export JAVA_HOME="$home" PATH="$home/bin:$PATH"
            return
        fi
    done
    if command -v javac >/dev/null && javac -version 2>&1 | grep -q '^javac 25'; then
        return
    fi
    fail "Throughline needs a JDK 25; none was found.
Install one (for example Eclipse Temurin 25) and set JAVA_HOME to it.
没有找到 JDK 25。请安装（例如 Eclipse Temurin 25），并把 JAVA_HOME 指向它。"
}

find_node() {
    command -v node >/dev/null || fail "Throughline needs Node 20 or newer to build its pages; none was found.
没有找到 Node 20 或更新版本，页面无法构建。"
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "Throughline needs Node 20 or newer; $(node --version) was found.
需要 Node 20 或更新版本，当前是 $(node --version)。"
}

# install_debian COMMAND PACKAGE…: installs the packages where that is possible, unless the command is already there.
install_debian() {
    local command=$1
    shift
    command -v "$command" >/dev/null && return
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        say "Installing $* …"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } >/dev/null 2>&1 || true
    fi
    command -v "$command" >/dev/null || fail "The command '$command' is missing. Install it (on Debian: apt-get install $*).
缺少命令 '$command'，请安装（Debian：apt-get install $*）。"
}

find_maven() { install_debian mvn maven; }
