// SPDX-License-Identifier: Apache-2.0
// The names that check refuses, against every macro and every global name that the compilers of this machine see.
#include "taken_names.hpp"
#include "check.hpp"
#include "warn.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "write.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace errcat::tool;

namespace {

using names = std::set<std::string>;

/// A catalog of one error, with a namespace, a code and a name of the caller's.
catalog catalog_of(const std::string& name_space, const std::string& code, const std::string& name) {
  catalog subject;
  subject.at = {"c"};
  subject.name_space = {name_space, {"c"}};
  subject.source = {"s", {"c"}};
  row error;
  error.at = {"c"};
  error.code = {code, {"c"}};
  error.name = {name, {"c"}};
  error.status = {"400", {"c"}};
  error.message = {"M.", {"c"}};
  subject.rows.push_back(error);
  return subject;
}

bool accepts(const catalog& subject) {
  diagnostics found;
  check(subject, found);
  return found.ok();
}

bool accepts_name(const std::string& name) { return accepts(catalog_of("n", "c", name)); }
bool accepts_namespace(const std::string& name_space) { return accepts(catalog_of(name_space, "c", "name")); }

std::string errors_of(const catalog& subject) {
  diagnostics found;
  check(subject, found);
  return printed(found);
}

std::string warnings_of(const catalog& subject) {
  diagnostics found;
  warn(subject, found);
  return printed(found);
}

/// The compilers of this machine among those that the library supports, with their standard libraries.
std::vector<std::string> compilers() {
  std::vector<std::string> found;
  std::set<std::string> programs;
  for (const std::string& compiler : {word(COMPILER), std::string("g++"), std::string("clang++")}) {
    const auto program = run("readlink -f \"$(command -v " + compiler + ")\"");
    if (program.status == 0 && programs.insert(program.out).second) found.push_back(compiler);
  }
  const std::string libcxx = "clang++-19 -stdlib=libc++";
  if (run("echo '#include <cstddef>' | " + libcxx + " -E -x c++ -").status == 0) found.push_back(libcxx);
  return found;
}

/// A source that includes all of `headers` that there are.
std::string including(const std::vector<std::string>& headers) {
  std::string source;
  for (const std::string& header : headers) {
    source += "#if __has_include(<" + header + ">)\n#include <" + header + ">\n#endif\n";
  }
  return source;
}

/// Every header below include/, and {fmt}, which errcat formats for.
std::string public_headers() {
  const std::filesystem::path root = INCLUDE;
  std::vector<std::string> headers{"fmt/format.h"};
  for (const auto& file : std::filesystem::recursive_directory_iterator(root)) {
    if (file.path().extension() == ".hpp") headers.push_back(file.path().lexically_relative(root).generic_string());
  }
  std::ranges::sort(headers);
  REQUIRE(headers.size() > 3);
  return including(headers);
}

/// The rest of the standard library, which a program may include as well.
std::string standard_headers() {
  return including(
      {"algorithm",  "any",        "array",        "atomic",    "bit",          "bitset",          "cassert",
       "cctype",     "cerrno",     "cfenv",        "cfloat",    "charconv",     "chrono",          "cinttypes",
       "climits",    "clocale",    "cmath",        "compare",   "complex",      "concepts",        "csetjmp",
       "csignal",    "cstdarg",    "cstddef",      "cstdint",   "cstdio",       "cstdlib",         "cstring",
       "ctime",      "cuchar",     "cwchar",       "cwctype",   "exception",    "execution",       "filesystem",
       "format",     "fstream",    "functional",   "future",    "iomanip",      "iostream",        "latch",
       "limits",     "locale",     "memory",       "mutex",     "numbers",      "numeric",         "random",
       "ranges",     "ratio",      "regex",        "semaphore", "shared_mutex", "source_location", "sstream",
       "stop_token", "syncstream", "system_error", "thread",    "typeindex",    "valarray",        "version"});
}

/// Identifiers that a program may use: not reserved for the implementation.
bool is_free(std::string_view name) {
  const bool reserved =
      name.find("__") != std::string_view::npos ||
      (name[0] == '_' && (name.size() == 1 || std::isupper(static_cast<unsigned char>(name[1])) != 0));
  return !reserved && std::isdigit(static_cast<unsigned char>(name[0])) == 0;
}

/// The macros that `compiler` knows after `source`.
names macros_of(const std::string& compiler, const std::filesystem::path& source) {
  const auto result = run(compiler + " -w -dM -E -x c++ -I" + word(INCLUDE) + " " + word(source));
  INFO(compiler << '\n' << result.err.substr(0, 2000));
  REQUIRE(result.status == 0);
  names found;
  std::istringstream lines(result.out);
  for (std::string define, name; lines >> define >> name && std::getline(lines, define);) {
    name.resize(std::min(name.find('('), name.size()));
    if (is_free(name)) found.insert(name);
  }
  return found;
}

/// The identifiers of `source` after preprocessing.
names identifiers_of(const std::string& compiler, const std::filesystem::path& source) {
  const auto result = run(compiler + " -w -P -E -x c++ -I" + word(INCLUDE) + " " + word(source));
  REQUIRE(result.status == 0);
  names found;
  std::string name;
  for (const char c : result.out) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
      name += c;
    } else if (!name.empty()) {
      if (is_free(name)) found.insert(name);
      name.clear();
    }
  }
  return found;
}

names among(const names& all, bool (*accepted)(const std::string&)) {
  names left;
  std::ranges::copy_if(all, std::inserter(left, left.end()), accepted);
  return left;
}

}  // namespace

TEST_CASE("no macro of the public headers or the standard library is accepted as a name") {
  const auto source = scratch("taken_names-macros") / "headers.cpp";
  put(source, public_headers() + standard_headers());
  for (const std::string& compiler : compilers()) {
    for (const char* options : {" -std=c++20", " -std=gnu++20", " -std=gnu++20 -O2 -D_FORTIFY_SOURCE=2"}) {
      const names macros = macros_of(compiler + options, source);
      INFO(compiler << options << ": " << macros.size() << " macros");
      CHECK(macros.size() > 1000);
      CHECK(among(macros, accepts_name) == names());
      CHECK(among(macros, accepts_namespace) == names());
    }
  }
}

TEST_CASE("every identifier of the headers that is accepted compiles as an enumerator and as a namespace") {
  const auto source = scratch("taken_names-compiled") / "names.cpp";
  const std::string headers = public_headers() + standard_headers();
  for (const std::string& compiler : compilers()) {
    const std::string options = compiler + " -std=gnu++20";
    put(source, headers);
    names all = identifiers_of(options, source);
    all.merge(macros_of(options, source));
    // Keywords that headers spell otherwise or do not use, and words with a meaning in some places.
    all.insert(
        {"typeof", "contract_assert", "final", "import", "module", "override", "and_eq", "co_yield", "restrict"});
    const names enumerators = among(all, accepts_name);
    const names namespaces = among(all, accepts_namespace);
    INFO(options << ": " << all.size() << " identifiers");
    CHECK(all.size() > 4000);
    CHECK(enumerators.size() > all.size() / 2);
    CHECK(namespaces.size() > all.size() / 3);
    std::string program = headers + "enum class taken_names_test {\n";
    for (const std::string& name : enumerators) program += "  " + name + ",\n";
    program += "};\n";
    for (const std::string& name : namespaces) program += "namespace " + name + " { struct taken_names_test; }\n";
    put(source, program);
    const auto compiled = run(options + " -w -fsyntax-only -I" + word(INCLUDE) + " " + word(source));
    INFO(compiled.err.substr(0, 3000));
    CHECK(compiled.status == 0);
  }
}

TEST_CASE("a header compiles in a namespace and with names that are also the header's own or the library's") {
  const auto folder = scratch("taken_names-header");
  std::string program = public_headers();
  int number = 0;
  for (const char* own : {"errc",       "errors", "table",    "row",  "rows", "entry",   "catalog",   "text",
                          "name",       "Error",  "Json",     "Code", "json", "to_json", "from_json", "make_error_code",
                          "error_code", "detail", "nlohmann", "fmt"}) {
    for (const std::string& name_space :
         {std::string(own), "n::" + std::string(own), "m::" + std::string(own) + "::" + own}) {
      const catalog subject = catalog_of(name_space, own, std::string(own) + "_too");
      REQUIRE(errors_of(subject).empty());
      const std::string file = std::to_string(++number) + ".hpp";
      put(folder / file, write_header(checked(subject)));
      program += "#include \"" + file + "\"\nstatic_assert(" + name_space + "::errors.find(\"" + own +
                 "\")->error() == " + name_space + "::errc::" + own + "_too);\n";
    }
  }
  for (const char* inner : {"n::std", "n::errcat", "n::int8_t", "n::posix", "n::time"}) {
    const std::string file = std::to_string(++number) + ".hpp";
    const catalog subject = catalog_of(inner, "std", "errcat");
    put(folder / file, write_header(checked(subject)));
    program += "#include \"" + file + "\"\nstatic_assert(" + std::string(inner) + "::errors.size() == 1);\n";
  }
  put(folder / "main.cpp", program);
  const auto compiled =
      run(word(COMPILER) + " -std=c++20 -fsyntax-only -I" + word(INCLUDE) + " " + word(folder / "main.cpp"));
  INFO(compiled.err.substr(0, 3000));
  CHECK(compiled.status == 0);
}

TEST_CASE("a name that is a macro is refused as a name, a code and a part of a namespace") {
  for (const char* macro :
       {"EOF",        "EINVAL",   "E2BIG",          "EXIT_FAILURE", "SIGTERM",  "SIG_DFL",  "NAN",
        "CHAR_BIT",   "BUFSIZ",   "INFINITY",       "FE_INVALID",   "LC_ALL",   "PRId32",   "SCNxMAX",
        "RAND_MAX",   "TMP_MAX",  "L_tmpnam",       "M_PI",         "M_PIf32x", "HUGE_VAL", "FLT_MAX",
        "DBL_DIG",    "LDBL_MIN", "FLT32X_MAX",     "va_arg",       "offsetof", "assert",   "errno",
        "stdin",      "linux",    "unix",           "setjmp",       "INT8_C",   "SIZE_MAX", "SYS_read",
        "FMT_STRING", "i386",     "CLOCKS_PER_SEC", "isascii",      "SNANF",    "PRIB8",    "SCNX16"}) {
    INFO(macro);
    CHECK(errors_of(catalog_of("n", "c", macro)) ==
          "c:1:1: error: name '" + std::string(macro) + "' is a macro in C or C++ headers, or reserved for one\n");
    CHECK(errors_of(catalog_of("n", macro, "name")) == "c:1:1: error: enumerator '" + std::string(macro) +
                                                           "' of code '" + macro +
                                                           "' is a macro in C or C++ headers, or reserved for one\n");
    CHECK(errors_of(catalog_of(std::string("n::") + macro, "c", "name")) ==
          "c:1:1: error: '" + std::string(macro) + "' in namespace 'n::" + macro +
              "' is a macro in C or C++ headers, or reserved for one\n");
  }
}

TEST_CASE("a name that only looks like a macro is accepted") {
  for (const char* name : {"E1001",   "E",       "E_FAIL",  "EACCES_DENIED",  "SIGNATURE_INVALID",
                           "SIG",     "PRIVATE", "PRI",     "SCN8",           "M_1",
                           "M_PIx",   "SYS_1",   "SYS_",    "DBLMAX",         "FLT9",
                           "DECIMAL", "FE",      "LC",      "INTERNAL_ERROR", "TIMEOUT_MAX",
                           "M_24",    "M_PIfx",  "PRIvate", "PRIY8"}) {
    INFO(name);
    CHECK(accepts_name(name));
  }
}

TEST_CASE("an outermost namespace that the C library declares is refused, and only there") {
  for (const char* taken : {"time", "signal", "index", "int8_t", "div", "exit", "system", "lgammaf_r", "pthread_once",
                            "fopen64", "timespec", "FILE", "f32addf64x"}) {
    INFO(taken);
    const std::string name_space = taken;
    CHECK(is_global_name(taken));
    if (name_space != "system") {  // refused for another reason
      CHECK(errors_of(catalog_of(name_space, "c", "name")) ==
            "c:1:1: error: namespace '" + name_space + "' is taken by the C library; choose another\n");
    }
    CHECK(accepts(catalog_of("n::" + name_space, "c", "name")));
    CHECK(accepts_name(taken));
  }
  for (const char* free : {"ims", "cafe", "timer", "indexes", "payments", "nlohmann", "sem", "logs"}) {
    INFO(free);
    CHECK(accepts_namespace(free));
  }
}

TEST_CASE("a name that is a macro only of headers that some programs include is warned of") {
  const auto warned = [](const std::string& name, const std::string& header) {
    INFO(name);
    const std::string end =
        "' is a macro in " + header + "; a program that includes it cannot use the name [foreign-macro]\n";
    CHECK(accepts_name(name));
    CHECK(warnings_of(catalog_of("n", "c", name)) == "c:1:1: warning: name '" + name + end);
    CHECK(warnings_of(catalog_of("n", name, "name")) ==
          "c:1:1: warning: enumerator '" + name + "' of code '" + name + end);
    CHECK(warnings_of(catalog_of("n::" + name, "c", "name")) ==
          "c:1:1: warning: '" + name + "' in namespace 'n::" + name + end);
  };
  for (const char* name : {"NO_ERROR", "DELETE", "IN", "OUT", "OPTIONAL", "CONST", "near", "far", "small", "interface",
                           "min", "max", "GetMessage", "ERROR_ACCESS_DENIED", "WSAECONNRESET"})
    warned(name, "<windows.h>");
  for (const char* name : {"HOST_NOT_FOUND", "TRY_AGAIN", "NO_RECOVERY", "NO_DATA", "NO_ADDRESS"})
    warned(name, "<netdb.h>");
  for (const char* name : {"major", "minor", "makedev"}) warned(name, "<sys/sysmacros.h>");
  for (const char* name : {"None", "Success", "Status", "Bool", "Always"}) warned(name, "<X11/Xlib.h>");
  for (const char* name : {"slots", "signals", "emit", "foreach", "forever"}) warned(name, "Qt");
  for (const char* name : {"check", "require", "verify"}) warned(name, "<AssertMacros.h> of macOS");
  for (const char* name : {"image_not_found", "ERROR_", "ERROR_code", "error_max", "ACCESS_DENIED", "IMG_0024"})
    CHECK(warnings_of(catalog_of("n", "c", name)).empty());
}
