// SPDX-License-Identifier: Apache-2.0
// The text of headers of any size: literals within the limits that MSVC documents, and strings that stay whole.
#include "header_text.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "write.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace errcat::tool;

namespace {

constexpr std::size_t msvc_literal = 16'380;  // C2026
constexpr std::size_t msvc_joined = 65'535;   // C1091

struct literal_sizes {
  std::size_t longest = 0;  // of one literal, in characters of the source
  std::size_t joined = 0;   // of adjacent literals, in bytes of the string
};

/// Measures the string literals of a header, without a compiler and without the code that wrote it.
literal_sizes measure(const std::string& header) {
  literal_sizes found;
  std::size_t joined = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const char c = header[i];
    if (header.compare(i, 2, "//") == 0) {
      i = header.find('\n', i);
    } else if (c == '\'') {
      i += header[i + 1] == '\\' ? 2 : 1;
      i = header.find('\'', i + 1);
      joined = 0;
    } else if (c == '"') {
      const std::size_t begin = ++i;
      for (; header[i] != '"'; ++joined) {
        const std::size_t digits = header[i] != '\\' || header[i + 1] < '0' || header[i + 1] > '7' ? 1 : 3;
        i += header[i] == '\\' ? 1 + digits : 1;
      }
      found.longest = std::max(found.longest, i - begin);
      found.joined = std::max(found.joined, joined);
    } else if (c != ' ' && c != '\n') {
      joined = 0;
    }
  }
  return found;
}

/// Returns a catalog like a published one: messages of their own, few measures.
catalog large_catalog(std::size_t rows) {
  catalog made;
  made.at = {"c"};
  made.name_space = {"large", {"c"}};
  made.prefix = {"P", {"c"}};
  made.source = {"written for the tests", {"c"}};
  for (std::size_t i = 1; i <= rows; ++i) {
    const std::string number = std::to_string(i);
    row& r = made.rows.emplace_back();
    r.at = {"c"};
    r.code = {"P." + number, {"c"}};
    r.name = {"reason_" + number, {"c"}};
    r.status = {"400", {"c"}};
    r.message = {"The request cannot be processed because of reason " + number + ".", {"c"}};
    r.description = {"The service found reason " + number + " while it read the r\u00E9quest.", {"c"}};
    r.handling_measure = {"Contact the support, group " + std::to_string(i % 50) + ".", {"c"}};
  }
  return made;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Compiles the header of `subject` and checks every string of it, at run time and some in constant expressions.
void check_strings(const catalog& subject, const std::string& folder_name) {
  const auto folder = scratch(folder_name);
  put(folder / "large.hpp", write_header(checked(subject)));
  put(folder / "main.cpp", R"(#include "large.hpp"
#include <iostream>
constexpr auto error = large::errors.find_number(large::errors.size()).value();
constexpr auto code = error.code();
static_assert(large::errors.find(code) == error && large::errors[large::errc::reason_1].code() == "P.1");
static_assert(error.response_body().starts_with("{\"error\":{\"message\":\"") && error.response_body().ends_with("\"}}"));
static_assert(error.message() == error.response_body().substr(21, error.message().size()));
int main() {
  for (const auto e : large::errors) {
    std::cout << e.code() << '|' << e.name() << '|' << e.message() << '|' << e.description() << '|'
              << e.handling_measure() << '|' << e.response_body() << '|' << (large::errors.find(e.code()) == e) << '\n';
  }
}
)");
  const auto compiled = run("cd " + word(folder) + " && " + word(COMPILER) +
                            " -std=c++20 -Wall -Wextra -Wpedantic -Werror -I" + word(INCLUDE) + " main.cpp -o main");
  INFO(compiled.err.substr(0, 2000));
  REQUIRE(compiled.status == 0);
  std::string expected;
  for (const row& r : subject.rows) {
    expected += r.code.text + '|' + r.name.text + '|' + r.message.text + '|' + r.description.text + '|' +
                r.handling_measure.text + R"(|{"error":{"message":")" + r.message.text + R"(","code":")" + r.code.text +
                "\"}}|1\n";
  }
  CHECK((run(word(folder / "main")).out == expected));
}

}  // namespace

TEST_CASE("the literals of a header are within MSVC's limits at any size") {
  for (const std::size_t rows : {177U, 1'000U, 10'000U}) {
    const catalog subject = large_catalog(rows);
    const std::string header = write_header(checked(subject));
    const literal_sizes sizes = measure(header);
    INFO(rows << " rows: " << sizes.longest << ", joined " << sizes.joined);
    CHECK(sizes.longest <= msvc_literal);
    CHECK(sizes.joined <= msvc_joined);
    CHECK(sizes.joined > 20'000);  // the text was measured
  }
  catalog long_strings = large_catalog(3);
  for (const std::size_t size : {20'000U, 70'000U, 200'000U}) {
    for (const char* piece : {"x", "\u00E9", "\"", "?"}) {
      std::string text;
      while (text.size() < size) text += piece;
      long_strings.rows[1].description.text = text;
      long_strings.source.text = text;
      const literal_sizes sizes = measure(write_header(checked(long_strings)));
      INFO(size << " of " << piece << ": " << sizes.longest << ", joined " << sizes.joined);
      CHECK(sizes.longest <= msvc_literal);
      CHECK(sizes.joined <= msvc_joined);
    }
  }
}

TEST_CASE("a literal has up to 16,000 characters, and a list of characters replaces more than 65,000 bytes") {
  const auto literals = [](std::size_t size) {
    return std::ranges::count(initializer(std::string(size, 'x')), '"') / 2;
  };
  CHECK(literals(15'999) == 1);  // its quote counts, too
  CHECK(literals(16'000) == 2);
  CHECK(literals(31'999) == 2);
  CHECK(literals(32'000) == 3);
  CHECK(literals(65'000) == 5);
  CHECK(initializer(std::string(65'001, 'x')).starts_with("{'x','x',"));
  CHECK(initializer(" ~\x7F\n\"\xC3") == R"(" ~\177\n\"\303")");
}

TEST_CASE("no string crosses a page") {
  text_pool pool;
  const std::string a(40'000, 'a');
  const std::string b(25'000, 'b');
  const auto first = pool.add(a);
  const auto second = pool.add(b);
  const std::string c(65'000, 'c');
  const auto third = pool.add(c);
  const auto last = pool.add("d");
  pool.lay_out();
  CHECK(pool.position(first) == 0);
  CHECK(pool.position(second) == 40'000);
  CHECK(pool.position(third) == 65'536);
  CHECK(pool.position(last) == 131'072);
  CHECK(pool.size() == 131'073);
  const std::string text = pool.write();
  CHECK(has(text, "char text[][65536] = {"));
  CHECK(has(text, "sizeof text == 196608"));
  CHECK_FALSE(has(text, "'"));  // no list of characters

  text_pool larger;
  const std::string long_text(65'536, 'd');
  (void)larger.add(long_text);
  const auto next = larger.add("e");
  larger.lay_out();
  CHECK(larger.position(next) == 131'072);
  CHECK(has(larger.write(), "{'d','d',"));
  CHECK(has(larger.write(), "'d',0},\n      \"e\",\n"));
}

TEST_CASE("a text is one array up to 65,000 bytes, and pages beyond") {
  catalog subject = large_catalog(1);
  std::string& text = subject.rows[0].description.text;
  text = "x";
  const std::string shortest = write_header(checked(subject));
  const std::size_t begin = shortest.find("sizeof text == ") + 15;
  const std::size_t others = std::stoul(shortest.substr(begin)) - 2;  // without that x and the terminator
  text = std::string(65'000 - others, 'x');
  CHECK(has(write_header(checked(subject)), "char text[] ="));
  CHECK(has(write_header(checked(subject)), "sizeof text == 65001"));
  text += 'x';
  CHECK(has(write_header(checked(subject)), "char text[][65536] ="));
}

TEST_CASE("every string of a large header is whole, wherever it lies") {
  check_strings(large_catalog(10'000), "header_text-rows");
}

TEST_CASE("strings longer than a literal may be are whole, too") {
  catalog subject = large_catalog(600);
  std::size_t size = 64'990;
  for (const std::size_t row : {0U, 1U, 2U, 300U, 301U, 302U, 599U}) {
    std::string& text = subject.rows[row].message.text;
    text = std::to_string(row) + " it's \u00E9 ?\?/ ";
    text.resize(size, 'x');
    size += 9'999;
  }
  check_strings(subject, "header_text-long");
}
