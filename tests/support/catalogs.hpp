// SPDX-License-Identifier: Apache-2.0
// Text of small catalogs for the tests.
#pragma once

#include <string>

inline const std::string csv_columns = "code,name,status,message,description,handling_measure\n";
inline const std::string csv_catalog = csv_columns + "P.1,one,400,M.,D.,H.\n";

inline const std::string yaml_head = "namespace: n\nprefix: P\nsource: s\nerrors:\n";  // 4 lines
inline const std::string yaml_row =
    "  - {code: P.1, name: one, status: 400, message: M., description: D., handling_measure: H.}\n";
inline const std::string yaml_catalog = yaml_head + yaml_row;
