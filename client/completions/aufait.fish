# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of aufait for fish: the program itself knows what a word may become.
function __aufait_complete
    set -l words (commandline -opc)
    aufait --complete $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c aufait -f -a '(__aufait_complete)'
