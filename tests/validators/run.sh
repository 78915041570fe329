#!/usr/bin/env bash
# run.sh ROLECALL FOLDER: what rolecall writes for other tools, held against these tools. The npm
# packages are installed in FOLDER. Run by ./dev validators, from the top of the checkout.
set -euo pipefail

rolecall=$(realpath "$1")
out=$2
here=tests/validators

say() { printf 'validators: %s\n' "$*"; }
die() { printf 'validators: %s\n' "$*" >&2; exit 1; }

rm -rf "$out/good" "$out/bad" "$out/reports" "$out/formats"
mkdir -p "$out/good" "$out/bad" "$out/reports" "$out/formats"
cp "$here/package.json" "$here"/*.mjs "$out/"
(cd "$out" && npm install --no-audit --no-fund --silent)
tools=$out/node_modules/.bin

# with_schema SCHEMA FOLDER NAME FILE: a copy that names its schema in the first line.
with_schema() {
  { echo "#:schema ../../../docs/schema/$1.json"; cat "$4"; } >"$out/$2/$3.toml"
}
for file in tests/rules/*/good.toml; do
  with_schema description good "$(basename "$(dirname "$file")")" "$file"
done
for file in "$here"/bad/*.toml; do
  with_schema description bad "$(basename "$file" .toml)" "$file"
done
for file in "$here"/config/*/*.toml; do
  with_schema config "$(basename "$(dirname "$file")")" "config-$(basename "$file" .toml)" "$file"
done

lint() {
  case $1 in
    taplo) "$tools/taplo" lint "${@:2}" ;;
    tombi) "$tools/tombi" lint --offline "${@:2}" ;;
  esac >"$out/lint.txt" 2>&1
}
for tool in taplo tombi; do
  lint "$tool" examples/*.toml || { cat "$out/lint.txt"; die "$tool refuses an example"; }
  lint "$tool" "$out"/good/*.toml || { cat "$out/lint.txt"; die "$tool refuses a good file"; }
  for file in "$out"/bad/*.toml; do
    ! lint "$tool" "$file" || die "$tool passes $file"
  done
  say "$tool takes what is right and refuses what is wrong"
done

# Status 1 is an error in the company, which is what these are for.
report() {
  local name=$1 status=0
  "$rolecall" check "${@:2}" --output "json=$out/reports/$name.json" >/dev/null || status=$?
  [ "$status" -le 1 ] || die "no report of $name"
}
for file in tests/rules/*/bad.toml; do
  report "$(basename "$(dirname "$file")")" "$file"
done
report examples examples/*.toml
node "$out/reports.mjs" docs/schema "$out"/reports/*.json

# Each report of another tool's form: when all is well, with findings, with hostile text.
hostile="$out/formats/%0A::error::, ##[error].toml"
cp "$here/hostile.toml" "$hostile"
sarif=$out/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
names=()
for file in examples/tidewater.toml examples/halden.toml "$hostile"; do
  name=$out/formats/report-${#names[@]}
  names+=("$name")
  status=0
  GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY= "$rolecall" check "$file" \
    --output "github=$name.github" --output "gitlab=$name.gitlab.json" --output "json=$name.json" \
    --output "sarif=$name.sarif" --output "rdjson=$name.rdjson.json" --output "junit=$name.xml" \
    --output text >"$name.others" 2>&1 || status=$?
  [ "$status" -le 1 ] || die "no reports of $file"
  for format in short markdown csv statistics gitlab junit; do
    GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY= "$rolecall" check "$file" --output "github=$out/github.txt" \
      --output "$format" >>"$name.others" 2>&1 || true
  done
  if [ -x "$sarif" ]; then
    # It ends with 0 whatever it finds.
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$sarif" validate "$name.sarif" --rule-kind 'Sarif;Gh' >"$out/sarif.txt" 2>&1
    grep -q 'Analysis completed successfully' "$out/sarif.txt" || { cat "$out/sarif.txt"; die "no look at $name.sarif"; }
    ! grep ': error ' "$out/sarif.txt" || die "$name.sarif is not what GitHub takes"
  fi
  node "$out/node_modules/@umbrelladocs/rdformat-validator/bin/rdformat-validator.js" "$name.rdjson.json" >"$out/rdjson.txt" ||
    { cat "$out/rdjson.txt"; die "$name.rdjson.json is no rdjson"; }
  ! command -v xmllint >/dev/null || xmllint --noout "$name.xml" || die "$name.xml is no XML"
done
node "$out/formats.mjs" "${names[@]}"
say "annotations, Code Quality, SARIF, rdjson and JUnit are what their readers take"

node "$out/texts.mjs" "$rolecall" "$out/texts"
say "no text of the user's acts in Markdown as GitHub renders it"

for shell in bash zsh fish; do
  "$rolecall" generate "$shell" >"$out/completion.$shell"
  if command -v "$shell" >/dev/null; then
    "$shell" -n "$out/completion.$shell" || die "$shell does not take its completion"
    say "$shell takes its completion"
  else
    say "$shell is not installed; its completion is not checked"
  fi
done

"$rolecall" generate man >"$out/rolecall.1"
if command -v mandoc >/dev/null; then
  mandoc -Tlint "$out/rolecall.1" || die "mandoc does not like the manual"
  say "mandoc likes the manual"
else
  say "mandoc is not installed; the manual is not checked"
fi

"$tools/action-validator" action.yml || die "action.yml is no action"
"$tools/action-validator" examples/ci/github.yml || die "examples/ci/github.yml is no workflow"
node "$out/action.mjs" "$rolecall" . "$out/action"
say "the GitHub action and its example are sound"

if command -v pre-commit >/dev/null; then
  pre-commit validate-manifest .pre-commit-hooks.yaml || die "pre-commit does not take its hooks"
  say "pre-commit takes its hooks"
else
  say "pre-commit is not installed; its hooks are not checked"
fi
