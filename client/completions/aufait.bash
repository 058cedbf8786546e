# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of aufait for bash: the program itself knows what a word may become.
_aufait ()
{
  local candidate
  local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}")

  COMPREPLY=()
  while IFS= read -r candidate; do
    case $candidate in
      *' '*) printf -v candidate '%q' "$candidate" ;;
    esac
    COMPREPLY+=("$candidate")
  done < <(aufait --complete "${words[@]}" 2>/dev/null)
}
complete -o default -F _aufait aufait
