# SPDX-License-Identifier: Apache-2.0
# bash completion of ims-explain: the options that --help prints, the codes that --list prints, and files.
_ims_explain() {
  local word=${COMP_WORDS[COMP_CWORD]}
  if [[ $word == -* ]]; then
    local options
    options=$("$1" --help 2>/dev/null | grep -oE -e '^ +(-[a-z], *)?--[a-z-]+' | grep -oE -e '--[a-z-]+')
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [[ ${COMP_WORDS[COMP_CWORD - 1]} != --search ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$("$1" --list 2>/dev/null | cut -d ' ' -f 1)" -- "$word")
    compopt -o default
  fi
}
complete -F _ims_explain ims-explain
