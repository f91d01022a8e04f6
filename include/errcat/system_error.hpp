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

/// Whether `category` is that of the catalog of `Error`, in this or in another shared library: by its name.
template <error_enum Error> [[nodiscard]] bool is_category_of(const std::error_category& category) noexcept {
  return std::string_view(category.name()) == table<Error>::name;
}

namespace detail {

template <error_enum Error> class category final : public std::error_category {
public:
  [[nodiscard]] const char* name() const noexcept override { return table<Error>::name; }

  [[nodiscard]] std::string message(int value) const override {
    const auto known = catalog<Error>().find_number(static_cast<std::uint32_t>(value));
    return known ? std::string(known->message()) : "unknown error " + std::to_string(value);
  }

  // Two shared libraries have two objects of this category: they are the same by name.
  [[nodiscard]] bool equivalent(int value, const std::error_condition& condition) const noexcept override {
    return condition.value() == value && is_category_of<Error>(condition.category());
  }
  [[nodiscard]] bool equivalent(const std::error_code& code, int condition) const noexcept override {
    return code.value() == condition && is_category_of<Error>(code.category());
  }
};

}  // namespace detail

/// The category of a catalog's error codes. Its name is the prefix of the codes, `IMG`; of a named catalog, its
/// namespace. A message is the table's; of a value that has no row, "unknown error 9999".
template <error_enum Error> [[nodiscard]] const std::error_category& category() noexcept {
  alignas(detail::category<Error>) static std::byte memory[sizeof(detail::category<Error>)];
  static const auto* const only = new (memory) detail::category<Error>;  // never destroyed: others' destructors may ask
  return *only;
}

/// The entry of an error code of this catalog; nothing for codes of other categories and values without a row.
template <error_enum Error> [[nodiscard]] std::optional<entry<Error>> find_entry(const std::error_code& code) noexcept {
  if (!is_category_of<Error>(code.category())) return std::nullopt;
  return catalog<Error>().find_number(static_cast<std::uint32_t>(code.value()));
}

/// What `make_error_code(errc)` and `ec == errc` in the namespace of a catalog do. The comparison goes by the name of
/// the category and the value, so it holds across shared libraries; `ec1 == ec2` is the standard's and compares
/// addresses.
template <error_enum Error> struct error_code_conversion<Error> {
  static std::error_code make(Error error) noexcept { return {static_cast<int>(error), category<Error>()}; }
  static bool equal(const std::error_code& code, Error error) noexcept {
    return code.value() == static_cast<int>(error) && is_category_of<Error>(code.category());
  }
};
template <> inline constexpr bool is_error_code<std::error_code> = true;

}  // namespace errcat

/// Makes `std::error_code ec = errc` and `throw std::system_error(errc)` work.
template <errcat::error_enum Error> struct std::is_error_code_enum<Error> : std::true_type {};
