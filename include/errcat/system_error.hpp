// SPDX-License-Identifier: Apache-2.0
// Catalogs as std::error_code: `std::error_code ec = ims::errc::image_not_found;` and back.
#pragma once

#include <errcat/catalog.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace errcat {
inline namespace layout_3 {
namespace detail {

/// Returns the identity of the catalog of `Error`, a hash (FNV-1a) of its namespace and prefix. All editions of a
/// catalog have the same one, in every shared library and version of errcat. It is never 0.
template <error_enum Error> [[nodiscard]] constexpr int identity() noexcept {
  std::uint32_t hash = 2166136261;
  const auto add = [&hash](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 16777619; };
  for (const char c : std::string_view(table<Error>::name_space)) add(c);
  add('\0');  // separates the two
  const std::string_view prefix = catalog<Error>().prefix();
  for (const char c : prefix) add(c);
  return static_cast<int>(hash == 0 ? 1 : hash);
}

}  // namespace detail

/// True if `category` is the category of the catalog of `Error`, or of another edition of it, in this or in another
/// shared library.
template <error_enum Error> [[nodiscard]] bool is_category_of(const std::error_category& category) noexcept {
  // Two shared libraries have separate objects and, with hidden symbols, separate types for the same category. But any
  // category can be asked through `equivalent`: "is your value 0 equivalent to the condition with this identity?" Only
  // categories of the same catalog answer yes. No error has the value 0, so no real comparison asks this question.
  return std::string_view(category.name()) == detail::table<Error>::category_name &&
         category.equivalent(std::error_code(0, category), detail::identity<Error>());
}

namespace detail {

template <error_enum Error> class catalog_category final : public std::error_category {
public:
  [[nodiscard]] const char* name() const noexcept override { return table<Error>::category_name; }

  [[nodiscard]] std::string message(int value) const override {
    const auto known = catalog<Error>().find_number(static_cast<std::uint32_t>(value));
    return known ? std::string(known->message()) : "unknown error " + std::to_string(value);
  }

  [[nodiscard]] bool equivalent(int value, const std::error_condition& condition) const noexcept override {
    return condition.value() == value && is_category_of<Error>(condition.category());
  }
  [[nodiscard]] bool equivalent(const std::error_code& code, int condition) const noexcept override {
    if (code.value() == 0 && condition == identity<Error>() && code.category() == *this) return true;  // the question
    return code.value() == condition && is_category_of<Error>(code.category());
  }
};

}  // namespace detail

/// Returns the category of a catalog's error codes. Its name is the prefix of the codes, `IMG`, or the namespace of a
/// named catalog. Its messages are the table's; for a value without a row, "unknown error 9999".
template <error_enum Error> [[nodiscard]] const std::error_category& category() noexcept {
  alignas(detail::catalog_category<Error>) static std::byte memory[sizeof(detail::catalog_category<Error>)];
  static const auto* const only =
      new (memory) detail::catalog_category<Error>;  // never destroyed: static objects may use it
  return *only;
}

/// Finds the entry of an error code. nullopt if the code belongs to another category or its value has no row.
template <error_enum Error> [[nodiscard]] std::optional<entry<Error>> find_entry(const std::error_code& code) noexcept {
  if (!is_category_of<Error>(code.category())) return std::nullopt;
  return catalog<Error>().find_number(static_cast<std::uint32_t>(code.value()));
}

/// Makes `make_error_code(errc)` work.
template <error_enum Error> struct detail::include_errcat_system_error_hpp<Error> {
  using code = std::error_code;
  static code make(Error error) noexcept { return {static_cast<int>(error), category<Error>()}; }
};

/// Makes `ec == errc` work. It compares the identity of the category and the value, so it works across shared
/// libraries. The standard's `ec1 == ec2` does not, because it compares the addresses of the categories.
template <error_enum Error> struct detail::include_errcat_system_error_hpp<std::error_code, Error> {
  using result = bool;
  static result equal(const std::error_code& code, Error error) noexcept {
    return code.value() == static_cast<int>(error) && is_category_of<Error>(code.category());
  }
};

}  // namespace layout_3
}  // namespace errcat

/// Makes `std::error_code ec = errc` and `throw std::system_error(errc)` work.
template <errcat::error_enum Error> struct std::is_error_code_enum<Error> : std::true_type {};
