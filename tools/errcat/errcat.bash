# SPDX-License-Identifier: Apache-2.0
# bash completion of errcat: files, and the subcommands and options that --help prints.
_errcat() {
  local word=${COMP_WORDS[COMP_CWORD]} subcommand=
  [[ $COMP_CWORD -gt 1 && ${COMP_WORDS[1]} != -* ]] && subcommand=${COMP_WORDS[1]}
  if [[ $word == -* ]]; then
    local options
    options=$("$1" $subcommand --help 2>/dev/null | grep -oE -e '^ +(-[a-z],)?--[a-z-]+' | grep -oE -e '--[a-z-]+')
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [[ -z $subcommand ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$("$1" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\) .*/\1/p')" -- "$word")
  else
    compopt -o default
  fi
}
complete -F _errcat errcat
