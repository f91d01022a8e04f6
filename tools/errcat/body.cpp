// SPDX-License-Identifier: Apache-2.0
// Templates of response bodies. nlohmann_json decides what is JSON; the scanner here only cuts it, so that numbers and
// escapes stay as they were written.
#include "body.hpp"

#include "ascii.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace errcat::tool {
namespace {

using kind = body_template::kind;
using piece = body_template::piece;

constexpr std::string_view blanks = " \t\n\r";  // of JSON

/// Calls `visit` with each token of valid JSON and whether it is a string that is a value, not the name of a member.
/// Numbers and words come character by character.
template <class Visitor> void for_each_token(std::string_view json, Visitor visit) {
  const auto skip_blanks = [&json] { json.remove_prefix(std::min(json.find_first_not_of(blanks), json.size())); };
  for (skip_blanks(); !json.empty();) {
    std::size_t end = 1;
    const bool is_string = json.front() == '"';
    if (is_string) {
      while (json[end] != '"') end += json[end] == '\\' ? std::size_t{2} : std::size_t{1};
      ++end;
    }
    const std::string_view token = json.substr(0, end);
    json.remove_prefix(end);
    skip_blanks();
    visit(token, is_string && !json.starts_with(':'));
  }
}

/// Returns the next placeholder of a string, such as `{code}`, and its offset; an empty one at the end if there is
/// none.
std::pair<std::string_view, std::size_t> next_placeholder(std::string_view text) {
  for (std::size_t begin = text.find('{'); begin != std::string_view::npos; begin = text.find('{', begin + 1)) {
    const auto* const end =
        std::find_if_not(text.begin() + begin + 1, text.end(), [](char c) { return is_letter(c) || c == '_'; });
    const std::size_t size = static_cast<std::size_t>(end - text.begin()) - begin;
    if (size > 1 && end != text.end() && *end == '}') return {text.substr(begin, size + 1), begin};
  }
  return {{}, text.size()};
}

/// Cuts a template into pieces, and reports placeholders that it may not have.
class template_reader {
public:
  template_reader(const position& at, diagnostics& found) : at_(at), found_(found) {}

  [[nodiscard]] std::vector<piece> read(std::string_view json) {
    for_each_token(json, [this](std::string_view token, bool is_text) {
      if (is_text) {
        read_text(token);
      } else {
        add_constant(token);
      }
    });
    return std::move(pieces_);
  }

private:
  void read_text(std::string_view token) {
    const std::string_view whole = token.substr(1, token.size() - 2);
    if (whole == "{status}") return pieces_.push_back({kind::status, ""});
    add_constant("\"");
    for (std::string_view rest = whole; !rest.empty();) {
      const auto [placeholder, begin] = next_placeholder(rest);
      add_constant(rest.substr(0, begin));
      if (!placeholder.empty()) add(placeholder, placeholder == whole);
      rest.remove_prefix(begin + placeholder.size());
    }
    add_constant("\"");
  }

  void add(std::string_view placeholder, bool is_whole) {
    if (placeholder == "{code}") {
      pieces_.push_back({kind::code, ""});
    } else if (placeholder == "{message}" && is_whole) {
      pieces_.push_back({kind::message, ""});
    } else if (placeholder == "{message}" || placeholder == "{status}") {
      found_.error(at_, "body has " + quote(placeholder) + " inside a longer string; it must be the whole string");
    } else {
      found_.error(at_, "body has an unknown placeholder " + quote(placeholder) +
                            "; placeholders are '{code}', '{message}' and '{status}'");
    }
  }

  void add_constant(std::string_view text) {
    if (pieces_.empty() || pieces_.back().what != kind::constant) pieces_.push_back({kind::constant, ""});
    pieces_.back().text += text;
  }

  const position& at_;
  diagnostics& found_;
  std::vector<piece> pieces_;
};

/// Returns how deep objects and lists are nested in valid JSON.
std::size_t depth_of(std::string_view json) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for_each_token(json, [&](std::string_view token, bool /*is_text*/) {
    if (token == "{" || token == "[") deepest = std::max(deepest, ++depth);
    if (token == "}" || token == "]") --depth;
  });
  return deepest;
}

/// Returns why `text` is not a JSON object or list; empty if it is one.
std::string problem_of(const std::string& text) {
  constexpr std::size_t deepest = 100;
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return "body is empty; expected a JSON object or list";
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {  // where nlohmann's parser would stop
    return "body is not JSON, because of its byte " + std::to_string(nul + 1);
  }
  try {
    if (!nlohmann::json::parse(text).is_structured()) return "body is neither a JSON object nor a JSON list";
  } catch (const nlohmann::json::parse_error& error) {
    return "body is not JSON, because of its byte " + std::to_string(error.byte);
  } catch (const nlohmann::json::exception&) {
    return "body has a number that is too large";
  }
  if (text[first] != '{' && text[first] != '[') return "body begins with a byte order mark";
  if (depth_of(text) > deepest) return "body is nested deeper than " + std::to_string(deepest) + " levels";
  return "";
}

std::size_t count_of(const std::vector<piece>& pieces, kind what) {
  return static_cast<std::size_t>(std::ranges::count(pieces, what, &piece::what));
}

}  // namespace

response_body body_template::fill(std::string_view code, int status, std::string_view message) const {
  const std::string json_message = nlohmann::json(message).dump();  // with its quotes
  response_body body{};
  body.message_is_verbatim = json_message.size() == message.size() + 2;
  for (const auto& [what, text] : pieces_) {
    switch (what) {
      case kind::constant:
        body.text += text;
        break;
      case kind::code:
        body.code_offset = body.text.size();
        body.text += code;
        break;
      case kind::message:
        body.message_offset = body.text.size();
        body.text.append(json_message, 1, json_message.size() - 2);
        break;
      case kind::status:
        body.text += std::to_string(status);
    }
  }
  return body;
}

std::string body_template::text() const {
  std::string text;
  for (const auto& [what, constant] : pieces_) {
    text += what == kind::code      ? "{code}"
            : what == kind::message ? "{message}"
            : what == kind::status  ? "\"{status}\""
                                    : constant;
  }
  return text;
}

std::optional<body_template> read_body_template(const cell& subject, diagnostics& found) {
  const std::string text = subject.present() ? subject.text : std::string(default_body);
  if (const std::string problem = problem_of(text); !problem.empty()) {
    found.error(subject.at, problem);
    return std::nullopt;
  }
  const std::size_t errors = found.errors();
  std::vector<piece> pieces = template_reader(subject.at, found).read(text);
  if (found.errors() != errors) return std::nullopt;
  if (count_of(pieces, kind::code) == 0) found.error(subject.at, "body has no '{code}' in a string");
  const std::size_t messages = count_of(pieces, kind::message);
  if (messages != 1) {
    found.error(subject.at, "body has " + (messages == 0 ? std::string("no") : std::to_string(messages)) +
                                " strings '{message}'; expected exactly one");
  }
  if (found.errors() != errors) return std::nullopt;
  return body_template(std::move(pieces));
}

std::string without_whitespace(std::string_view json) {
  if (json.find('\0') != std::string_view::npos || !nlohmann::json::accept(json)) return std::string(json);
  std::string text;
  for_each_token(json, [&text](std::string_view token, bool /*is_text*/) { text += token; });
  return text;
}

}  // namespace errcat::tool
