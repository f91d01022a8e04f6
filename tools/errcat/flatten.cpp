// SPDX-License-Identifier: Apache-2.0
// Flattening of pandoc's blocks and inlines.
#include "flatten.hpp"

#include "terminal.hpp"
#include "text.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace errcat::tool {
namespace {

using nlohmann::json;

class flattener {
public:
  void add_blocks(const json& blocks, const std::string& mark) {
    bool first = true;
    for (const json& block : blocks) {
      const auto& type = block.at("t").get_ref<const std::string&>();
      if (type == "Plain" || type == "Para") {
        line(first ? mark : "", block.at("c"));
      } else if (type == "BulletList") {
        for (const json& item : block.at("c")) add_blocks(item, "- ");
      } else if (type == "OrderedList") {
        std::size_t number = block.at("c").at(0).at(0).get<std::size_t>();
        for (const json& item : block.at("c").at(1)) add_blocks(item, std::to_string(number++) + ". ");
      } else if (type == "Div") {
        add_blocks(block.at("c").at(1), first ? mark : "");
      } else {
        throw unreadable{"a block of type " + quote(type)};
      }
      first = false;
    }
  }

  /// Returns the text without spaces around its lines. The placeholder of an empty cell becomes empty.
  std::string take() {
    std::string out;
    std::string_view rest = text_;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      while (line.starts_with(' ')) line.remove_prefix(1);
      while (line.ends_with(' ')) line.remove_suffix(1);
      if (!out.empty()) out += '\n';
      out += line;
    }
    out = make_cell(std::move(out), {}).text;
    return out == "-" ? "" : out;
  }

private:
  void line(const std::string& mark, const json& inlines) {
    if (!text_.empty()) text_ += '\n';
    text_ += mark;
    add_inlines(inlines);
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
    } else if (in({"Code", "Math"})) {
      text_ += part.at("c").at(1).get_ref<const std::string&>();
    } else if (in({"Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"})) {
      add_inlines(part.at("c"));
    } else if (in({"Link", "Span", "Cite"})) {
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

  std::string text_;
};

}  // namespace

std::string flatten(const json& blocks) {
  flattener f;
  f.add_blocks(blocks, "");
  return f.take();
}

}  // namespace errcat::tool
