// SPDX-License-Identifier: Apache-2.0
// Reads the code, the message and the request id out of the body of an error response. Needs nlohmann_json.
#pragma once

#include <errcat/version.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace errcat {
inline namespace layout_3 {

/// The content of an error response, whatever its shape. The code is only a string: look it up with a catalog's `find`.
struct error_response {
  std::string code;        ///< Such as `IMG.0024`; a number such as 404 as its digits. Empty if the response has none.
  std::string message;     ///< Empty if the response has none.
  std::string request_id;  ///< Empty if the response has none.
};

/// The members that may hold the code of an error, in order of preference.
inline constexpr std::string_view code_members[] = {"error_code", "errCode",   "errorCode",  "err_code", "errorCodeStr",
                                                    "code",       "ErrorCode", "error_name", "faultcode"};

/// The members that may hold its message, in order of preference.
inline constexpr std::string_view message_members[] = {
    "error_msg",         "externalMessage", "errMsg",  "errorMsg", "err_msg",     "errorMessage", "error_message",
    "error_description", "fail_reason",     "message", "Message",  "faultstring", "details"};

/// The members that may hold the id of the request, in order of preference.
inline constexpr std::string_view request_id_members[] = {"request_id", "requestId"};

namespace detail {

/// A slot for each name of the members of interest: codes, then messages, then request ids.
inline constexpr std::size_t first_message_slot = std::size(code_members);
inline constexpr std::size_t first_request_id_slot = first_message_slot + std::size(message_members);
inline constexpr std::size_t slot_count = first_request_id_slot + std::size(request_id_members);

[[nodiscard]] constexpr std::string_view name_of_slot(std::size_t slot) noexcept {
  if (slot < first_message_slot) return code_members[slot];
  if (slot < first_request_id_slot) return message_members[slot - first_message_slot];
  return request_id_members[slot - first_request_id_slot];
}

/// Chains of the slots whose names have the same length.
struct slots_by_length {
  std::array<std::uint8_t, 24> first{};  // by length; every name is shorter than 24
  std::array<std::uint8_t, slot_count> next{};

  constexpr slots_by_length() noexcept {
    for (std::uint8_t& slot : first) slot = slot_count;
    for (std::size_t slot = slot_count; slot-- != 0;) {
      std::uint8_t& head = first[name_of_slot(slot).size()];
      next[slot] = head;
      head = static_cast<std::uint8_t>(slot);
    }
  }

  /// Returns the slot of a name; `slot_count` if it has none.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
    std::size_t slot = name.size() < first.size() ? first[name.size()] : slot_count;
    while (slot != slot_count && name_of_slot(slot) != name) slot = next[slot];
    return slot;
  }
};
inline constexpr slots_by_length member_slots;

/// Receives the events of nlohmann's parser and keeps only the members of interest.
class response_reader {
public:
  [[nodiscard]] std::optional<error_response> result() {
    const strings_of whole{whole_, 0, whole_.size()};
    std::string* code = whole.code();
    std::string* message = whole.message();
    std::string* request_id = whole.request_id();
    if (const auto read = member_for(code != nullptr, message != nullptr); read != members_.end()) {
      const strings_of inner{inner_, read->second.begin, read->second.end};
      if (code == nullptr) code = inner.code();
      if (message == nullptr) message = inner.message();
      if (request_id == nullptr) request_id = inner.request_id();
    }
    if (code == nullptr && message == nullptr) return std::nullopt;
    const auto take = [](std::string* text) { return text == nullptr ? std::string() : std::move(*text); };
    return error_response{take(code), take(message), take(request_id)};
  }

  // The events. Returning false ends the parsing, because the body is neither an object nor a list, or not JSON.
  bool null() { return skip(); }
  bool boolean(bool /*value*/) { return skip(); }
  bool number_integer(std::int64_t value) { return take_number(value); }
  bool number_unsigned(std::uint64_t value) { return take_number(value); }
  bool number_float(double /*value*/, const std::string& /*text*/) { return skip(); }
  bool string(std::string& value) { return set(&value); }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return skip(); }
  bool key(const std::string& name) {
    if (ignored_ != 0) return true;
    slot_ = member_slots.find(name);
    if (here() != role::whole) return true;
    name_ = name;
    if (!members_.empty()) members_.erase(name);  // the last of several members with the same name counts
    return true;
  }
  bool start_object(std::size_t /*size*/) { return enter(true); }
  bool end_object() { return leave(); }
  bool start_array(std::size_t /*size*/) { return enter(false); }
  bool end_array() { return leave(); }
  static bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                          const nlohmann::json::exception& /*error*/) {
    return false;
  }

private:
  struct found_string {
    std::size_t slot;
    std::string text;
  };

  /// The strings found in one object, a part of `all`. Each function returns the preferred one, or nullptr.
  struct strings_of {
    std::vector<found_string>& all;
    std::size_t begin;
    std::size_t end;

    [[nodiscard]] std::string* code() const { return first(0, first_message_slot); }
    [[nodiscard]] std::string* message() const { return first(first_message_slot, first_request_id_slot); }
    [[nodiscard]] std::string* request_id() const { return first(first_request_id_slot, slot_count); }

  private:
    [[nodiscard]] std::string* first(std::size_t at_least, std::size_t below) const {
      std::string* found = nullptr;
      for (std::size_t i = begin; i != end; ++i) {
        if (all[i].slot < at_least || all[i].slot >= below) continue;
        below = all[i].slot;
        found = &all[i].text;
      }
      return found;
    }
  };

  /// What an object or a list is for: the whole response, the list that it is the first object of, one of its members,
  /// or the list that this is the first object of.
  enum class role : std::uint8_t { none, whole_list, whole, member_list, member };

  /// A member that is an object with a code or a message, or a list with such an object in front.
  struct member {
    bool is_object;
    std::size_t begin;  // of its strings
    std::size_t end;
  };
  using members = std::map<std::string, member, std::less<>>;

  /// Returns the member that has what the whole lacks.
  [[nodiscard]] members::iterator member_for(bool has_code, bool has_message) {
    if (has_code && has_message) return members_.end();
    if (has_code || has_message) {
      const auto error = members_.find("error");
      return error != members_.end() && error->second.is_object ? error : members_.end();
    }
    return std::min_element(members_.begin(), members_.end(), [](const auto& left, const auto& right) {
      return left.second.begin < right.second.begin;  // in the order of the document
    });
  }

  [[nodiscard]] role here() const { return depth_ == 0 ? role::none : path_[depth_ - 1]; }

  /// Drops the string of an earlier member with the same name, and keeps `text` unless it is nullptr.
  bool set(std::string* text) {
    if (depth_ == 0) return false;
    if (ignored_ != 0 || slot_ == slot_count) return true;
    const bool is_whole = here() == role::whole;
    if (!is_whole && here() != role::member) return true;
    std::vector<found_string>& strings = is_whole ? whole_ : inner_;
    const auto same = std::find_if(strings.begin() + (is_whole ? 0 : static_cast<std::ptrdiff_t>(begin_)),
                                   strings.end(), [this](const found_string& found) { return found.slot == slot_; });
    if (same != strings.end()) strings.erase(same);
    if (text == nullptr) return true;
    if (strings.empty()) strings.reserve(4);  // more than most responses have
    strings.push_back({slot_, std::move(*text)});
    return true;
  }
  bool skip() { return set(nullptr); }

  /// A message is a string, so a number is not taken for one.
  template <class Number> bool take_number(Number value) {
    const bool is_message = slot_ >= first_message_slot && slot_ < first_request_id_slot;
    std::string digits = std::to_string(value);
    return set(is_message ? nullptr : &digits);
  }

  bool enter(bool is_object) {
    const role entered = ignored_ == 0 ? role_of(is_object) : role::none;
    skip();
    if (entered == role::none) {
      ++ignored_;
      return true;
    }
    if (entered == role::whole) whole_seen_ = true;
    if (entered == role::member_list) member_seen_ = false;
    if (entered == role::member) {
      member_seen_ = true;
      begin_ = inner_.size();
    }
    path_[depth_++] = entered;
    return true;
  }

  [[nodiscard]] role role_of(bool is_object) const {
    switch (here()) {
      case role::none:
        return is_object ? role::whole : role::whole_list;
      case role::whole_list:
        return is_object && !whole_seen_ ? role::whole : role::none;
      case role::whole:
        return is_object ? role::member : role::member_list;
      case role::member_list:
        return is_object && !member_seen_ ? role::member : role::none;
      default:
        return role::none;
    }
  }

  bool leave() {
    if (ignored_ != 0) {
      --ignored_;
      return true;
    }
    const role left = here();
    --depth_;
    if (left != role::member) return true;
    const strings_of strings{inner_, begin_, inner_.size()};
    if (strings.code() == nullptr && strings.message() == nullptr) return true;
    members_.insert_or_assign(name_, member{here() == role::whole, begin_, inner_.size()});
    return true;
  }

  std::vector<found_string> whole_{};  // of the whole
  std::vector<found_string> inner_{};  // of its members, one after another
  std::size_t begin_ = 0;              // of the strings of the member that is being read
  members members_{};
  std::string name_{};             // of the member of the whole that is being read
  std::size_t slot_ = slot_count;  // of the member of either that is being read
  std::array<role, 4> path_{};     // of the objects and lists that have a role, the outermost first
  std::size_t depth_ = 0;          // of path_
  std::size_t ignored_ = 0;        // depth of objects and lists without a role
  bool whole_seen_ = false;
  bool member_seen_ = false;
};

}  // namespace detail

/// Reads the body of an error response: a JSON object, or a list whose first object counts. The code is the first of
/// `code_members` that the object has as a string or an integer, the message the first of `message_members` that it has
/// as a string. If it has neither, both come from its first member that has either; a member may also be
/// a list, whose first object counts. If it has only one of them, the other one comes from its member `error`, if that
/// is an object. The request id is one of `request_id_members` of the object, or else of that member. Of members with
/// the same name the last counts. Returns nullopt if there is neither a code nor a message, or if the body is not JSON
/// in UTF-8. Throws only std::bad_alloc. Takes time linear in the size of the body, except that the names of members
/// with a code or a message are looked up among each other.
[[nodiscard]] inline std::optional<error_response> parse_error_response(std::string_view body) {
  if (body.find('\0') != std::string_view::npos) return std::nullopt;  // nlohmann's parser stops there
  detail::response_reader reader;
  if (!nlohmann::json::sax_parse(body.begin(), body.end(), &reader)) return std::nullopt;
  return reader.result();
}

}  // namespace layout_3
}  // namespace errcat
