// SPDX-License-Identifier: Apache-2.0
// The shape of response bodies: a JSON template with places for code, message and status.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// A JSON body and the places of message and code in it.
struct response_body {
  std::string text;
  std::size_t message_offset;
  bool message_is_verbatim;  // false if JSON escapes a character of it
  std::size_t code_offset;   // of one of its places; a code needs no escapes
};

/// A template of response bodies without whitespace, cut at its placeholders.
class body_template {
public:
  enum class kind { constant, code, message, status };

  struct piece {
    kind what;
    std::string text;  // of a constant
  };

  explicit body_template(std::vector<piece> pieces) : pieces_(std::move(pieces)) {}

  [[nodiscard]] response_body fill(std::string_view code, int status, std::string_view message) const;

  [[nodiscard]] const std::vector<piece>& pieces() const noexcept { return pieces_; }

  /// Returns the template as a string, with its placeholders.
  [[nodiscard]] std::string text() const;

private:
  std::vector<piece> pieces_;
};

/// The template of a catalog that states none.
inline constexpr std::string_view default_body = R"({"error":{"message":"{message}","code":"{code}"}})";

/// The media type of a catalog that states none.
inline constexpr std::string_view default_media_type = "application/json";

/// Reads a template: a JSON object or list. In its values, `{code}` may be anywhere in a string, at least once; one
/// string is `{message}`; a string that is `{status}` becomes the number. Everything else is kept as it is. A missing
/// cell means `default_body`. Reports why a template is not valid, and returns nullopt.
[[nodiscard]] std::optional<body_template> read_body_template(const cell& subject, diagnostics& found);

/// Returns JSON without the whitespace between its tokens; other text as it is.
[[nodiscard]] std::string without_whitespace(std::string_view json);

}  // namespace errcat::tool
