// SPDX-License-Identifier: Apache-2.0
// The names and explanations of the rules.
#include "rules.hpp"

#include "suggestion.hpp"

#include <algorithm>
#include <cstddef>

namespace errcat::tool {
namespace {

struct documented_rule {
  std::string_view name;
  std::string_view explanation;
};

/// In the order of the enumerators, which is that of the names.
constexpr documented_rule rules[] = {
    {"comment-in-text",
     "In YAML, ' #' begins a comment, so `message: Order #7 is empty` is the message 'Order'.\n"
     "Put the text in quotes. If it is a comment, write a space after the '#'.\n"},
    {"foreign-macro",
     "A namespace, a name or a code is a macro in a header of Windows, X11, Qt or the network library. A program that\n"
     "includes that header cannot use the name, and may not compile. Choose another name, or allow the rule if no "
     "user\n"
     "of the catalog includes such headers.\n"},
    {"markup",
     "Messages, descriptions and measures are plain text: `**Stopped**` or `&lt;` reaches users as it is.\n"
     "Remove the marks.\n"},
    {"mixed-width",
     "The codes have different numbers of digits (CAFE.001 and CAFE.0002). People who type a code from memory then "
     "find\n"
     "the wrong one or none. Write all numbers with the same number of digits, unless the published codes differ.\n"},
    {"no-prefix",
     "The catalog has no 'prefix', although each code is the same word, a dot and a number. Without it, the value of "
     "an\n"
     "enumerator is the position of its row; with it, the value is the number. The second never changes.\n"},
    {"no-punctuation",
     "Users see a message together with other sentences. Write it as a sentence that ends with '.', '!' or '?'.\n"},
    {"placeholder",
     "The text is '-', which many tables use for an empty cell. Write an empty string (\"\"), so that programs can "
     "see\n"
     "that there is no text.\n"},
    {"proposed-name",
     "`errcat import` made the name from the message, and nobody has confirmed it. A name never changes once it is\n"
     "published, so choose a good one now. Then delete the key 'proposed'.\n"},
    {"repeated-message",
     "The handling measure is the message again, so it does not tell users what to do. Write what they can do, or "
     "leave\n"
     "the measure empty.\n"},
    {"repeated-space",
     "There are several spaces in a row. Browsers show one, programs all of them, and a search for the text fails.\n"
     "Write one.\n"},
    {"success-status",
     "The HTTP status is below 400, so clients take the response for a success and do not read the error.\n"},
    {"surrounding-space",
     "A text, or a line of it, begins or ends with a space, which is often left over from a copied table.\n"
     "Remove it.\n"},
};

}  // namespace

std::string_view name_of(rule subject) { return rules[static_cast<std::size_t>(subject)].name; }

std::string_view explanation_of(rule subject) { return rules[static_cast<std::size_t>(subject)].explanation; }

std::optional<rule> find_rule(std::string_view name) {
  const auto* const found = std::ranges::find(rules, name, &documented_rule::name);
  if (found == std::ranges::end(rules)) return std::nullopt;
  return static_cast<rule>(found - std::ranges::begin(rules));
}

std::string unknown_rule(std::string_view name) { return unknown_word("rule", name, "Rules", rule_names()); }

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const documented_rule& r : rules) names.push_back(r.name);
  return names;
}

}  // namespace errcat::tool
