// SPDX-License-Identifier: Apache-2.0
// The parts of a generated header, and the lookups in its table. Include the generated header, not this one.
#pragma once

#include <errcat/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// Ends a program that asks for the entry of a value without a row. To do something else, define it before any include,
/// identically in all files of the program. `reason` is a string literal. It must not return.
#ifndef ERRCAT_TRAP
#ifdef __GNUC__
#define ERRCAT_TRAP(reason) __builtin_trap()
#else
#include <cstdlib>
#define ERRCAT_TRAP(reason) std::abort()
#endif
#endif

// Everything that depends on the layout of tables is in a namespace named after it, so that code compiled with another
// version of errcat can be linked into the same program.
namespace errcat {
inline namespace layout_3 {

/// The layout of the tables that these headers read. A generated header asserts that it was made for this one.
inline constexpr int table_layout = 3;

namespace detail {

/// One row of a table: its number, and where its strings are in the table's text (bytes). The integers are as small as
/// the table allows. `code` and `message` are slices of `body` if JSON needs no escapes for them.
template <class Offset, class Size> struct row {
  std::uint32_t value;  ///< the enumerator's value
  std::uint16_t status;
  bool retired;
  Offset name;
  Offset body;
  Offset code;
  Offset message;
  Offset description;
  Offset measure;
  Size name_size;
  Size body_size;
  Size code_size;
  Size message_size;
  Size description_size;
  Size measure_size;
};
static_assert(sizeof(row<std::uint16_t, std::uint16_t>) == 32 && sizeof(row<std::uint32_t, std::uint16_t>) == 44);

/// Specialized by each generated header for its enumeration; do not specialize by hand. Its members:
/// - `size`, the number of rows; `rows`, ordered by value; `text`, the strings, for `text_at`
/// - `name_space`; `category_name`, the prefix or, without one, the namespace; `source`
/// - `prefix` and `digits`, only if codes are numbered: "IMG." and the number of digits, 0 if codes differ in it
/// - `index`, the row of each value from the first one, or `value_buckets`, a hash table; neither if the values have
///   no gaps
/// - `code_buckets`, a hash table, only if codes are not numbered
/// - `body`, a `body_shape`, and `media_type`, only if they are not the default ones
template <class Error> struct table;

/// Where the message is in a ready response body. Each number of bytes is that of the constant parts.
struct body_shape {
  std::uint32_t before;  ///< bytes before the message
  std::uint32_t codes_before;
  std::uint32_t after;  ///< bytes after the message
  std::uint32_t codes_after;
};

/// The shape of `{"error":{"message":"...","code":"..."}}`.
inline constexpr body_shape default_body{21, 0, 13, 1};

template <class Error> [[nodiscard]] constexpr body_shape body_shape_of() noexcept {
  if constexpr (requires { table<Error>::body; }) {
    return table<Error>::body;
  } else {
    return default_body;
  }
}

// Hooks that a generated header declares for headers that it does not include. Without that header, using a hook is an
// error about an undefined type, which is named after the header. Testing whether the hook exists is not an error.
template <class Json> struct include_errcat_json_hpp;
template <class...> struct include_errcat_system_error_hpp;

// Not constexpr, so that reaching one of them in a constant expression is an error that names it.
[[noreturn]] inline void this_value_has_no_row_in_the_catalog() { ERRCAT_TRAP("errcat: a value without a row"); }
[[noreturn]] inline void this_code_is_not_in_the_catalog() { ERRCAT_TRAP("errcat: a code that is not in the catalog"); }

/// Loads four bytes as a word, the first one lowest. Compilers make one instruction of it.
[[nodiscard]] constexpr std::uint32_t load_4(const char* bytes) noexcept {
  const auto byte = [bytes](int i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])} << 8 * i; };
  return byte(0) | byte(1) | byte(2) | byte(3);
}
[[nodiscard]] constexpr std::uint64_t load_8(const char* bytes) noexcept {
  return load_4(bytes) | std::uint64_t{load_4(bytes + 4)} << 32;
}

/// Compares two codes of `size` bytes word by word: a memcmp call would dominate for strings this short.
[[nodiscard]] constexpr bool same_code(const char* left, const char* right, std::size_t size) noexcept {
  if (size >= 8) {  // the last word may repeat bytes of the one before
    for (std::size_t at = 0; at + 8 < size; at += 8) {
      if (load_8(left + at) != load_8(right + at)) return false;
    }
    return load_8(left + size - 8) == load_8(right + size - 8);
  }
  if (size >= 4) return load_4(left) == load_4(right) && load_4(left + size - 4) == load_4(right + size - 4);
  return std::char_traits<char>::compare(left, right, size) == 0;
}

inline constexpr std::uint32_t no_number = 0;  // the generator refuses the number 0

/// Reads the number that digits spell; `no_number` if they are not digits or spell more than 2^32 - 1.
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

/// Four digits as one word, in which a digit is its value, 0 to 9, and any other character is more.
struct four_digits {
  std::uint32_t word;

  constexpr explicit four_digits(const char* digits) noexcept : word(load_4(digits) ^ 0x30303030) {}

  [[nodiscard]] constexpr bool valid() const noexcept { return (((word + 0x76767676) | word) & 0x80808080) == 0; }

  /// Each step joins neighbours, in every place of the word at once.
  [[nodiscard]] constexpr std::uint32_t number() const noexcept {
    const std::uint32_t pairs = ((word * (10 * 256 + 1)) >> 8) & 0x00FF00FF;
    return (pairs * (100 * 65536 + 1)) >> 16;
  }
};

/// Reads exactly `Count` digits, four at once; `no_number` as read_number.
template <std::size_t Count> [[nodiscard]] constexpr std::uint32_t read_digits(const char* digits) noexcept {
  if constexpr (Count < 4 || Count > 18) {  // more might be over 2^64 - 1
    return read_number(digits, digits + Count);
  } else {
    std::uint64_t number = 0;
    bool valid = true;
    for (std::size_t at = 0; at + 4 <= Count; at += 4) {
      const four_digits four(digits + at);
      valid = valid && four.valid();
      number = number * 10'000 + four.number();
    }
    if constexpr (Count % 4 != 0) {  // the last four, some of which have been read
      constexpr std::uint32_t shift = Count % 4 == 1 ? 10 : Count % 4 == 2 ? 100 : 1'000;
      const four_digits four(digits + Count - 4);
      valid = valid && four.valid();
      number = number * shift + four.number() % shift;
    }
    return valid && number <= UINT32_MAX ? static_cast<std::uint32_t>(number) : no_number;
  }
}

/// One step of the hash: the multiplication carries every bit into the high half.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t word) noexcept {
  return (word ^ (word >> 32)) * 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio
}

/// Returns the bucket of a hash among `buckets`.
[[nodiscard]] constexpr std::uint64_t bucket_of(std::uint64_t hash, std::uint64_t buckets) noexcept {
  return ((hash >> 32) * buckets) >> 32;
}

/// Hashes a code. The generator fills the buckets of a table with it, so it must not change within a layout.
[[nodiscard]] constexpr std::uint64_t hash_of(const char* code, std::size_t size) noexcept {
  std::uint64_t state = size;
  std::size_t at = 0;
  for (; at + 8 < size; at += 8) state = mix(state ^ load_8(code + at));
  std::uint64_t rest = 0;  // the last 8 bytes, some of which may be hashed twice, or fewer
  if (size >= 8) {
    rest = load_8(code + size - 8);
  } else if (size >= 4) {
    rest = std::uint64_t{load_4(code + size - 4)} << 32 | load_4(code);
  } else {
    for (; at != size; ++at) rest = rest << 8 | static_cast<unsigned char>(code[at]);
  }
  return mix(state ^ rest);
}

// With a different hash, lookups in headers generated earlier would search the wrong buckets.
static_assert(hash_of("", 0) == 0);
static_assert(hash_of("404", 3) == 0x1E6BC9D984889883);
static_assert(hash_of("OBS.01", 6) == 0xF284DE2DE1087622);
static_assert(hash_of("AccessDenied", 12) == 0x3874A3DB2C4C394A);
static_assert(hash_of("InvalidAccessKeyId.Inactive", 27) == 0x6A107FEB7C34F989);
static_assert(bucket_of(0xFFFFFFFF00000000, 64) == 63 && bucket_of(0x00000000FFFFFFFF, 64) == 0);

/// Returns the string at `offset` of a table's text, which is one array or, if it is long, several pages: compilers
/// limit the length of a literal. No string crosses a page.
template <std::size_t Size>
[[nodiscard]] constexpr const char* text_at(const char (&text)[Size], std::uint32_t offset) noexcept {
  return text + offset;
}
template <std::size_t Pages, std::size_t Size>
[[nodiscard]] constexpr const char* text_at(const char (&text)[Pages][Size], std::uint32_t offset) noexcept {
  return text[offset / Size] + offset % Size;
}

/// Finds rows of the table of `Error`. Each function returns the index of a row, or `size` if there is none.
template <class Error> struct lookup {
  using table = detail::table<Error>;

  static constexpr bool is_numbered = requires { table::prefix; };

  [[nodiscard]] static constexpr std::string_view code_of(std::uint32_t index) noexcept {
    return {text_at(table::text, table::rows[index].code), table::rows[index].code_size};
  }

  [[nodiscard]] static constexpr std::uint32_t index_of(Error error) noexcept {
    return index_of_number(static_cast<std::uint32_t>(error));
  }

  [[nodiscard]] static constexpr std::uint32_t index_of(std::string_view code) noexcept {
    if constexpr (!is_numbered) {
      return index_of_name(code);
    } else {
      constexpr std::size_t lead = sizeof table::prefix - 1;  // with the dot, without the terminator
      if (table::digits != 0 ? code.size() != lead + table::digits : code.size() <= lead) return table::size;
      if (std::char_traits<char>::compare(code.data(), table::prefix, lead) != 0) return table::size;
      const char* const digits = code.data() + lead;
      if constexpr (table::digits != 0) {
        return index_of_number(read_digits<table::digits>(digits));
      } else {
        const std::uint32_t index = index_of_number(read_number(digits, code.data() + code.size()));
        if (index == table::size) return index;
        return code_of(index) == code ? index : table::size;  // rejects extra or missing zeros
      }
    }
  }

  [[nodiscard]] static constexpr std::uint32_t index_of_number(std::uint32_t number) noexcept {
    constexpr std::uint32_t first = table::rows[0].value;
    const std::uint32_t place = number - first;
    if constexpr (table::rows[table::size - 1].value - first < table::size) {  // no gaps
      return place < table::size ? place : table::size;
    } else if constexpr (requires { table::index; }) {  // few gaps
      return place < std::size(table::index) ? table::index[place] : table::size;
    } else {
      return probe(table::value_buckets, mix(number),
                   [number](std::uint32_t index) { return table::rows[index].value == number; });
    }
  }

private:
  [[nodiscard]] static constexpr std::uint32_t index_of_name(std::string_view code) noexcept {
    return probe(table::code_buckets, hash_of(code.data(), code.size()), [code](std::uint32_t index) {
      const std::string_view found = code_of(index);
      return found.size() == code.size() && same_code(found.data(), code.data(), code.size());
    });
  }

  /// Searches from the bucket of `hash` on, until a row matches or a bucket is empty. There always is an empty one.
  template <class Index, std::size_t Count, class Matches>
  [[nodiscard]] static constexpr std::uint32_t probe(const Index (&buckets)[Count], std::uint64_t hash,
                                                     Matches matches) noexcept {
    for (std::uint64_t bucket = bucket_of(hash, Count);; bucket = (bucket + 1) % Count) {
      const std::uint32_t index = buckets[bucket];
      if (index == table::size || matches(index)) return index;
    }
  }
};

/// The code of an enumerator as text. A value without a row is `IMG.9999`, with the catalog's number of digits, or
/// `ims::errc(9999)` in a named catalog.
template <class Error> class code_text {
  using table = detail::table<Error>;

public:
  constexpr explicit code_text(Error error) noexcept {
    const std::uint32_t index = lookup<Error>::index_of(error);
    if (index != table::size) {
      known_ = lookup<Error>::code_of(index);
      return;
    }
    if constexpr (lookup<Error>::is_numbered) {
      append(table::prefix);
      append(static_cast<std::uint32_t>(error), table::digits == 0 ? 1 : table::digits);
    } else {
      append(table::name_space);
      append("::errc(");
      append(static_cast<std::uint32_t>(error), 1);
      append(")");
    }
  }

  [[nodiscard]] constexpr std::string_view view() const noexcept {
    return known_.empty() ? std::string_view(unknown_, size_) : known_;
  }

private:
  constexpr void append(std::string_view text) noexcept {
    for (const char c : text) unknown_[size_++] = c;
  }

  static constexpr std::size_t most_digits = [] {
    std::size_t most = 10;  // of 2^32 - 1
    if constexpr (lookup<Error>::is_numbered) most = table::digits > most ? table::digits : most;
    return most;
  }();

  constexpr void append(std::uint32_t number, std::size_t width) noexcept {
    char digits[most_digits]{};
    std::size_t count = 0;
    for (; number != 0 || count < width; number /= 10) digits[count++] = static_cast<char>('0' + number % 10);
    while (count != 0) unknown_[size_++] = digits[--count];
  }

  std::string_view known_{};
  char unknown_[sizeof table::name_space + sizeof table::category_name + sizeof "::errc()" + most_digits]{};
  std::size_t size_ = 0;
};

/// Prints the code of an enumerator to a stream.
template <class Stream, class Error> Stream& print(Stream& out, Error error) {
  return out << code_text<Error>(error).view();
}

}  // namespace detail
}  // namespace layout_3
}  // namespace errcat
