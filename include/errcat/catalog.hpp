// SPDX-License-Identifier: Apache-2.0
// Error catalogs: constexpr lookups in the table of a generated header.
#pragma once

#include <errcat/detail/table.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string_view>
#include <type_traits>

// g++ 14 warns about references to the strings of a temporary entry as if they dangled. The strings are static.
#if __has_cpp_attribute(gnu::no_dangling)
#define ERRCAT_NO_DANGLING [[gnu::no_dangling]]
#else
#define ERRCAT_NO_DANGLING
#endif

namespace errcat {
inline namespace layout_3 {

/// The media type of response bodies unless a catalog states another one: the value of their `Content-Type`.
inline constexpr std::string_view media_type = "application/json";

/// An enumeration that a generated header defines, with a catalog.
template <class Error>
concept error_enum = requires {
  detail::table<Error>::size;
};

template <class Error> class catalog;

/// One error of the catalog of `Error`: an index into its table, cheap to copy. The strings that it returns are static,
/// so they outlive it.
template <class Error> class ERRCAT_NO_DANGLING entry {
public:
  /// Returns the enumerator, such as `errc::IMG_0024`.
  [[nodiscard]] constexpr Error error() const noexcept { return static_cast<Error>(row().value); }

  /// Returns the position of this entry in the catalog, from 0 to `errors.size() - 1`. Use it to index an array with an
  /// element per error, such as counters.
  [[nodiscard]] constexpr std::size_t index() const noexcept { return index_; }

  /// Returns the HTTP status of the response, such as 400.
  [[nodiscard]] constexpr int status() const noexcept { return row().status; }

  /// Returns the code as it is in the response, such as `IMG.0024`.
  [[nodiscard]] constexpr std::string_view code() const noexcept { return text(row().code, row().code_size); }

  /// Returns the other name of the enumerator, such as `image_type_incorrect`.
  [[nodiscard]] constexpr std::string_view name() const noexcept { return text(row().name, row().name_size); }

  /// Returns the message of the response. Never empty.
  [[nodiscard]] constexpr std::string_view message() const noexcept { return text(row().message, row().message_size); }

  /// Returns the description from the source table, often the same as message(). Empty if the table has none.
  [[nodiscard]] constexpr std::string_view description() const noexcept {
    return text(row().description, row().description_size);
  }

  /// Returns the action that the source table recommends. Lines that begin with `- ` are a list. Empty if the table has
  /// none.
  [[nodiscard]] constexpr std::string_view handling_measure() const noexcept {
    return text(row().measure, row().measure_size);
  }

  /// Returns the whole body of the response in the shape that the catalog states, ready to send:
  /// `{"error":{"message":"...","code":"IMG.0024"}}`.
  [[nodiscard]] constexpr std::string_view response_body() const noexcept { return text(row().body, row().body_size); }

  /// True if the code is retired. Retired codes keep their number and can still be looked up.
  [[nodiscard]] constexpr bool retired() const noexcept { return row().retired; }

  friend constexpr bool operator==(entry, entry) noexcept = default;
  friend constexpr auto operator<=>(entry, entry) noexcept = default;
  friend constexpr bool operator==(entry left, Error right) noexcept { return left.error() == right; }
  friend constexpr auto operator<=>(entry left, Error right) noexcept { return left.error() <=> right; }

  /// Prints the code, such as `IMG.0024`.
  template <class Traits>
  friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, entry error) {
    return out << error.code();
  }

private:
  friend class catalog<Error>;
  using table = detail::table<Error>;

  constexpr explicit entry(std::uint32_t index) noexcept : index_(index) {}

  [[nodiscard]] constexpr const auto& row() const noexcept { return table::rows[index_]; }
  [[nodiscard]] static constexpr std::string_view text(std::uint32_t offset, std::uint32_t size) noexcept {
    return {detail::text_at(table::text, offset), size};
  }

  std::uint32_t index_;
};

/// A code written in the program, as in `errors["IMG.0024"]`. A code that is not in the catalog does not compile.
template <class Error> class checked_code {
public:
  template <class Text>
  requires std::is_convertible_v<const Text&, std::string_view>
  consteval checked_code(const Text& code) noexcept  // NOLINT(google-explicit-constructor): converts, as fmt's do
      : index_(detail::lookup<Error>::index_of(std::string_view(code))) {
    if (index_ == detail::table<Error>::size) detail::this_code_is_not_in_the_catalog();
  }

private:
  friend class catalog<Error>;
  std::uint32_t index_;
};

/// The catalog of `Error`: a constexpr random-access range of its entries, ordered by value. The object is empty, since
/// the table belongs to the type.
template <class Error> class ERRCAT_NO_DANGLING catalog {
  using table = detail::table<Error>;
  using lookup = detail::lookup<Error>;

public:
  class iterator;
  using const_iterator = iterator;
  using value_type = entry<Error>;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;

  /// Returns the entry of an enumerator. A value without a row (cast from a number) ends the program; in a constant
  /// expression it does not compile. Use `find_number` for numbers from outside.
  [[nodiscard]] constexpr entry<Error> operator[](Error error) const noexcept {
    const std::uint32_t index = lookup::index_of(error);
    if (index == table::size) detail::this_value_has_no_row_in_the_catalog();
    return entry<Error>(index);
  }

  /// Returns the entry of a code written in the program, `errors["IMG.0024"]`. A code that is not in the catalog does
  /// not compile, nor does a string known only at run time: use `find` for that.
  [[nodiscard]] constexpr entry<Error> operator[](checked_code<Error> code) const noexcept {
    return entry<Error>(code.index_);
  }

  /// Finds the entry of a code from outside. The comparison is exact and case-sensitive. nullopt if the code is
  /// unknown.
  [[nodiscard]] constexpr std::optional<entry<Error>> find(std::string_view code) const noexcept {
    return at(lookup::index_of(code));
  }

  /// Finds the entry of an enumerator that may have been cast from a number. nullopt if no row has its value.
  [[nodiscard]] constexpr std::optional<entry<Error>> find(Error error) const noexcept {
    return at(lookup::index_of(error));
  }

  /// Finds the entry of a number from outside, such as the value of a std::error_code. nullopt if no row has it. (A
  /// cast to `Error` might truncate it.)
  [[nodiscard]] constexpr std::optional<entry<Error>> find_number(std::int64_t number) const noexcept {
    const auto value = static_cast<std::uint32_t>(number);
    return at(value == number ? lookup::index_of_number(value) : table::size);
  }

  /// True if the catalog has the code.
  [[nodiscard]] constexpr bool contains(std::string_view code) const noexcept {
    return lookup::index_of(code) != table::size;
  }

  /// True if a row has the value of the enumerator, which may have been cast from a number.
  [[nodiscard]] constexpr bool contains(Error error) const noexcept { return lookup::index_of(error) != table::size; }

  /// Returns an iterator to the entry with the lowest number. Entries are ordered by number.
  [[nodiscard]] constexpr iterator begin() const noexcept { return iterator(0); }
  /// Returns the iterator past the last entry.
  [[nodiscard]] constexpr iterator end() const noexcept { return iterator(table::size); }

  /// Returns the number of errors.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return table::size; }
  /// True if the catalog has no errors, which the generator refuses.
  [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }

  /// Returns the part of every code before the dot, such as `IMG`. Empty if the catalog is named.
  [[nodiscard]] constexpr std::string_view prefix() const noexcept {
    if constexpr (lookup::is_numbered) {
      return table::category_name;
    } else {
      return {};
    }
  }

  /// Returns the title and the date of the source document.
  [[nodiscard]] constexpr std::string_view source() const noexcept { return table::source; }

  /// Returns the media type of the response bodies, the value of their `Content-Type`.
  [[nodiscard]] constexpr std::string_view media_type() const noexcept {
    if constexpr (requires { table::media_type; }) {
      return table::media_type;
    } else {
      return errcat::media_type;
    }
  }

private:
  [[nodiscard]] static constexpr std::optional<entry<Error>> at(std::uint32_t index) noexcept {
    if (index == table::size) return std::nullopt;
    return entry<Error>(index);
  }
};

/// Random access; `*i` is an entry, not a reference to one. It does not point into the catalog object.
template <class Error> class catalog<Error>::iterator {
  struct arrow {
    entry<Error> value;
    constexpr const entry<Error>* operator->() const noexcept { return &value; }
  };

public:
  using iterator_concept = std::random_access_iterator_tag;
  using iterator_category = std::input_iterator_tag;  // `*i` is not a reference
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

}  // namespace layout_3
}  // namespace errcat

template <class Error> inline constexpr bool std::ranges::enable_borrowed_range<errcat::catalog<Error>> = true;

template <class Error> struct std::hash<errcat::entry<Error>> {
  [[nodiscard]] constexpr std::size_t operator()(errcat::entry<Error> error) const noexcept { return error.index(); }
};
