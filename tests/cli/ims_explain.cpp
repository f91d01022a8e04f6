// SPDX-License-Identifier: Apache-2.0
// ims-explain as users run it.
#include "programs.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

TEST_CASE("ims-explain prints the meaning of a code and its handling measure") {
  const auto result = run(explain + " IMG.0024");
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK(result.out ==
        "IMG.0024\n"
        "  status            400\n"
        "  message           The image type in the request is incorrect.\n"
        "  handling measure  Select either BMS or ECS.\n");
}

TEST_CASE("ims-explain prints a description that differs, a list, and that no measure is documented") {
  const auto result = run(explain + " IMG.0004 IMG.0075 IMG.0083");
  CHECK(result.status == 0);
  CHECK(result.out.find("  description       The image name contains more than 1024 characters.\n") !=
        std::string::npos);
  CHECK(result.out.find("\n                    - Digits\n") != std::string::npos);
  CHECK(result.out.find("  handling measure  (none documented)\n") != std::string::npos);
}

TEST_CASE("ims-explain names an unknown code and still explains the known ones") {
  const auto result = run(explain + " IMG.9999 IMG.0001");
  CHECK(result.status == 1);
  CHECK(result.err == "ims-explain: IMG.9999: unknown code\n");
  CHECK(result.out.starts_with("IMG.0001\n"));
}

TEST_CASE("ims-explain exits with 2 after wrong usage and on a full disk") {
  CHECK(run(explain + " --nonsense").status == 2);
  CHECK(run(explain + " IMG.0001 >/dev/full").status == 2);
  CHECK(run(explain + " --help").status == 0);
  const std::string version = run(explain + " --version").out;
  CHECK(version.starts_with("ims-explain 1."));
  CHECK(version.ends_with("edition of 2023-05-17\n"));  // of the table
}

TEST_CASE("ims-explain accepts codes as people type them, and reports how it read them") {
  for (const char* typed : {"IMG.0024", "img.24", "IMG.24", "img.0024", "IMG.00024"}) {
    const auto result = run(explain + " " + typed);
    INFO(typed << result.err);
    CHECK(result.status == 0);
    CHECK(result.out.starts_with("IMG.0024\n"));
    CHECK(result.err.empty());  // only case or zeros differ
  }
  for (const char* typed : {"24",
                            "0024",
                            "'\"IMG.0024\"'",
                            "IMG-0024",
                            "IMG-24",
                            "IMG_24",
                            "'IMG 24'",
                            "'IMG #24'",
                            "img0024",
                            "'IMG.0024,'",
                            "IMG:24",
                            "lMG.0024",
                            "1MG.0024",
                            "IMG.0O24",
                            "IMG.OO24",
                            "'|MG.0024'",
                            "\uFF29\uFF2D\uFF27\uFF0E\uFF10\uFF10\uFF12\uFF14",
                            "I\u041CG.0024",
                            "IMG\u201324",
                            "ims::errc::IMG_0024",
                            "errc::image_type_incorrect",
                            "image_type_incorrect",
                            "IMAGE-TYPE-INCORRECT",
                            "'image type incorrect'"}) {
    const auto result = run(explain + " " + typed);
    INFO(typed << result.err);
    CHECK(result.status == 0);
    CHECK(result.out.starts_with("IMG.0024\n"));
    CHECK(result.err.find(": read as IMG.0024\n") != std::string::npos);
  }
  for (const char* typed : {"IMH.0024", "IM.24", "x", "''", "24x", "99999999999", "-"}) {
    const auto result = run(explain + " " + typed);
    INFO(typed);
    CHECK(result.status != 0);
    CHECK(result.out.empty());
  }
}

TEST_CASE("ims-explain shows its arguments without control characters") {
  const std::string acts = " \"$(printf '\\033\\302\\233\\342\\200\\256\\377')24\"";
  const std::string shown = "U+001BU+009BU+202E\uFFFD24";
  CHECK(run(explain + acts).err == "ims-explain: " + shown + ": read as IMG.0024\n");
  CHECK(run(explain + acts + "x").err == "ims-explain: " + shown +
                                             "x: not a code; searched for its words\nims-explain: no error matches '" +
                                             shown + "x'\n");
  CHECK(run(explain + " --search" + acts).err == "ims-explain: no error matches '" + shown + "'\n");
  CHECK(run(explain + " --list=" + acts.substr(1)).err.find(shown) != std::string::npos);
}

TEST_CASE("ims-explain suggests codes near an unknown one") {
  CHECK(run(explain + " IMG.2042").err ==
        "ims-explain: IMG.2042: unknown code; similar codes:\n"
        "  IMG.0242  Insufficient budget of enterprise department.\n");
  CHECK(run(explain + " IMG.0204").err.find("similar codes:\n") != std::string::npos);
  CHECK(run(explain + " XYZ.0024").err == "ims-explain: XYZ.0024: no table here has codes of 'XYZ'\n");
  CHECK(run(explain + " IMH.24").err ==
        "ims-explain: IMH.24: no table here has codes of 'IMH'; similar codes:\n"
        "  IMG.0024  The image type in the request is incorrect.\n");
}

TEST_CASE("ims-explain searches all fields, lists, and prints JSON") {
  const auto found = run(explain + " --search 'contact TECHNICAL support' --json");
  CHECK(found.status == 0);
  const auto errors = nlohmann::json::parse(found.out);
  CHECK(errors.size() == 53);
  for (const auto& error : errors) CHECK(error["handling_measure"] == "Contact technical support.");
  const auto none = run(explain + " --search nonsense");
  CHECK(none.status == 1);
  CHECK(none.err == "ims-explain: no error matches 'nonsense'\n");
  const auto list = run(explain + " --list");
  CHECK(list.status == 0);
  CHECK(list.out.starts_with("IMG.0001  The request message format is invalid.\n"));
  CHECK(std::ranges::count(list.out, '\n') == 177);
  CHECK(run(explain + " --list | head -n 1").status == 0);
  CHECK(run(explain + " --list | head -n 1").err.empty());
}

TEST_CASE("ims-explain explains each code of a text once, in order of appearance, and names unknown ones") {
  const auto result = run(
      "printf 'at 12:00 {\"code\":\"IMG.0024\"} (IMG.0009).\\nIMG.0024 IMG.9999 XIMG.0001 IMG.12345678901 IMG.' | " +
      explain);
  CHECK(result.status == 1);
  CHECK(result.err == "ims-explain: IMG.9999: unknown code\nims-explain: IMG.12345678901: unknown code\n");
  CHECK(result.out.starts_with("IMG.0024\n"));
  CHECK(result.out.find("\nIMG.0009\n") != std::string::npos);
  CHECK(result.out.find("IMG.0001") == std::string::npos);
  CHECK(result.out.find("IMG.0024", 5) == std::string::npos);
  CHECK(run("printf 'IMG.0024' | " + explain).status == 0);
  const auto nothing = run(explain);
  CHECK(nothing.status == 1);
  CHECK(nothing.err == "ims-explain: no IMG code in the input\n");
}

TEST_CASE("ims-explain names a thousand unknown codes and then reports that there are more") {
  const auto result = run("seq -f 'IMG.1%06.0f' 2000 | " + explain + " 2>&1");
  CHECK(result.status == 1);
  CHECK(std::ranges::count(result.out, '\n') == 1001);
  CHECK(result.out.find("\nims-explain: IMG.1001000: unknown code\nims-explain: more unknown codes were found\n") !=
        std::string::npos);
}

TEST_CASE("ims-explain does not wait for a terminal's input") {
  const auto result = run("script -qec " + explain + " /dev/null");
  CHECK(result.status == 2);
  CHECK(result.out == "ims-explain: no codes given; name codes or pipe text to standard input (see --help)\r\n");
}

TEST_CASE("ims-explain is coloured on a terminal only, and never with NO_COLOR") {
  const auto on_terminal = [](const std::string& environment) {
    return run(environment + " script -qec " + explain + "' IMG.0024' /dev/null").out;
  };
  CHECK(on_terminal("env -u NO_COLOR").find("\033[1mIMG.0024\033[0m") != std::string::npos);
  CHECK(on_terminal("NO_COLOR=").find("\033[1mIMG.0024\033[0m") != std::string::npos);
  CHECK(on_terminal("NO_COLOR=1").find("\033[") == std::string::npos);
  CHECK(run("env -u NO_COLOR " + explain + " IMG.0024").out.find("\033[") == std::string::npos);
}
