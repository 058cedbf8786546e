#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# note-dialog-test.sh DIALOG: the window of a note with programs that answer by themselves. TAP.
set -u
dialog=$1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
count=0 failed=0

# program NAME: an executable of that name, from standard input, first in the path.
program () { { echo '#!/bin/sh'; cat; } >"$dir/$1"; chmod 700 "$dir/$1"; }

# The lines that a person types, one a question; none is left: cancelled.
program zenity <<END
printf '%s\n' "\$*" >>"$dir/asked"
case \$1 in --error) exit 0 ;; esac
read -r line <"$dir/lines" || exit 1
sed -i 1d "$dir/lines"
printf '%s\n' "\$line"
END
sed 's/--error/--image/' "$dir/zenity" >"$dir/yad"
chmod 700 "$dir/yad"
program kdialog <<END
printf '%s\n' "\$*" >>"$dir/asked"
case "\$*" in *--error*) exit 0 ;; esac
read -r line <"$dir/lines" || exit 1
sed -i 1d "$dir/lines"
printf '%s\n' "\$line"
END
program x-terminal-emulator <<END
shift
exec "\$@" <"$dir/lines" >"$dir/asked"
END
program sleep </dev/null

# Takes the text as the dialog gives it, on standard input; refuses what begins with “bad”, with a
# sentence.
program aufait <<END
text=
case "\$1 \$3" in "note -") read -r text ;; esac
printf '[%s][%s][%s]\n' "\$1" "\$2" "\$text" >>"$dir/noted"
case \$text in bad*) echo "not <i>so</i> & not now" >&2; exit 1 ;; esac
END

# check NAME EXPECTED ACTUAL
check () {
  count=$((count + 1))
  if [ "$2" = "$3" ]; then
    echo "ok $count - $1"
  else
    failed=1
    echo "not ok $count - $1"
    printf 'expected: %s\nactual:   %s\n' "$2" "$3" | sed 's/^/# /'
  fi
}

# type_lines PROGRAM LINE…: what became of it is in $status, noted and asked.
nudge=
# shellcheck disable=SC2086 # no nudge is no argument
type_lines () {
  with=$1; shift
  rm -f "$dir/noted" "$dir/asked"; touch "$dir/noted" "$dir/asked"
  [ $# -eq 0 ] && : >"$dir/lines"
  [ $# -eq 0 ] || printf '%s\n' "$@" >"$dir/lines"
  env PATH="$dir:$PATH" AUFAIT_DIALOG="$with" AUFAIT="$dir/aufait" "$dialog" 7 'R&D <Marie>' $nudge >/dev/null 2>&1
  status=$?
}

for with in zenity yad kdialog terminal; do
  # shellcheck disable=SC2016 # what is typed is nothing but text
  type_lines "$with" 'she loved it, "really" $HOME'
  # shellcheck disable=SC2016
  check "$with gives one line to the client" '[note][7][she loved it, "really" $HOME]' "$(cat "$dir/noted")"
  check "$with ends well" 0 $status

  type_lines "$with" 'bad one' 'good one'
  check "$with asks again after a refusal" '[note][7][bad one]
[note][7][good one]' "$(cat "$dir/noted")"

  type_lines "$with" '-v she said'
  check "$with takes a dash for text" '[note][7][-v she said]' "$(cat "$dir/noted")"

  type_lines "$with"
  check "$with is cancelled without a word" '0:' "$status:$(cat "$dir/noted")"

  type_lines "$with" '   ' 'never asked'
  check "$with takes nothing for a cancel" '0:' "$status:$(cat "$dir/noted")"
done

nudge=12
for with in zenity terminal; do
  type_lines "$with" 'good one'
  check "$with closes the nudge once the note is kept" '[note][7][good one]
[done][12][]' "$(cat "$dir/noted")"
  type_lines "$with"
  check "$with leaves the nudge open when it is cancelled" '' "$(cat "$dir/noted")"
done
nudge=
type_lines zenity 'bad one'
check "what was refused is offered again" 1 "$(tail -n 1 "$dir/asked" | grep -c -- '--entry-text bad one')"
check "the refusal is shown" 1 "$(grep -c 'not <i>so</i> & not now' "$dir/asked")"
type_lines yad 'bad one'
check "markup is escaped" 1 "$(grep -c 'not &lt;i&gt;so&lt;/i&gt; &amp; not now' "$dir/asked")"

"$dialog" 2>/dev/null
check "without a person it is refused" 2 $?

if command -v shellcheck >/dev/null; then
  check "shellcheck finds nothing" "" "$(shellcheck "$dialog" 2>&1)"
fi
echo "1..$count"
exit $failed
