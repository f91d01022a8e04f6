# SPDX-License-Identifier: Apache-2.0
# bash completion of errcat: the subcommands and options that --help prints, files, and the codes of `explain`.
_errcat() {
  local word=${COMP_WORDS[COMP_CWORD]} subcommand=
  [[ $COMP_CWORD -gt 1 && ${COMP_WORDS[1]} != -* ]] && subcommand=${COMP_WORDS[1]}
  if [[ $word == -* ]]; then
    local options
    options=$("$1" $subcommand --help 2>/dev/null | grep -oE -e '^ +(-[a-z], *)?--[a-z-]+' | grep -oE -e '--[a-z-]+')
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [[ -z $subcommand ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$("$1" --help | sed -n '/^subcommands:/I,$s/^  \([a-z]\+\) .*/\1/p')" -- "$word")
  else
    if [[ $subcommand == explain && ${COMP_WORDS[COMP_CWORD - 1]} != -* ]]; then
      local i catalogs=()
      for ((i = 2; i < COMP_CWORD; ++i)); do
        case ${COMP_WORDS[i]} in -c | --catalog) catalogs+=(-c "${COMP_WORDS[i + 1]}") ;; esac
      done
      mapfile -t COMPREPLY < <(compgen -W "$("$1" explain --list "${catalogs[@]}" 2>/dev/null | cut -d ' ' -f 1)" -- "$word")
    fi
    compopt -o default
  fi
}
complete -F _errcat errcat
