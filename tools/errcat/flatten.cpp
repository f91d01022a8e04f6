// SPDX-License-Identifier: Apache-2.0
// Flattening of pandoc's blocks and inlines.
#include "flatten.hpp"

#include "terminal.hpp"
#include "text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace errcat::tool {
namespace {

using nlohmann::json;

/// Returns the letter of an item: a, b, ..., z, aa.
std::string letter(std::size_t number, char first) {
  std::string letters;
  for (; number != 0; number = (number - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>(first + static_cast<char>((number - 1) % 26)));
  }
  return letters;
}

std::string roman(std::size_t number, bool upper) {
  constexpr std::pair<std::size_t, std::string_view> digits[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  constexpr std::size_t largest = 3999;
  if (number > largest) return std::to_string(number);
  std::string out;
  for (const auto& [value, digit] : digits) {
    for (; number >= value; number -= value) out += digit;
  }
  if (upper) std::ranges::transform(out, out.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return out;
}

/// Returns the mark of a list item as the page shows it: "2. ", "b) ", "(iv) ".
std::string mark_of(std::size_t number, const std::string& style, const std::string& delimiter) {
  std::string text = std::to_string(number);
  if (style == "LowerAlpha") text = letter(number, 'a');
  if (style == "UpperAlpha") text = letter(number, 'A');
  if (style == "LowerRoman" || style == "UpperRoman") text = roman(number, style == "UpperRoman");
  if (delimiter == "TwoParens") return '(' + text + ") ";
  return text + (delimiter == "OneParen" ? ") " : ". ");
}

/// True for the border of a grid table. In a cell it is what pandoc leaves of merged cells.
bool is_border(std::string_view line) {
  return line.find('+') != std::string_view::npos && line.find_first_of("-=") != std::string_view::npos &&
         line.find_first_not_of("+-=|") == std::string_view::npos;
}

class flattener {
public:
  void add_blocks(const json& blocks, const std::string& mark) {
    bool first = true;
    for (const json& block : blocks) {
      add_block(block, first ? mark : "");
      first = false;
    }
  }

  /// Returns the text without spaces around its lines. The placeholder of an empty cell becomes empty.
  flat_text take() {
    std::string out;
    std::string_view rest = text_;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      while (line.starts_with(' ')) line.remove_prefix(1);
      while (line.ends_with(' ')) line.remove_suffix(1);
      if (is_border(line)) throw unreadable{"what pandoc makes of merged cells"};
      if (!out.empty()) out += '\n';
      out += line;
    }
    out = make_cell(std::move(out), {}).text;
    return {out == "-" ? "" : std::move(out), std::move(dropped_)};
  }

private:
  void begin_line(const std::string& mark) {
    if (!text_.empty()) text_ += '\n';
    text_ += mark;
  }

  void line(const std::string& mark, const json& inlines) {
    begin_line(mark);
    add_inlines(inlines);
  }

  void add_block(const json& block, const std::string& mark) {
    const auto& type = block.at("t").get_ref<const std::string&>();
    if (type == "Plain" || type == "Para") {
      line(mark, block.at("c"));
    } else if (type == "Header") {
      line(mark, block.at("c").at(2));
    } else if (type == "BulletList") {
      for (const json& item : block.at("c")) add_blocks(item, "- ");
    } else if (type == "OrderedList") {
      add_ordered_list(block.at("c"));
    } else if (type == "Div") {
      add_blocks(block.at("c").at(1), mark);
    } else if (type == "BlockQuote") {
      add_blocks(block.at("c"), mark);
    } else if (type == "LineBlock") {
      for (const json& inlines : block.at("c")) line("", inlines);
    } else if (type == "DefinitionList") {
      for (const json& item : block.at("c")) {
        line("", item.at(0));
        for (const json& definition : item.at(1)) add_blocks(definition, "");
      }
    } else if (type == "CodeBlock") {
      begin_line(mark);
      text_ += block.at("c").at(1).get_ref<const std::string&>();
    } else if (type == "RawBlock") {
      dropped_.push_back("raw " + quote(block.at("c").at(0).get_ref<const std::string&>()));
    } else if (type != "HorizontalRule" && type != "Null") {
      throw unreadable{type == "Table" ? "a table" : "a block of type " + quote(type)};
    }
  }

  void add_ordered_list(const json& list) {
    const json& attributes = list.at(0);  // number, style, delimiter
    const auto first = std::max<std::int64_t>(attributes.at(0).get<std::int64_t>(), 0);
    auto number = static_cast<std::size_t>(first);
    for (const json& item : list.at(1)) {
      add_blocks(item, mark_of(number++, attributes.at(1).at("t"), attributes.at(2).at("t")));
    }
  }

  void add_inlines(const json& inlines) {
    for (const json& part : inlines) add_inline(part);
  }

  void add_inline(const json& part) {
    const auto& type = part.at("t").get_ref<const std::string&>();
    const auto in = [&](std::initializer_list<std::string_view> types) {
      return std::ranges::find(types, type) != types.end();
    };
    if (type == "Str") {
      text_ += part.at("c").get_ref<const std::string&>();
    } else if (in({"Space", "SoftBreak"})) {
      text_ += ' ';
    } else if (type == "LineBreak") {
      text_ += '\n';
    } else if (type == "Code") {
      add_code(part.at("c"));
    } else if (type == "Math") {
      text_ += part.at("c").at(1).get_ref<const std::string&>();
    } else if (type == "Note" || is_footnote(part)) {
      dropped_.emplace_back("a footnote");
    } else if (type == "RawInline") {
      add_raw(part.at("c").at(1).get_ref<const std::string&>());
    } else if (in({"Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"})) {
      add_inlines(part.at("c"));
    } else if (in({"Link", "Span", "Cite", "Image"})) {
      add_inlines(part.at("c").at(1));
    } else if (type == "Quoted") {
      const bool is_double = part.at("c").at(0).at("t") == "DoubleQuote";
      text_ += is_double ? "\u201C" : "\u2018";
      add_inlines(part.at("c").at(1));
      text_ += is_double ? "\u201D" : "\u2019";
    } else {
      throw unreadable{"an element of type " + quote(type)};
    }
  }

  /// Code, or the text of a role such as `:ref:`Title <target>``.
  void add_code(const json& code) {
    std::string_view text = code.at(1).get_ref<const std::string&>();
    const json& classes = code.at(0).at(1);
    const bool is_role = std::ranges::find(classes, "interpreted-text") != classes.end();
    const std::size_t target = text.rfind(" <");
    if (is_role && text.ends_with('>') && target != std::string_view::npos) text = text.substr(0, target);
    text_ += text;
  }

  /// A line break, or a tag without text.
  void add_raw(std::string_view raw) {
    if (raw.starts_with("<br")) text_ += '\n';
    if (!raw.starts_with('<')) dropped_.push_back("raw " + quote(raw));
  }

  /// True for the link to a footnote in a page that was made of Markdown.
  static bool is_footnote(const json& part) {
    if (part.at("t") != "Link") return false;
    const json& classes = part.at("c").at(0).at(1);
    return std::ranges::find(classes, "footnote-ref") != classes.end();
  }

  std::string text_;
  std::vector<std::string> dropped_;
};

}  // namespace

flat_text flatten(const json& blocks) {
  flattener f;
  f.add_blocks(blocks, "");
  return f.take();
}

}  // namespace errcat::tool
