# SPDX-License-Identifier: Apache-2.0
# fish completion of errcat: the subcommands and options that --help prints, files, and the codes of `explain`.
function __errcat_subcommands
    errcat --help 2>/dev/null | string match -rg '^  ([a-z]+) +(.*)' | paste - - | sort
end
function __errcat_subcommand
    set -l words (commandline -opc)
    test (count $words) -gt 1; and not string match -q -- '-*' $words[2]; and echo $words[2]
end
function __errcat_options
    errcat (__errcat_subcommand) --help 2>/dev/null | string match -rg '^ +(?:-[a-z], *)?(--[a-z-]+)'
end
function __errcat_codes
    set -l words (commandline -opc)
    set -l catalogs
    for i in (seq 3 (count $words))
        contains -- $words[$i] -c --catalog; and set -a catalogs -c $words[(math $i + 1)]
    end
    errcat explain --list $catalogs 2>/dev/null | string replace -r ' +' \t
end
complete -c errcat -n 'not __errcat_subcommand >/dev/null' -f -a '(__errcat_subcommands)'
complete -c errcat -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__errcat_options)'
complete -c errcat -n 'string match -q explain (__errcat_subcommand); and not string match -q -- "-*" (commandline -opc)[-1]' -a '(__errcat_codes)'
