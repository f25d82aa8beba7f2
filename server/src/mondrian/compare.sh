#!/bin/sh
# Runs Debian's Mondrian 3.11 beside our engine, on the same DuckDB data in the same process:
#   compare.sh differences          the queries that both answer otherwise
#   compare.sh bench ssb|foodmart|http … ./quadrille bench with figures for Mondrian
# Installs the package libmondrian-java where it is missing (Debian or Ubuntu, as root).
set -eu
cd "$(dirname "$0")/../../.."

if [ $# -eq 0 ]; then
  sed -n '2,5p' "$0" | cut -c3- >&2
  exit 2
fi

jars=${MONDRIAN_JARS:-/usr/share/java}
if [ ! -f "$jars/mondrian.jar" ]; then
  command -v apt-get >/dev/null 2>&1 || {
    echo 'no mondrian.jar and no apt-get: set MONDRIAN_JARS to the folder of the jars' >&2
    exit 1
  }
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  apt-get update -q && apt-get install -q -y --no-install-recommends libmondrian-java
fi

if command -v mvn >/dev/null 2>&1; then
  maven=${MAVEN:-mvn}
else
  maven=${MAVEN:-./mvnw}
fi
list=server/target/mondrian.classpath
$maven -q -B -Pmondrian -pl server -am -Dspotless.check.skip -Ddebian.jars="$jars" \
  test-compile dependency:build-classpath -Dmdep.outputFile=target/mondrian.classpath

classpath=server/target/test-classes:$(cat "$list")
for jar in mondrian olap4j cup cup_runtime commons-dbcp commons-io commons-logging commons-math \
  commons-pool commons-vfs2 eigenbase-properties eigenbase-resgen eigenbase-xom; do
  [ ! -f "$jars/$jar.jar" ] || classpath=$classpath:$jars/$jar.jar
done

data=data/bench
command=$1
shift
case $command in
  differences)
    # shellcheck disable=SC2086
    exec java ${QUADRILLE_JAVA_OPTS:-} -cp "server/target/classes:$classpath" org.quadrille.mondrian.Differences \
      "$data" cubes/src/test/resources/org/quadrille/cubes/foodmart/Foodmart.xml \
      cubes/src/test/resources/org/quadrille/cubes/mdxt
    ;;
  bench)
    # shellcheck disable=SC2086
    exec java ${QUADRILLE_JAVA_OPTS:-} -cp "server/target/classes:$classpath" org.quadrille.server.Main bench "$@"
    ;;
  *)
    echo "no such command: $command (differences, bench)" >&2
    exit 2
    ;;
esac
