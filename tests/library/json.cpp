// SPDX-License-Identifier: Apache-2.0
// <errcat/json.hpp>: exact bodies of every shape, messages of any bytes.
#include <errcat/failure.hpp>
#include <errcat/json.hpp>
#include <flat.hpp>
#include <ims/errors.hpp>
#include <named.hpp>
#include <problem.hpp>
#include <sparse.hpp>

#include "support/catch.hpp"

#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using errcat::detail::json_kind_of;
using errcat::detail::json_string_kind;
using ims::errc;
using ims::errors;
using nlohmann::json;
using nlohmann::ordered_json;
using namespace std::string_literals;

namespace {

/// Requires that `body` is one object of the documented shape and that `message` is read back from it. json::accept
/// rejects invalid UTF-8, too.
void require_reads_back(const std::string& body, const std::string& message) {
  INFO(body);
  REQUIRE(json::accept(body));
  const auto parsed = ordered_json::parse(body);
  CHECK(parsed.size() == 1);
  CHECK(parsed["error"].size() == 2);
  CHECK(parsed["error"]["message"] == message);
  CHECK(parsed["error"]["code"] == "IMG.0024");
  CHECK(parsed.dump() == body);
}

std::string body_of(std::string_view message) { return errcat::response_body(errors[errc::IMG_0024], message); }

template <class Catalog> void require_bodies_are_nlohmanns(const Catalog& catalog) {
  for (const auto error : catalog) {
    CHECK(error.response_body() == ordered_json(error).dump());
    CHECK(error.response_body() == errcat::response_body(error, error.message()));
    const auto parsed = json::parse(error.response_body());
    CHECK(parsed["error"]["message"] == error.message());
    CHECK(parsed["error"]["code"] == error.code());
  }
}

}  // namespace

TEST_CASE("every row's body equals nlohmann_json's and is read back") {
  require_bodies_are_nlohmanns(errors);
  require_bodies_are_nlohmanns(sample::sparse::errors);
  require_bodies_are_nlohmanns(sample::named::errors);
}

TEST_CASE("the documented example is reproduced byte for byte") {
  CHECK(body_of("The imagetype is invalid.") ==
        R"({"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}})");
  CHECK(errors["IMG.0024"].response_body() ==
        R"({"error":{"message":"The image type in the request is incorrect.","code":"IMG.0024"}})");
}

TEST_CASE("an entry converts to a response, in the documented order if the JSON is ordered") {
  const ordered_json ordered = errors[errc::image_type_incorrect];
  CHECK(ordered.dump() == errors[errc::image_type_incorrect].response_body());
  const json sorted = errors[errc::image_type_incorrect];
  CHECK(sorted.dump() == R"({"error":{"code":"IMG.0024","message":"The image type in the request is incorrect."}})");
  json filled = {{"old", 1}};
  filled = errors[errc::image_type_incorrect];
  CHECK(filled == sorted);
  to_json(filled = {{"old", 1}}, errors[errc::image_type_incorrect]);
  CHECK(filled == sorted);
}

TEST_CASE("an enumerator converts to its code and back") {
  const json j = errc::image_type_incorrect;
  CHECK(j == "IMG.0024");
  CHECK(j.get<errc>() == errc::IMG_0024);
  for (const auto error : errors) CHECK(json(error.error()).get<errc>() == error.error());
  const ordered_json list = {errc::IMG_0001, errc::IMG_1075};
  CHECK(list.dump() == R"(["IMG.0001","IMG.1075"])");
  CHECK(list.get<std::vector<errc>>() == std::vector{errc::IMG_0001, errc::IMG_1075});
}

TEST_CASE("reading an unknown code throws and names it") {
  CHECK_THROWS_AS(json("IMG.9999").get<errc>(), std::out_of_range);
  CHECK_THROWS_WITH(json("IMG.9999").get<errc>(), "unknown error code \"IMG.9999\"");
  CHECK_THROWS_WITH(json(static_cast<errc>(9999)), "unknown error number 9999");
  CHECK_THROWS_AS(json(static_cast<errc>(9999)), std::out_of_range);
  CHECK_THROWS_AS(json(24).get<errc>(), json::type_error);
  CHECK_THROWS_AS(json().get<errc>(), json::type_error);
}

TEST_CASE("a caller's message may contain quotes, control characters and any other character") {
  std::vector<std::string> messages = {"",
                                       "plain",
                                       "a \"quote\"",
                                       "C:\\path",
                                       "/",
                                       "\x7F",
                                       "\0"s,
                                       "a\0b"s,
                                       "\u00E9",
                                       "\u4E2D\u6587",
                                       "\U0001F600",
                                       "\u2028\u2029",
                                       "\uFEFF",
                                       "\uFFFD",
                                       "\uD7FF\uE000\U0010FFFF",
                                       "<script>",
                                       std::string(100'000, 'x') + "\""};
  for (char c = 0; c != 0x20; ++c) messages.push_back("before"s + c + "after");
  for (const std::string& message : messages) require_reads_back(body_of(message), message);
}

TEST_CASE("a message may be a part of a longer text") {
  const std::string longer(40, 'x');
  for (std::size_t size = 0; size != 30; ++size) {
    require_reads_back(body_of(std::string_view(longer).substr(0, size)), longer.substr(0, size));
    const std::string with_invalid = longer.substr(0, size + 8) + '\xFF';
    CHECK(json_kind_of(std::string_view(with_invalid).substr(0, size)) == json_string_kind::verbatim);
  }
}

TEST_CASE("invalid UTF-8 becomes U+FFFD without an exception") {
  const std::vector<std::string> messages = {"\x80",
                                             "\xBF",  // stray continuation
                                             "\xC3",
                                             "\xE4\xB8",
                                             "\xF0\x9F\x98",  // truncated at the end
                                             "\xC3(",
                                             "\xE4\xB8(",
                                             "\xF0\x9F\x98(",  // truncated before a character
                                             "\xC0\xAF",
                                             "\xE0\x80\xAF",
                                             "\xF0\x80\x80\xAF",  // overlong
                                             "\xED\xA0\x80",
                                             "\xED\xBF\xBF",  // surrogates
                                             "\xF4\x90\x80\x80",
                                             "\xF8\x88\x80\x80\x80",
                                             "\xFF",
                                             "\xFE",  // above U+10FFFF, never in UTF-8
                                             "caf\xE9",
                                             "\xA9 2026"};  // Latin-1
  for (const std::string& message : messages) {
    const std::string body = body_of("<" + message + ">");
    INFO(body);
    REQUIRE(json::accept(body));
    const auto parsed = ordered_json::parse(body);
    const auto& text = parsed["error"]["message"].get_ref<const std::string&>();
    CHECK(text.find("\uFFFD") != std::string::npos);
    CHECK(text.front() == '<');
    CHECK(text.back() == '>');
    const auto replaced = json("<" + message + ">").dump(-1, ' ', false, json::error_handler_t::replace);
    CHECK(body == R"({"error":{"message":)" + replaced + R"(,"code":"IMG.0024"}})");
  }
}

TEST_CASE("a message that ends inside a character of a longer text does not read on") {
  for (const std::string character : {"\u00E9", "\u4E2D", "\U0001F600"}) {
    for (std::size_t before = 0; before != 10; ++before) {
      const std::string text = std::string(before, 'a') + character + character;
      for (std::size_t size = before + 1; size != before + character.size(); ++size) {
        const std::string expected = json(text.substr(0, size)).dump(-1, ' ', false, json::error_handler_t::replace);
        CHECK(body_of(std::string_view(text).substr(0, size)) ==
              R"({"error":{"message":)" + expected + R"(,"code":"IMG.0024"}})");
      }
    }
  }
}

TEST_CASE("what needs an escape is found wherever it is, between characters of any size") {
  const std::string pieces[] = {"\"",   "\\",   "\n",   "\x1F",   "\x10",   " ",      "!",
                                "\x7F", "\xFF", "\x80", "\u00A0", "\u00E9", "\u4E2D", "\U0001F600"};
  for (const std::string& first : pieces) {
    for (const std::string& second : pieces) {
      for (std::size_t before = 0; before != 9; ++before) {
        for (std::size_t after = 0; after != 9; ++after) {
          const std::string message = std::string(before, 'b') + first + second + std::string(after, 'b');
          const std::string expected = json(message).dump(-1, ' ', false, json::error_handler_t::replace);
          if (body_of(message) != R"({"error":{"message":)" + expected + R"(,"code":"IMG.0024"}})") {
            FAIL("differs: " << expected);
          }
        }
      }
    }
  }
}

TEST_CASE("every byte and every pair of bytes gives valid JSON in valid UTF-8") {
  std::string message(2, '\0');
  for (int first = 0; first != 256; ++first) {
    for (int second = 0; second != 256; ++second) {
      message[0] = static_cast<char>(first);
      message[1] = static_cast<char>(second);
      const std::string body = body_of(message);
      if (!json::accept(body)) FAIL("bytes " << first << ' ' << second);
    }
  }
  for (int byte = 0; byte != 256; ++byte) {
    for (const std::size_t size : {1U, 2U}) {  // two unescaped backslashes would be valid JSON for one
      const std::string same(size, static_cast<char>(byte));
      const std::string expected = json(same).dump(-1, ' ', false, json::error_handler_t::replace);
      INFO(expected);
      CHECK(json::parse(body_of(same))["error"]["message"].dump() == expected);
    }
  }
}

TEST_CASE("messages are escaped and repaired as nlohmann_json does it") {
  const auto require_same = [](const std::string& message) {
    const std::string expected = json(message).dump(-1, ' ', false, json::error_handler_t::replace);
    if (body_of(message) != R"({"error":{"message":)" + expected + R"(,"code":"IMG.0024"}})") {
      FAIL("differs for the bytes " << expected);
    }
  };
  constexpr unsigned char edges[] = {0x00, 0x1F, '"',  '\\', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                     0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xFF};
  for (int first = 0; first != 256; ++first) {
    for (int second = 0; second != 256; ++second) {
      std::string message{static_cast<char>(first), static_cast<char>(second)};
      require_same(message);
      require_same("12345678" + message + "1234567");
      for (const unsigned char third : edges) {
        message.resize(2);
        message += static_cast<char>(third);
        require_same(message);
        if (first < 0xE0) continue;
        for (const int fourth : {0x7F, 0x80, 0xBF, 0xC0}) {
          message.resize(3);
          require_same(message += static_cast<char>(fourth));
        }
      }
    }
  }
  std::mt19937 random(2026);  // the same sequence everywhere
  for (int i = 0; i != 50'000; ++i) {
    std::string message(random() % 24, ' ');
    for (char& c : message) {
      const auto kind = random() % 4;
      c = static_cast<char>(kind == 0 ? random() % 0x80 : kind == 1 ? 0x80 + random() % 0x40 : random());
    }
    require_same(message);
  }
}

TEST_CASE("text is valid UTF-8 if nlohmann_json accepts it, wherever it is") {
  const auto require_kind = [](const std::string& text) {
    const bool valid = json::accept('"' + text + '"');
    const json_string_kind kind = valid ? json_string_kind::verbatim : json_string_kind::invalid_utf8;
    const json_string_kind with_escape = valid ? json_string_kind::escapes : kind;
    for (const std::string after : {"", "1", "12345678"}) {
      const bool alike = json_kind_of("12345678" + text + after) == kind &&
                         json_kind_of('"' + text + after) == with_escape &&
                         json_kind_of(text + after + '"') == with_escape;
      if (!alike) FAIL("the bytes " << json(std::vector<std::uint8_t>(text.begin(), text.end())));
    }
    std::size_t first = 2;  // the size of its first character
    while (first <= text.size() && !json::accept('"' + text.substr(0, first) + '"')) ++first;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    if (errcat::detail::utf8_sequence(bytes, text.size()) != (first <= text.size() ? first : 0)) FAIL(first);
  };
  constexpr int edges[] = {0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0};
  for (int lead = 0x80; lead != 0x100; ++lead) {
    std::string text(1, static_cast<char>(lead));
    require_kind(text);
    for (const int second : edges) {
      require_kind(text += static_cast<char>(second));
      for (const int third : edges) {
        if (lead < 0xE0) break;
        require_kind(text += static_cast<char>(third));
        for (const int fourth : edges) {
          if (lead < 0xF0) break;
          require_kind(text += static_cast<char>(fourth));
          text.pop_back();
        }
        text.pop_back();
      }
      text.pop_back();
    }
  }
}

TEST_CASE("what is read several bytes at once is what single bytes say") {
  std::mt19937_64 random(2026);
  for (int byte = 0; byte != 256; ++byte) {
    const auto c = static_cast<char>(byte);
    const bool plain = byte < 0x80 && !errcat::detail::needs_json_escape(static_cast<unsigned char>(byte));
    for (std::size_t at = 0; at != 8; ++at) {
      for (const char other : {' ', '!', '#', '[', ']', 'x', '\x7F'}) {
        std::string word(8, other);
        word[at] = c;
        if (errcat::detail::is_plain(errcat::detail::load_8(word.data())) != plain) {
          FAIL("byte " << byte << " at " << at << " of " << word);
        }
      }
    }
  }
  for (int i = 0; i != 100'000; ++i) {
    const std::uint64_t bits = random();
    unsigned char bytes[4] = {};
    for (int at = 0; at != 4; ++at) bytes[at] = static_cast<unsigned char>(bits >> 8 * at);
    bytes[0] |= 0x80;
    if (bits >> 63 == 0) {  // mostly three bytes of one character
      bytes[0] = static_cast<unsigned char>(0xE0 | (bytes[0] & 0x0F));
      bytes[1] = static_cast<unsigned char>(0x80 | (bytes[1] & 0x3F));
      bytes[2] = static_cast<unsigned char>(0x80 | (bytes[2] & 0x3F));
    }
    const char* const text = reinterpret_cast<const char*>(bytes);
    const std::size_t size = errcat::detail::utf8_sequence(bytes, 4);
    if (errcat::detail::is_utf8_of_three(errcat::detail::load_4(text)) != (size == 3)) {
      FAIL(std::hex << +bytes[0] << ' ' << +bytes[1] << ' ' << +bytes[2]);
    }
  }
}

TEST_CASE("a character that does not end is none") {
  const std::string text = "\u00E9\u4E2D\U0001F600";
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (const std::size_t size : {2U, 3U, 4U}) {
    for (std::size_t part = 1; part != size; ++part) CHECK(errcat::detail::utf8_sequence(bytes, part) == 0);
    CHECK(errcat::detail::utf8_sequence(bytes, size) == size);
    bytes += size;
  }
}

TEST_CASE("the bodies of a catalog have the shape that it states") {
  using namespace sample;
  static_assert(flat::errors["FLAT.0001"].response_body() ==
                R"({"error_code":"FLAT.0001","error_msg":"The resource does not exist."})");
  static_assert(flat::errors.media_type() == errcat::media_type);
  static_assert(problem::errors.media_type() == "application/problem+json");
  const auto too_many = problem::errors["TOO_MANY"];
  CHECK(too_many.response_body() == R"({"type":"https://errors.example.org/#TOO_MANY","title":"Order","status":400,)"
                                    R"("detail":"At most \"12\" items, not {code}.","code":"TOO_MANY","limit":1e3})");
  CHECK(errcat::response_body(too_many, "{code} \"{message}\" \xFF") ==
        R"({"type":"https://errors.example.org/#TOO_MANY","title":"Order","status":400,)"
        "\"detail\":\"{code} \\\"{message}\\\" \uFFFD\",\"code\":\"TOO_MANY\",\"limit\":1e3}");
  CHECK(errcat::response_body(flat::errc::busy, "") == R"({"error_code":"FLAT.0007","error_msg":""})");
  CHECK(ordered_json(flat::errors[flat::errc::busy]).dump() == flat::errors[flat::errc::busy].response_body());
  CHECK(json(too_many)["status"] == 400);
  CHECK(errcat::failure(problem::errc::TOO_MANY, "Ten.").response_body() ==
        errcat::response_body(problem::errc::TOO_MANY, "Ten."));
}

TEST_CASE("code and message stay slices of a body of any shape") {
  const auto is_slice = [](std::string_view body, std::string_view part) {
    return part.data() >= body.data() && part.data() + part.size() <= body.data() + body.size();
  };
  for (const auto error : sample::flat::errors) {
    CHECK(is_slice(error.response_body(), error.code()));
    CHECK(is_slice(error.response_body(), error.message()));
  }
  const auto out_of_stock = sample::problem::errors["OUT_OF_STOCK"];
  CHECK(is_slice(out_of_stock.response_body(), out_of_stock.code()));
  CHECK(is_slice(out_of_stock.response_body(), out_of_stock.message()));
}

TEST_CASE("code and message of a body of any shape are read back, for any message") {
  const auto require_read_back = [](auto error, const std::string& message) {
    const auto read = errcat::parse_error_response(errcat::response_body(error, message));
    REQUIRE(read);
    CHECK(read->code == error.code());
    CHECK(read->message == message);
  };
  for (const char* message : {"", "{code}", "{message}", "a \"b\" \\ \n\x01", "\u955C\u50CF", "\"}]"}) {
    for (const auto error : errors) require_read_back(error, message);
    for (const auto error : sample::flat::errors) require_read_back(error, message);
  }
}
