// SPDX-License-Identifier: Apache-2.0
// Completion, as the shells do it.
#include "support/catch.hpp"
#include "support/command.hpp"

#include <iostream>

namespace fs = std::filesystem;

namespace {

const std::string folders =
    word(fs::path(ERRCAT_COMPLETION).parent_path()) + ' ' + word(fs::path(EXPLAIN_COMPLETION).parent_path());
const std::string programs = word(fs::path(ERRCAT_TOOL).parent_path());
const std::string explain_img = "errcat explain -c " + fs::path(IMG_CATALOG).parent_path().string();

bool has(const char* shell) {
  if (run(std::string("command -v ") + shell).status == 0) return true;
  std::cout << "skipped: " << shell << " is not installed\n";
  return false;
}

/// Returns what bash offers for the last word of a line.
std::string bash(const std::string& line) {
  return run("cd " + word(scratch("completion-bash")) + " && PATH=" + programs +
             ":$PATH bash -c 'source \"$1/errcat.bash\"; source \"$2/ims-explain.bash\"; COMP_WORDS=($3); "
             "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); compopt() { :; }; if [[ ${COMP_WORDS[0]} == errcat ]]; then "
             "_errcat errcat; "
             "else _ims_explain ims-explain; fi; echo \"${COMPREPLY[*]}\"' - " +
             folders + ' ' + word(line))
      .out;
}

/// Returns what zsh makes of a line when Tab is pressed on a terminal.
std::string zsh(const std::string& line) {
  const fs::path folder = scratch("completion-zsh");
  put(folder / "run.zsh", R"(
zmodload zsh/zpty
zpty t zsh -f -i
zpty -w t "PROMPT=; PATH=${(q)3}:\$PATH; fpath=(${(q)1} ${(q)2} \$fpath); autoload -Uz compinit; compinit -D -u
show() { print -r -- \"<\$BUFFER>\"; BUFFER=; zle -I }; zle -N show; bindkey '^X' show; print REA''DY"
zpty -r t text '*READY*'
zpty -n -w t "$4"$'\t\x18'
zpty -r t text '*<*>*'
print -r -- ${${text##*<}%%>*}
)");
  return run("cd " + word(folder) + " && timeout 60 zsh -f run.zsh " + folders + ' ' + programs + ' ' + word(line)).out;
}

/// Returns what fish offers for the last word of a line, with descriptions.
std::string fish(const std::string& line) {
  const fs::path folder = scratch("completion-fish");
  return run("cd " + word(folder) + " && HOME=" + word(folder) + " PATH=" + programs +
             ":$PATH fish -N -c 'source $argv[1]/errcat.fish; source $argv[2]/ims-explain.fish; complete -C "
             "\"$argv[3]\"' " +
             folders + ' ' + word(line))
      .out;
}

}  // namespace

TEST_CASE("bash completes subcommands, options and codes") {
  CHECK(bash("errcat exp") == "explain\n");
  CHECK(bash("errcat explain --co") == "--count\n");
  CHECK(bash(explain_img + " IMG.024") == "IMG.0241 IMG.0242\n");
  CHECK(bash("errcat explain -c IMG.024") == "\n");
  CHECK(bash("ims-explain --co") == "--count\n");
  CHECK(bash("ims-explain IMG.024") == "IMG.0241 IMG.0242\n");
  CHECK(bash("ims-explain --search IMG.024") == "\n");
}

TEST_CASE("zsh completes subcommands, options and codes", "[may-skip]") {
  if (!has("zsh")) return;
  CHECK(zsh("errcat exp") == "errcat explain \n");
  CHECK(zsh("errcat check --str") == "errcat check --strict \n");
  CHECK(zsh("errcat explain --cou") == "errcat explain --count \n");
  CHECK(zsh(explain_img + " IMG.024") == explain_img + " IMG.024\n");
  CHECK(zsh(explain_img + " IMG.021") == explain_img + " IMG.0212 \n");
  CHECK(zsh("ims-explain --cou") == "ims-explain --count \n");
  CHECK(zsh("ims-explain IMG.021") == "ims-explain IMG.0212 \n");
}

TEST_CASE("fish completes subcommands, options and codes", "[may-skip]") {
  if (!has("fish")) return;
  CHECK(fish("errcat exp") == "explain\texplain codes, logs and questions from catalogs\n");
  CHECK(fish("errcat check --str") == "--strict\n");
  CHECK(fish("errcat explain --cou") == "--count\n");
  CHECK(fish(explain_img + " IMG.021") == "IMG.0212\tThe value of Architecture must be x86 or Arm.\n");
  CHECK(fish("ims-explain --cou") == "--count\n");
  CHECK(fish("ims-explain IMG.021") == "IMG.0212\tThe value of Architecture must be x86 or Arm.\n");
}
