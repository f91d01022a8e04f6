# SPDX-License-Identifier: Apache-2.0
# bash completion of ims-explain: options, and the codes that --list prints.
_ims_explain() {
  local word=${COMP_WORDS[COMP_CWORD]}
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--help --version --search --list --json' -- "$word")
  elif [[ ${COMP_WORDS[COMP_CWORD - 1]} != --search ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$("$1" --list 2>/dev/null | cut -d ' ' -f 1)" -- "$word")
  fi
}
complete -F _ims_explain ims-explain
