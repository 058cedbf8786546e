# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of aufait for bash: the program itself knows what a word may become.
_aufait ()
{
  local candidate quote=
  local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}")

  case ${words[-1]} in
    [\"\']*) quote=${words[-1]:0:1}; words[-1]=${words[-1]:1} ;;
  esac
  COMPREPLY=()
  while IFS= read -r candidate; do
    [[ -z $quote && $candidate == *[!A-Za-z0-9-]* ]] && printf -v candidate '%q' "$candidate"
    COMPREPLY+=("$candidate")
  done < <(aufait --complete "${words[@]}" 2>/dev/null)
}
complete -o default -F _aufait aufait
