// SPDX-License-Identifier: Apache-2.0
// One error with a message: throw it, return it in a std::expected, send its response.
#pragma once

#include <errcat/catalog.hpp>

#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace errcat {
inline namespace layout_3 {

/// An entry of a catalog with a message of your own: an exception, or the error of a std::expected. Copying it does not
/// throw and shares the message.
template <class Error> class failure : public std::exception {
public:
  /// Makes a failure with the message of the table. A value without a row ends the program, as in `errors[error]`.
  failure(Error error) : failure(catalog<Error>()[error]) {}                // NOLINT(google-explicit-constructor)
  failure(errcat::entry<Error> entry) : failure(entry, entry.message()) {}  // NOLINT(google-explicit-constructor)

  /// Makes a failure with another message, which may hold any bytes.
  failure(Error error, std::string_view message) : failure(catalog<Error>()[error], message) {}
  failure(errcat::entry<Error> entry, std::string_view message)
      : entry_(entry),
        text_(std::make_shared<const std::string>(std::string(entry.code()) + ": " + std::string(message))) {}

  // Moving copies, so a moved-from failure still has its message.
  failure(const failure&) noexcept = default;
  failure& operator=(const failure&) noexcept = default;
  ~failure() override = default;

  /// Returns the entry of the catalog.
  [[nodiscard]] errcat::entry<Error> entry() const noexcept { return entry_; }

  /// Returns the HTTP status of the response, such as 400.
  [[nodiscard]] int status() const noexcept { return entry_.status(); }

  /// Returns the code, such as `IMG.0144`.
  [[nodiscard]] std::string_view code() const noexcept { return entry_.code(); }

  /// Returns the message, which lives as long as this object or a copy of it.
  [[nodiscard]] std::string_view message() const noexcept {
    return std::string_view(*text_).substr(entry_.code().size() + 2);
  }

  /// Returns code and message, `IMG.0144: no image 7`.
  [[nodiscard]] const char* what() const noexcept override { return text_->c_str(); }

  /// Returns the whole body of the response. Needs <errcat/json.hpp>. Throws only std::bad_alloc.
  [[nodiscard]] std::string response_body() const {
    return detail::include_errcat_json_hpp<Error>::body(entry_, message());
  }

  /// True if both have the same error and the same message.
  friend bool operator==(const failure& left, const failure& right) noexcept {
    return left.entry_ == right.entry_ && *left.text_ == *right.text_;
  }
  /// True if it is this error, whatever its message.
  friend bool operator==(const failure& left, Error right) noexcept { return left.entry_ == right; }
  /// True if it is the error of this entry, whatever its message.
  friend bool operator==(const failure& left, errcat::entry<Error> right) noexcept { return left.entry_ == right; }

private:
  errcat::entry<Error> entry_;
  std::shared_ptr<const std::string> text_;  // code, ": " and message
};

}  // namespace layout_3
}  // namespace errcat
