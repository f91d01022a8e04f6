// SPDX-License-Identifier: Apache-2.0
// The hash of a table, which names its edition.
#include "table_hash.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/refusals.hpp"

#include <set>

using namespace errcat::tool;

namespace {

std::string hash_of(const std::string& rows, const csv_header& of = {"n", "P", "", "s"},
                    const std::string& more_columns = "") {
  diagnostics found;
  const std::string head = "code,name,status,message,description,handling_measure" + more_columns + "\n";
  const auto subject = read_csv("c.csv", head + rows, of, found).value();
  return table_hash(checked(subject));
}

}  // namespace

TEST_CASE("a hash has 16 hexadecimal digits and is the same everywhere") {
  CHECK(hash_of("P.1,one,400,M.,D.,H.\n") == "d9148023d8c77182");
  CHECK(hash_of("P.1,one,400,M.,D.,H.\n") == "d9148023d8c77182");
  std::set<std::size_t> sizes;
  for (int i = 1; i != 100; ++i) sizes.insert(hash_of("P." + std::to_string(i) + ",one,400,M.,D.,H.\n").size());
  CHECK(sizes == std::set<std::size_t>{16});
  diagnostics found;
  const auto images = read_yaml("img.yaml", get(IMG_CATALOG), found).value();
  CHECK(get(IMG_HEADER).find("inline namespace edition_" + table_hash(checked(images)) + " {") != std::string::npos);
}

TEST_CASE("each change of the table changes the hash") {
  const std::string row = "P.1,one,400,M.,D.,H.\n";
  std::set<std::string> hashes{hash_of(row)};
  for (const char* other :
       {"P.2,one,400,M.,D.,H.\n", "P.01,one,400,M.,D.,H.\n", "P.1,two,400,M.,D.,H.\n", "P.1,one,404,M.,D.,H.\n",
        "P.1,one,400,N.,D.,H.\n", "P.1,one,400,M.,E.,H.\n", "P.1,one,400,M.,D.,I.\n", "P.1,one,400,M.,D.H.,\n",
        "P.1,one,400,M.,,D.H.\n", "P.1,one,400,M.,,D.\n", "P.1,one,400,M.,D.,\n",
        "P.1,one,400,M.,D.,H.\nP.2,two,400,M.,D.,H.\n"}) {
    INFO(other);
    CHECK(hashes.insert(hash_of(other)).second);
  }
  csv_header shaped{"n", "P", "", "s"};
  shaped.media_type = "a/b";
  CHECK(hashes.insert(hash_of(row, shaped)).second);
  shaped.body = R"(["{code}","{message}"])";
  CHECK(hashes.insert(hash_of(row, shaped)).second);
  shaped.media_type = "";
  CHECK(hashes.insert(hash_of(row, shaped)).second);
  for (const csv_header& other :
       {csv_header{"m", "P", "", "s"}, {"n", "P", "", "t"}, {"n", "", "", "s"}, {"n", "", "", "Ps"}}) {
    CHECK(hashes.insert(hash_of(row, other)).second);
  }
  CHECK(hashes.insert(hash_of("P.1,one,400,M.,D.,H.,true\n", {"n", "P", "", "s"}, ",retired")).second);
  CHECK(hashes.insert(hash_of("P.1,one,400,M.,D.,H.,9\n", {"n", "", "", "s"}, ",value")).second);
}

TEST_CASE("what is not in the table does not change its hash") {
  const csv_header of{"n", "P", "", "s"};
  const std::string hash = hash_of("P.1,one,400,M.,D.,H.\nP.2,two,400,M.,D.,H.\n");
  CHECK(hash_of("P.2,two,400,M.,D.,H.\nP.1,one,400,M.,D.,H.\n") == hash);
  CHECK(hash_of("P.1,one,400,M.,D.,H.,false,true,N.,G\nP.2,two,400,M.,D.,H.,,,,\n", of,
                ",retired,proposed,note,group") == hash);
  csv_header stated{"n", "P", "MIT", "s", "https://a"};
  stated.body = R"({ "error": { "message": "{message}", "code": "{code}" } })";
  stated.media_type = "application/json";
  CHECK(hash_of("P.1,one,400,M.,D.,H.\nP.2,two,400,M.,D.,H.\n", stated) == hash);
}
