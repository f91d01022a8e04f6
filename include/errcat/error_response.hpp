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

/// The members of interest of an object.
struct response_fields {
  std::array<std::optional<std::string>, slot_count> texts{};

  void clear() {
    for (auto& text : texts) text.reset();
  }

  // Each moves the first text of its slots out.
  [[nodiscard]] std::optional<std::string> code() { return first(0, first_message_slot); }
  [[nodiscard]] std::optional<std::string> message() { return first(first_message_slot, first_request_id_slot); }
  [[nodiscard]] std::optional<std::string> request_id() { return first(first_request_id_slot, slot_count); }

private:
  [[nodiscard]] std::optional<std::string> first(std::size_t slot, std::size_t end) {
    for (; slot != end; ++slot) {
      if (texts[slot]) return std::move(texts[slot]);
    }
    return std::nullopt;
  }
};

/// Receives the events of nlohmann's parser and keeps only the members of interest.
class response_reader {
public:
  [[nodiscard]] std::optional<error_response> result() {
    auto code = whole_.code();
    auto message = whole_.message();
    auto request_id = whole_.request_id();
    const auto inner = !code && !message ? first_member() : members_.end();
    const auto error = !code != !message ? members_.find("error") : inner;
    if (error != members_.end() && (error == inner || error->second.is_object)) {
      if (!code) code = std::move(error->second.code);
      if (!message) message = std::move(error->second.message);
      if (!request_id) request_id = std::move(error->second.request_id);
    }
    if (!code && !message) return std::nullopt;
    return error_response{std::move(code).value_or(""), std::move(message).value_or(""),
                          std::move(request_id).value_or("")};
  }

  // The events. Returning false ends the parsing, because the body is neither an object nor a list, or not JSON.
  bool null() { return skip(); }
  bool boolean(bool /*value*/) { return skip(); }
  bool number_integer(std::int64_t value) { return take_number(value); }
  bool number_unsigned(std::uint64_t value) { return take_number(value); }
  bool number_float(double /*value*/, const std::string& /*text*/) { return skip(); }
  bool string(std::string& value) {
    if (auto* const text = place()) *text = std::move(value);
    return depth_ != 0;
  }
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
  /// What an object or a list is for: the whole response, the list that it is the first object of, one of its members,
  /// or the list that this is the first object of.
  enum class role : std::uint8_t { none, whole_list, whole, member_list, member };

  /// A member that is an object with a code or a message, or a list with such an object in front.
  struct member {
    std::size_t place;  // in the order of the document
    bool is_object;
    std::optional<std::string> code;
    std::optional<std::string> message;
    std::optional<std::string> request_id;
  };

  [[nodiscard]] role here() const { return depth_ == 0 ? role::none : path_[depth_ - 1]; }

  /// Returns where the value that begins here is kept; nullptr: nowhere.
  [[nodiscard]] std::optional<std::string>* place() {
    if (ignored_ != 0 || slot_ == slot_count) return nullptr;
    if (here() == role::whole) return &whole_.texts[slot_];
    return here() == role::member ? &inner_.texts[slot_] : nullptr;
  }

  bool skip() {
    if (auto* const text = place()) text->reset();
    return depth_ != 0;
  }

  /// A message is a string, so a number is not taken for one.
  template <class Number> bool take_number(Number value) {
    if (slot_ >= first_message_slot && slot_ < first_request_id_slot) return skip();
    if (auto* const text = place()) *text = std::to_string(value);
    return depth_ != 0;
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
      inner_.clear();
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
    member read{members_read_++, here() == role::whole, inner_.code(), inner_.message(), inner_.request_id()};
    if (read.code || read.message) members_.emplace(name_, std::move(read));
    return true;
  }

  using members = std::map<std::string, member, std::less<>>;

  [[nodiscard]] members::iterator first_member() {
    return std::min_element(members_.begin(), members_.end(),
                            [](const auto& left, const auto& right) { return left.second.place < right.second.place; });
  }

  response_fields whole_{};
  response_fields inner_{};  // of the member that is being read
  members members_{};
  std::size_t members_read_ = 0;
  std::string name_{};             // of the member of the whole
  std::size_t slot_ = slot_count;  // of the member that is being read
  std::array<role, 4> path_{};     // of the objects and lists that have a role, the outermost first
  std::size_t depth_ = 0;          // of path_
  std::size_t ignored_ = 0;        // depth of objects and lists that have no role
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
/// in UTF-8. Throws only std::bad_alloc. Takes time linear in the size of the body.
[[nodiscard]] inline std::optional<error_response> parse_error_response(std::string_view body) {
  if (body.find('\0') != std::string_view::npos) return std::nullopt;  // nlohmann's parser stops there
  detail::response_reader reader;
  if (!nlohmann::json::sax_parse(body.begin(), body.end(), &reader)) return std::nullopt;
  return reader.result();
}

}  // namespace layout_3
}  // namespace errcat
