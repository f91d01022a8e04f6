# SPDX-License-Identifier: Apache-2.0
# Generates the alternatives that the benchmarks compare with errcat. Usage: peers.py img.json FOLDER
import json
import pathlib
import sys

catalog, folder = json.load(open(sys.argv[1], encoding="utf-8")), pathlib.Path(sys.argv[2])
rows = [row | {"index": index} for index, row in enumerate(catalog["errors"])]
for row in rows:
    error = {"error": {"message": row["message"], "code": row["code"]}}
    row["body"] = json.dumps(error, ensure_ascii=False, separators=(",", ":"))


def lines(pattern):
    """Returns the pattern once per row, with its names replaced by C++ literals."""
    literals = [{key: json.dumps(value) for key, value in row.items()} for row in rows]
    return "".join(pattern.format(**literal) + "\n" for literal in literals)


# Input for gperf: the same codes with their numbers.
(folder / "codes.gperf").write_text(
    "struct gperf_row { const char* name; int number; int index; };\n%%\n" + lines("{code}, {value}, {index}")
)

# The rows as most people would write them: structs of std::string_view.
(folder / "string_view_table.hpp").write_text(f"""#pragma once
#include <string_view>
namespace string_view_table {{
struct row {{
  int number;
  int status;
  std::string_view code, message, description, handling_measure, body;
}};
inline constexpr row rows[] = {{
{lines("{{{value}, {status}, {code}, {message}, {description}, {handling_measure}, {body}}},")}}};
}}
""")

# Functions as most people would write them.
(folder / "switches.hpp").write_text(f"""#pragma once
#include <string_view>
namespace switches {{
/// True if a row has the number.
inline bool has_row(int number) {{
  switch (number) {{
{lines("case {value}:")}return true;
    default: return false;
  }}
}}
inline std::string_view message(int number) {{
  switch (number) {{
{lines("case {value}: return {message};")}default: return {{}};
  }}
}}
}}
""")

(folder / "frozen_map.hpp").write_text(f"""#pragma once
#include <frozen/string.h>
#include <frozen/unordered_map.h>
inline constexpr auto frozen_map = frozen::make_unordered_map<frozen::string, int>({{
{lines("{{{code}, {value}}},")}}});
""")
