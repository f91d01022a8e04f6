// SPDX-License-Identifier: Apache-2.0
// The exception of the example server: an error of the table and the message of the response.
#pragma once

#include <errcat/json.hpp>
#include <exception>
#include <ims/errors.hpp>
#include <string>
#include <string_view>
#include <utility>

class image_error : public std::exception {
public:
  /// With the table's message.
  explicit image_error(ims::errc error) : image_error(error, std::string(ims::errors[error].message())) {}

  /// With a message of the caller's, which may hold anything that a client sent.
  image_error(ims::errc error, std::string message) : entry_(ims::errors[error]), message_(std::move(message)) {}

  [[nodiscard]] errcat::entry<ims::errc> entry() const noexcept { return entry_; }
  [[nodiscard]] int status() const noexcept { return entry_.status(); }
  [[nodiscard]] std::string_view code() const noexcept { return entry_.code(); }
  [[nodiscard]] const std::string& message() const noexcept { return message_; }
  [[nodiscard]] std::string response_body() const { return errcat::response_body(entry_, message_); }
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

private:
  errcat::entry<ims::errc> entry_;
  std::string message_;
};
