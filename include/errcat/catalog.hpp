// SPDX-License-Identifier: Apache-2.0
// An error catalog: constexpr lookups over the table that a generated header holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#ifndef __GNUC__
#include <cstdlib>  // std::abort, where there is no __builtin_trap
#endif

// g++ 14 takes the strings of a temporary entry for dangling: they are static.
#if __has_cpp_attribute(gnu::no_dangling)
#define ERRCAT_NO_DANGLING [[gnu::no_dangling]]
#else
#define ERRCAT_NO_DANGLING
#endif

namespace errcat {

/// The media type of every response body: the value of its `Content-Type`.
inline constexpr std::string_view media_type = "application/json";

/// The layout of the tables that this header reads. A generated header asserts that it was made for it.
inline constexpr int table_layout = 2;

/// What a generated header defines for its enumeration: `text`, `rows`, `size` and what the lookups need.
/// An enumeration without a catalog has none. Not written by hand.
template <class Error> struct table;

/// An enumeration that a generated header has a table for.
template <class Error>
concept error_enum = requires {
  table<Error>::size;
};

/// One row of a table: a number and the places of its strings, in bytes of the table's text.
struct row {
  std::uint32_t value;  ///< The enumerator's value.
  std::uint16_t status;
  std::uint32_t body;
  std::uint32_t body_size;
  std::uint32_t code_size;  ///< The code stands in the body, before the last three bytes, `"}}`.
  std::uint32_t message;
  std::uint32_t message_size;
  std::uint32_t description;
  std::uint32_t description_size;
  std::uint32_t measure;
  std::uint32_t measure_size;
  bool retired = false;
};

/// How `json j = errc` and `json.get<errc>()` are done; defined in <errcat/json.hpp>.
template <class Json> struct json_conversion;  // incomplete? then #include <errcat/json.hpp>

/// How `make_error_code(errc)` and `ec == errc` are done; defined in <errcat/system_error.hpp>.
template <class Error> struct error_code_conversion;  // incomplete? then #include <errcat/system_error.hpp>

/// True of std::error_code, where <errcat/system_error.hpp> is included.
template <class Code> inline constexpr bool is_error_code = false;

template <class Error> class catalog;

/// A view of one row of the catalog of `Error`: an index, cheap to copy. Its texts are static: they outlive it.
template <class Error> class ERRCAT_NO_DANGLING entry {
public:
  /// The enumerator, `errc::IMG_0024`.
  [[nodiscard]] constexpr Error error() const noexcept { return static_cast<Error>(row().value); }

  /// The HTTP status of the response, 400.
  [[nodiscard]] constexpr int status() const noexcept { return row().status; }

  /// The code as it stands in the response, `IMG.0024`.
  [[nodiscard]] constexpr std::string_view code() const noexcept {
    constexpr std::uint32_t behind = 3;  // "}}
    return text(row().body + row().body_size - behind - row().code_size, row().code_size);
  }

  /// What the response says. Never empty.
  [[nodiscard]] constexpr std::string_view message() const noexcept { return text(row().message, row().message_size); }

  /// What the table says of the error; most often the message once more. Empty: the table says nothing.
  [[nodiscard]] constexpr std::string_view description() const noexcept {
    return text(row().description, row().description_size);
  }

  /// What the table says to do about it; lines that begin with `- ` are a list. Empty: the table gives none.
  [[nodiscard]] constexpr std::string_view handling_measure() const noexcept {
    return text(row().measure, row().measure_size);
  }

  /// The whole body of the response in JSON, `{"error":{"message":"...","code":"IMG.0024"}}`, ready to send.
  [[nodiscard]] constexpr std::string_view response_body() const noexcept { return text(row().body, row().body_size); }

  /// Whether the code is no longer in use. It keeps its number and is found as before.
  [[nodiscard]] constexpr bool retired() const noexcept { return row().retired; }

  friend constexpr bool operator==(entry, entry) noexcept = default;

private:
  friend class catalog<Error>;
  constexpr explicit entry(std::uint32_t index) noexcept : index_(index) {}

  [[nodiscard]] constexpr const errcat::row& row() const noexcept { return table<Error>::rows[index_]; }
  [[nodiscard]] static constexpr std::string_view text(std::uint32_t offset, std::uint32_t size) noexcept {
    return {table<Error>::text + offset, size};
  }

  std::uint32_t index_;
};

/// A code that the programmer writes, `errors["IMG.0024"]`: one that the catalog does not know does not compile.
template <class Error> class checked_code {
public:
  template <class Text>
  requires std::is_convertible_v<const Text&, std::string_view>
  consteval checked_code(const Text& code) noexcept;  // NOLINT(google-explicit-constructor): converts, as fmt's do

private:
  friend class catalog<Error>;
  std::uint32_t index_;
};

namespace detail {

[[noreturn]] inline void trap() noexcept {
#ifdef __GNUC__
  __builtin_trap();
#else
  std::abort();
#endif
}

// Not constexpr, so that reaching one of them in a constant expression is an error that names it.
[[noreturn]] inline void this_value_has_no_row_in_the_catalog() noexcept { trap(); }
[[noreturn]] inline void this_code_is_not_in_the_catalog() noexcept { trap(); }

/// Four bytes as a word, the first one lowest. Compilers make one load of it.
[[nodiscard]] constexpr std::uint32_t load_4(const char* bytes) noexcept {
  const auto byte = [bytes](int i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])} << 8 * i; };
  return byte(0) | byte(1) | byte(2) | byte(3);
}
[[nodiscard]] constexpr std::uint64_t load_8(const char* bytes) noexcept {
  return load_4(bytes) | std::uint64_t{load_4(bytes + 4)} << 32;
}

/// Whether two codes are the same, by words: for texts this short the call of memcmp would take most of the time.
[[nodiscard]] constexpr bool same_code(const char* left, const char* right, std::size_t size) noexcept {
  if (size >= 8) {  // the last word may hold bytes of the one before
    for (std::size_t at = 0; at + 8 < size; at += 8) {
      if (load_8(left + at) != load_8(right + at)) return false;
    }
    return load_8(left + size - 8) == load_8(right + size - 8);
  }
  if (size >= 4) return load_4(left) == load_4(right) && load_4(left + size - 4) == load_4(right + size - 4);
  return std::char_traits<char>::compare(left, right, size) == 0;
}

/// The number that digits spell; `no_number` where they are no digits or spell more than 2^32 - 1.
inline constexpr std::uint32_t no_number = 0;  // the generator refuses the number 0

[[nodiscard]] constexpr std::uint32_t read_number(const char* digits, const char* end) noexcept {
  std::uint64_t number = 0;
  for (; digits != end; ++digits) {
    const auto digit = static_cast<unsigned char>(*digits - '0');
    if (digit > 9) return no_number;
    number = number * 10 + digit;
    if (number > UINT32_MAX) return no_number;
  }
  return static_cast<std::uint32_t>(number);
}

/// The same of exactly four digits, read as one word: each step joins neighbours, in every place of the word at once.
[[nodiscard]] constexpr std::uint32_t read_four_digits(const char* digits) noexcept {
  auto word = load_4(digits) ^ 0x30303030;  // a digit becomes its value, 0 to 9, another character more
  if ((((word + 0x76767676) | word) & 0x80808080) != 0) return no_number;
  word = ((word * (10 * 256 + 1)) >> 8) & 0x00FF00FF;
  return (word * (100 * 65536 + 1)) >> 16;
}

/// Where the generator and the lookup agree that a code of a named catalog belongs among `slots` places.
[[nodiscard]] constexpr std::size_t slot_of(const char* code, std::size_t size, std::size_t slots) noexcept {
  const auto mix = [](std::uint64_t word) {
    return (word ^ (word >> 32)) * 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio: the high bits are mixed well
  };
  std::uint64_t state = size;
  std::size_t at = 0;
  for (; at + 8 < size; at += 8) state = mix(state ^ load_8(code + at));
  std::uint64_t rest = 0;  // the last 8 bytes, or fewer; some of them twice
  if (size >= 8) {
    rest = load_8(code + size - 8);
  } else if (size >= 4) {
    rest = std::uint64_t{load_4(code + size - 4)} << 32 | load_4(code);
  } else {
    for (; at != size; ++at) rest = rest << 8 | static_cast<unsigned char>(code[at]);
  }
  return static_cast<std::size_t>((mix(state ^ rest) >> 32) * slots >> 32);
}

}  // namespace detail

/// The catalog of `Error`: a constexpr random-access range of its entries, in the order of their values. It holds
/// nothing; the table belongs to the type.
template <class Error> class catalog {
  using table = errcat::table<Error>;

public:
  class iterator;
  using const_iterator = iterator;
  using value_type = entry<Error>;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;

  /// The entry of an enumerator. A value without a row (cast from a number) traps; in a constant expression it does
  /// not compile. For numbers from outside there is `find_number`.
  [[nodiscard]] constexpr entry<Error> operator[](Error error) const noexcept {
    const std::uint32_t index = index_of(error);
    if (index == table::size) detail::this_value_has_no_row_in_the_catalog();
    return entry<Error>(index);
  }

  /// The entry of a code written in the program, `errors["IMG.0024"]`. A code that is not in the catalog does not
  /// compile, and neither does a text that is known at run time only: for that there is `find`.
  [[nodiscard]] constexpr entry<Error> operator[](checked_code<Error> code) const noexcept {
    return entry<Error>(code.index_);
  }

  /// The entry of a code from outside: exact and case-sensitive; nothing where the catalog does not know it.
  [[nodiscard]] constexpr std::optional<entry<Error>> find(std::string_view code) const noexcept {
    return at(index_of(code));
  }

  /// The entry of an enumerator that may have been cast from a number; nothing where no row has its value.
  [[nodiscard]] constexpr std::optional<entry<Error>> find(Error error) const noexcept { return at(index_of(error)); }

  /// The entry of a number from outside, such as a std::error_code's value; nothing where no row has it. (A cast to
  /// `Error` would cut it first.)
  [[nodiscard]] constexpr std::optional<entry<Error>> find_number(std::int64_t number) const noexcept {
    const auto value = static_cast<std::uint32_t>(number);
    return at(value == number ? index_of_number(value) : table::size);
  }

  [[nodiscard]] constexpr bool contains(std::string_view code) const noexcept { return index_of(code) != table::size; }

  [[nodiscard]] constexpr iterator begin() const noexcept { return iterator(0); }
  [[nodiscard]] constexpr iterator end() const noexcept { return iterator(table::size); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return table::size; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }

  /// What stands before the dot of every code, `IMG`; empty in a named catalog.
  [[nodiscard]] constexpr std::string_view prefix() const noexcept {
    if constexpr (requires { table::slots; }) {
      return {};
    } else {
      return table::name;
    }
  }

private:
  friend class checked_code<Error>;

  [[nodiscard]] static constexpr std::optional<entry<Error>> at(std::uint32_t index) noexcept {
    if (index == table::size) return std::nullopt;
    return entry<Error>(index);
  }

  // Each gives the index of a row, or `table::size` where there is none.
  [[nodiscard]] static constexpr std::uint32_t index_of(std::string_view code) noexcept;
  [[nodiscard]] static constexpr std::uint32_t index_of_name(std::string_view code) noexcept;
  [[nodiscard]] static constexpr std::uint32_t index_of(Error error) noexcept {
    return index_of_number(static_cast<std::uint32_t>(error));
  }
  [[nodiscard]] static constexpr std::uint32_t index_of_number(std::uint32_t number) noexcept;
};

/// Random access; `*i` is an entry, not a reference to one. It does not point into the catalog object.
template <class Error> class catalog<Error>::iterator {
  struct arrow {
    entry<Error> value;
    constexpr const entry<Error>* operator->() const noexcept { return &value; }
  };

public:
  using iterator_concept = std::random_access_iterator_tag;
  using iterator_category = std::input_iterator_tag;  // `*i` is no reference
  using value_type = entry<Error>;
  using difference_type = std::ptrdiff_t;
  using pointer = arrow;
  using reference = entry<Error>;

  constexpr iterator() noexcept = default;

  [[nodiscard]] constexpr entry<Error> operator*() const noexcept { return entry<Error>(index_); }
  [[nodiscard]] constexpr arrow operator->() const noexcept { return {**this}; }
  [[nodiscard]] constexpr entry<Error> operator[](difference_type n) const noexcept { return *(*this + n); }

  constexpr iterator& operator++() noexcept { return *this += 1; }
  constexpr iterator& operator--() noexcept { return *this -= 1; }
  constexpr iterator operator++(int) noexcept {
    const iterator old = *this;
    ++*this;
    return old;
  }
  constexpr iterator operator--(int) noexcept {
    const iterator old = *this;
    --*this;
    return old;
  }
  constexpr iterator& operator+=(difference_type n) noexcept {
    index_ += static_cast<std::uint32_t>(n);
    return *this;
  }
  constexpr iterator& operator-=(difference_type n) noexcept { return *this += -n; }
  [[nodiscard]] friend constexpr iterator operator+(iterator i, difference_type n) noexcept { return i += n; }
  [[nodiscard]] friend constexpr iterator operator+(difference_type n, iterator i) noexcept { return i += n; }
  [[nodiscard]] friend constexpr iterator operator-(iterator i, difference_type n) noexcept { return i -= n; }
  [[nodiscard]] friend constexpr difference_type operator-(iterator i, iterator j) noexcept {
    return static_cast<difference_type>(i.index_) - static_cast<difference_type>(j.index_);
  }
  friend constexpr auto operator<=>(iterator, iterator) noexcept = default;

private:
  friend class catalog;
  constexpr explicit iterator(std::uint32_t index) noexcept : index_(index) {}

  std::uint32_t index_ = 0;
};

template <class Error> constexpr std::uint32_t catalog<Error>::index_of(std::string_view code) noexcept {
  if constexpr (requires { table::slots; }) {
    return index_of_name(code);
  } else {
    constexpr std::size_t lead = sizeof table::prefix - 1;  // with the dot, without the terminator
    if (table::digits != 0 ? code.size() != lead + table::digits : code.size() <= lead) return table::size;
    if (std::char_traits<char>::compare(code.data(), table::prefix, lead) != 0) return table::size;
    const char* const digits = code.data() + lead;
    if constexpr (table::digits == 4) {
      return index_of_number(detail::read_four_digits(digits));
    } else {
      const std::uint32_t index = index_of_number(detail::read_number(digits, code.data() + code.size()));
      if (table::digits != 0 || index == table::size) return index;
      return entry<Error>(index).code() == code ? index : table::size;  // not with another number of zeros
    }
  }
}

template <class Error> constexpr std::uint32_t catalog<Error>::index_of_name(std::string_view code) noexcept {
  constexpr std::size_t slots = std::size(table::slots);
  for (std::size_t slot = detail::slot_of(code.data(), code.size(), slots);; slot = (slot + 1) % slots) {
    const std::uint32_t index = table::slots[slot];
    if (index == table::size) return index;  // some slots are empty
    const std::string_view found = entry<Error>(index).code();
    if (found.size() == code.size() && detail::same_code(found.data(), code.data(), code.size())) return index;
  }
}

template <class Error> constexpr std::uint32_t catalog<Error>::index_of_number(std::uint32_t number) noexcept {
  constexpr std::uint32_t first = table::rows[0].value;
  const std::uint32_t place = number - first;
  if constexpr (table::rows[table::size - 1].value - first < table::size) {  // without gaps
    return place < table::size ? place : table::size;
  } else if constexpr (requires { table::index; }) {  // with few: the row of every number
    return place < std::size(table::index) ? table::index[place] : table::size;
  } else {
    std::uint32_t index = 0;
    for (std::uint32_t count = table::size; count != 0;) {
      const std::uint32_t half = count / 2;
      const bool right = table::rows[index + half].value < number;
      index = right ? index + half + 1 : index;
      count = right ? count - half - 1 : half;
    }
    return index != table::size && table::rows[index].value == number ? index : table::size;
  }
}

template <class Error> template <class Text>
requires std::is_convertible_v<const Text&, std::string_view>
consteval checked_code<Error>::checked_code(const Text& code) noexcept : index_(catalog<Error>::index_of(code)) {
  if (index_ == table<Error>::size) detail::this_code_is_not_in_the_catalog();
}

}  // namespace errcat

template <class Error> inline constexpr bool std::ranges::enable_borrowed_range<errcat::catalog<Error>> = true;
