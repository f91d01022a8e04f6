// SPDX-License-Identifier: Apache-2.0
// The environment of the running test.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>

/// A variable of the environment that has a value, or none, while it lives.
class environment_variable {
public:
  explicit environment_variable(const char* name) : name_(name) {
    if (const char* const value = std::getenv(name)) before_ = value;
    unsetenv(name);
  }
  ~environment_variable() { before_ ? setenv(name_, before_->c_str(), 1) : unsetenv(name_); }
  environment_variable(const environment_variable&) = delete;
  environment_variable& operator=(const environment_variable&) = delete;

  void set(const std::string& value) const { setenv(name_, value.c_str(), 1); }
  void unset() const { unsetenv(name_); }

private:
  const char* name_;
  std::optional<std::string> before_;
};
