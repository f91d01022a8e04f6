// SPDX-License-Identifier: Apache-2.0
// Formatting of enumerators and entries: `{}` is the code, `{:s}` the message. For std::format where the standard
// library has it, and for fmt if <fmt/format.h> was included before. If it is included after this header, include this
// header again.

#ifndef ERRCAT_FORMAT_HPP
#define ERRCAT_FORMAT_HPP

#include <errcat/catalog.hpp>

#include <string_view>
#include <version>
#ifdef __cpp_lib_format
#include <format>
#endif

namespace errcat {
inline namespace layout_3 {
namespace detail {

/// Formats enumerators and entries with `Text`, the formatter of strings, which handles fill, alignment, width and
/// precision. It does not derive from `Text`, because ranges would then print codes in quotes.
template <class Text> class formatter {
public:
  template <class Context> constexpr auto parse(Context& context) {
    const auto end = text_.parse(context);
    shows_message_ = end != context.begin() && *(end - 1) == 's';
    return end;
  }

protected:
  template <class Error, class Context> auto write(Error error, Context& context) const {
    const auto known = catalog<Error>().find(error);
    return text_.format(known && shows_message_ ? known->message() : code_text<Error>(error).view(), context);
  }

private:
  Text text_{};
  bool shows_message_ = false;
};

}  // namespace detail
}  // namespace layout_3
}  // namespace errcat

#ifdef __cpp_lib_format
template <errcat::error_enum Error> struct std::formatter<Error, char>
    : errcat::detail::formatter<std::formatter<std::string_view, char>> {
  template <class Context> auto format(Error error, Context& context) const { return this->write(error, context); }
};
template <errcat::error_enum Error> struct std::formatter<errcat::entry<Error>, char> : std::formatter<Error, char> {
  template <class Context> auto format(errcat::entry<Error> error, Context& context) const {
    return this->write(error.error(), context);
  }
};
#endif

#endif  // ERRCAT_FORMAT_HPP

#if defined FMT_FORMAT_H_ && !defined ERRCAT_FORMATS_FOR_FMT
#define ERRCAT_FORMATS_FOR_FMT
template <errcat::error_enum Error> struct fmt::formatter<Error, char>
    : errcat::detail::formatter<fmt::formatter<std::string_view, char>> {
  template <class Context> auto format(Error error, Context& context) const { return this->write(error, context); }
};
template <errcat::error_enum Error> struct fmt::formatter<errcat::entry<Error>, char> : fmt::formatter<Error, char> {
  template <class Context> auto format(errcat::entry<Error> error, Context& context) const {
    return this->write(error.error(), context);
  }
};
#endif
