// SPDX-License-Identifier: Apache-2.0
// Paths are split before they are decoded, so that an encoded slash is part of its segment.
#include "router.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace {

std::string decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    const char* const digits = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      decoded += static_cast<char>(byte);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t end = 0; (end = text.find(separator)) != std::string_view::npos;) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t i = 0; i != path.size(); ++i) {
    if (pattern[i] == "{}" ? path[i].empty() : pattern[i] != path[i]) return false;
  }
  return true;
}

}  // namespace

request::request(const http_request& message) : message_(message) {
  std::string_view target(message.target().data(), message.target().size());
  if (const auto scheme = target.find("://"); scheme < target.find('/')) {  // as sent to a proxy
    const auto path = target.find('/', scheme + 3);
    target = path == std::string_view::npos ? "/" : target.substr(path);
  }
  const auto question = target.find('?');
  path_ = target.substr(0, question);
  if (question != std::string_view::npos) query_ = target.substr(question + 1);
}

std::string_view request::header(const char* name) const {
  const auto value = message_[name];
  return {value.data(), value.size()};
}

std::optional<std::string> request::query(std::string_view name) const {
  for (const std::string_view pair : split(query_, '&')) {
    const auto equals = pair.find('=');
    if (decode(pair.substr(0, equals)) != name) continue;
    std::string value(equals == std::string_view::npos ? "" : pair.substr(equals + 1));
    std::replace(value.begin(), value.end(), '+', ' ');
    return decode(value);
  }
  return std::nullopt;
}

void router::add(http::verb method, std::string_view pattern, handler answer) {
  const auto parts = split(pattern, '/');
  routes_.push_back({method, {parts.begin(), parts.end()}, std::move(answer)});
}

const router::handler* router::find(request& request) const {
  const auto path = split(request.path(), '/');
  const http::verb method = request.method() == http::verb::head ? http::verb::get : request.method();
  for (const route& each : routes_) {
    if (each.method != method || !matches(each.segments, path)) continue;
    for (std::size_t i = 0; i != path.size(); ++i) {
      if (each.segments[i] == "{}") request.parameters_.push_back(decode(path[i]));
    }
    return &each.answer;
  }
  return nullptr;
}

std::string router::methods(std::string_view path) const {
  const auto parts = split(path, '/');
  std::string methods;
  for (const route& each : routes_) {
    if (!matches(each.segments, parts)) continue;
    if (!methods.empty()) methods += ", ";
    const auto name = http::to_string(each.method);
    methods.append(name.data(), name.size());
    if (each.method == http::verb::get) methods += ", HEAD";
  }
  return methods;
}
