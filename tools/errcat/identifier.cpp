// SPDX-License-Identifier: Apache-2.0
// Identifiers of C++.
#include "identifier.hpp"
#include "taken_names.hpp"

#include "ascii.hpp"

#include <algorithm>

namespace errcat::tool {
namespace {

// The last two are keywords of C++26 and of g++'s and clang++'s C++.
constexpr std::string_view keywords[] = {  // C++20 [lex.key] and [lex.digraph]
    "alignas",       "alignof",     "and",
    "and_eq",        "asm",         "auto",
    "bitand",        "bitor",       "bool",
    "break",         "case",        "catch",
    "char",          "char16_t",    "char32_t",
    "char8_t",       "class",       "co_await",
    "co_return",     "co_yield",    "compl",
    "concept",       "const",       "const_cast",
    "consteval",     "constexpr",   "constinit",
    "continue",      "decltype",    "default",
    "delete",        "do",          "double",
    "dynamic_cast",  "else",        "enum",
    "explicit",      "export",      "extern",
    "false",         "float",       "for",
    "friend",        "goto",        "if",
    "inline",        "int",         "long",
    "mutable",       "namespace",   "new",
    "noexcept",      "not",         "not_eq",
    "nullptr",       "operator",    "or",
    "or_eq",         "private",     "protected",
    "public",        "register",    "reinterpret_cast",
    "requires",      "return",      "short",
    "signed",        "sizeof",      "static",
    "static_assert", "static_cast", "struct",
    "switch",        "template",    "this",
    "thread_local",  "throw",       "true",
    "try",           "typedef",     "typeid",
    "typename",      "union",       "unsigned",
    "using",         "virtual",     "void",
    "volatile",      "wchar_t",     "while",
    "xor",           "xor_eq",      "contract_assert",
    "typeof"};

}  // namespace

bool is_identifier(std::string_view name) {
  if (name.empty() || is_digit(name[0]) || !std::ranges::all_of(name, is_word)) return false;
  const bool reserved =
      name.find("__") != std::string_view::npos || (name[0] == '_' && (name.size() == 1 || is_upper(name[1])));
  return !reserved && !is_macro(name) && std::ranges::find(keywords, name) == std::ranges::end(keywords);
}

std::string enumerator_of(std::string_view code) {
  std::string name = !code.empty() && is_digit(code[0]) ? "code_" : "";
  bool was_word = true;
  for (const char c : code) {
    if (is_word(c) || was_word) name += is_word(c) ? c : '_';
    was_word = is_word(c);
  }
  return name;
}

}  // namespace errcat::tool
