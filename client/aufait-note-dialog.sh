#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# aufait-note-dialog PERSON-ID NAME [NUDGE]: asks for one line about that person and gives it to
# “aufait note”; once it is kept, the nudge that asked for it is done. With the dialog program that
# is there: kdialog, zenity or yad; else in a terminal. What is refused is said and offered again:
# nothing that was typed is lost.
#
#   AUFAIT         the client, when it is another than “aufait”
#   AUFAIT_DIALOG  the dialog program, when it is to be another: kdialog, zenity, yad or terminal
set -u

TEXTDOMAIN=aufait
export TEXTDOMAIN
if [ -n "${AUFAIT_LOCALEDIR:-}" ]; then
  TEXTDOMAINDIR=$AUFAIT_LOCALEDIR
  export TEXTDOMAINDIR
fi
# shellcheck disable=SC1090,SC1091 # it belongs to gettext, and may be missing
if command -v gettext.sh >/dev/null 2>&1 && . gettext.sh; then :; else
  gettext () { printf %s "$1"; }
  eval_gettext () { eval "printf %s \"$1\""; }
fi

who=${1:-}
name=${2:-$who}
nudge=${3:-}
aufait=${AUFAIT:-aufait}
if [ -z "$who" ]; then
  gettext "Usage: aufait-note-dialog PERSON-ID NAME [NUDGE]" >&2
  echo >&2
  exit 2
fi

has () { command -v "$1" >/dev/null 2>&1; }

# Names and notes are text: what reads markup must not find any in them. Each program reads another
# kind: zenity backslashes, and underscores in a question; yad markup; kdialog either, so it is told.
escape () {
  case $dialog in
    kdialog) printf '<qt>%s</qt>' "$(printf %s "$1" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/$/<br>/; $ s/<br>$//')" ;;
    yad) printf %s "$1" | sed 's/\\/\\\\/g; s/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' ;;
    zenity) printf %s "$1" | sed 's/\\/\\\\/g' ;;
  esac
}

# The one that looks at home first.
choose_dialog () {
  case ${XDG_CURRENT_DESKTOP:-} in
    *KDE*|*LXQt*) order="kdialog zenity yad" ;;
    *) order="zenity yad kdialog" ;;
  esac
  if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then order=; fi
  for program in $order; do
    if has "$program"; then
      echo "$program"
      return
    fi
  done
  echo terminal
}

# ask TEXT: prints the line; another status than 0 when it was cancelled.
ask () {
  case $dialog in
    kdialog) kdialog --icon org.aufait.Aufait --title "$title" --inputbox "$(escape "$question")" "$1" ;;
    zenity) zenity --entry --title "$title" --text "$(escape "$question" | sed 's/_/__/g')" \
      --entry-text "$1" --width 480 ;;
    yad) yad --entry --window-icon org.aufait.Aufait --title "$title" --text "$(escape "$question")" \
      --entry-text "$1" --width 480 ;;
  esac 2>/dev/null
}

# refuse MESSAGE: says why it was not taken.
refuse () {
  case $dialog in
    kdialog) kdialog --title "$title" --error "$(escape "$1")" ;;
    zenity) zenity --error --no-markup --title "$title" --text "$(escape "$1")" --width 480 ;;
    yad) yad --image dialog-error --title "$title" --text "$(escape "$1")" --button "OK:0" --width 480 ;;
  esac >/dev/null 2>&1
}

# take TEXT: gives it to the client, on its standard input: on a command line a number before words
# that name someone would count as one of the words, and the note as one about them.
take () {
  printf '%s\n' "$1" | "$aufait" note "$who" - || return
  # Answered elsewhere in the meantime, it is no error here.
  if [ -n "$nudge" ]; then "$aufait" "done" "$nudge" >/dev/null 2>&1 || :; fi
}

# In a terminal, as the program that it runs.
converse () {
  printf '%s\n' "$question"
  while printf '> ' && IFS= read -r text; do
    case $text in
      *[![:space:]]*) ;;
      *) return 0 ;;
    esac
    if take "$text"; then
      sleep 2 # long enough to read what was understood
      return 0
    fi
    gettext "Try again, or leave the line empty to give up."
    echo
  done
  return 0
}

open_terminal () {
  for terminal in xdg-terminal-exec x-terminal-emulator gnome-terminal konsole xterm; do
    has "$terminal" || continue
    case $terminal in
      xdg-terminal-exec) exec "$terminal" "$0" --converse "$who" "$name" "$nudge" ;;
      gnome-terminal) exec "$terminal" -- "$0" --converse "$who" "$name" "$nudge" ;;
      *) exec "$terminal" -e "$0" --converse "$who" "$name" "$nudge" ;;
    esac
  done
  gettext "No dialog program was found: install zenity, kdialog or yad" >&2
  echo >&2
  exit 1
}

converses=no
if [ "$who" = --converse ]; then
  converses=yes
  who=${2:-}
  name=${3:-$who}
  nudge=${4:-}
fi
export name # for eval_gettext
title=$(gettext "Au fait")
question=$(eval_gettext "What did you hear of \$name?")

if [ "$converses" = yes ]; then
  converse
  exit
fi
dialog=${AUFAIT_DIALOG:-$(choose_dialog)}
if [ "$dialog" = terminal ]; then open_terminal; fi

text=
while text=$(ask "$text"); do
  case $text in
    *[![:space:]]*) ;;
    *) exit 0 ;;
  esac
  if message=$(take "$text" 2>&1); then exit 0; fi
  refuse "$message"
done
exit 0
