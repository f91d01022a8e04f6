# SPDX-License-Identifier: Apache-2.0
# fish completion of ims-explain: the options that --help prints, the codes that --list prints, and files.
function __ims_explain_options
    ims-explain --help 2>/dev/null | string match -rg '^ +(?:-[a-z], *)?(--[a-z-]+)'
end
complete -c ims-explain -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__ims_explain_options)'
complete -c ims-explain -a '(ims-explain --list 2>/dev/null | string replace -r " +" \t)'
