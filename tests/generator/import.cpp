// SPDX-License-Identifier: Apache-2.0
// Proposed names, and the next edition of a catalog.
#include "import.hpp"

#include "identifier.hpp"
#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <set>

using namespace errcat::tool;

namespace {

catalog of_rows(const std::string& rows) {
  diagnostics found;
  return read_csv("c.csv", "code,name,status,message,description,handling_measure,retired,note\n" + rows,
                  {"n", "P", "", "s"}, found)
      .value();
}

}  // namespace

TEST_CASE("names are made of the messages, unique, and marked") {
  catalog c = of_rows(
      "P.1,,400,The image name already exists.,,,,\n"
      "P.2,,400,The image name already exists.,,,,\n"
      "P.3,kept,400,Kept.,,,,mine\n"
      "P.4,,400,kept,,,,mine\n"
      "P.5,,400,,,,,\n"
      "P.6,,400,\u4E2D\u6587,,,,\n"
      "P.7,,400,404 %(key)s of an is the default value class int x y z,,,,\n"
      "P.8,,400,Class,,,,\n"
      "P.9,,400,image name already exists 2,,,,\n");
  propose_names(c);
  std::set<std::string> names;
  for (const row& r : c.rows) {
    CHECK(is_identifier(r.name.text));
    names.insert(r.name.text);
  }
  CHECK(names.size() == c.rows.size());
  CHECK(c.rows[0].name.text == "image_name_already_exists");
  CHECK(c.rows[0].proposed.text == "true");
  CHECK(c.rows[0].note.text.empty());
  CHECK(c.rows[1].name.text == "image_name_already_exists_2");
  CHECK(c.rows[2].name.text == "kept");
  CHECK(c.rows[2].proposed.text.empty());
  CHECK(c.rows[2].note.text == "mine");
  CHECK(c.rows[3].name.text == "kept_2");
  CHECK(c.rows[3].proposed.text == "true");
  CHECK(c.rows[3].note.text == "mine");
  CHECK(c.rows[4].name.text == "error");
  CHECK(c.rows[5].name.text == "error_2");
  CHECK(c.rows[6].name.text == "error_404_key_s_default_value_class");
  CHECK(c.rows[7].name.text == "error_class");
}

TEST_CASE("a name is made of a code that is words, and a contraction is written out") {
  const auto name = [](const std::string& code, const std::string& message) {
    catalog c = of_rows(code + ",,400," + message + ",,,,\n");
    propose_names(c);
    return c.rows[0].name.text;
  };
  CHECK(name("InvalidRequest", "Gone.") == "invalid_request");
  CHECK(name("OAuth2Token", "Gone.") == "o_auth2_token");
  CHECK(name("Error2024Limit", "Gone.") == "gone");
  CHECK(name("", "Gone.") == "gone");
  CHECK(name("P.1", "The disk isn't empty.") == "disk_not_empty");
  CHECK(name("P.1", "The disk't quota.") == "disk_quota");
}

TEST_CASE("an update keeps names, notes, marks and order, and retires codes that are no longer published") {
  catalog kept = of_rows(
      "P.1,one,400,One.,D.,H.,,mine\n"
      "P.2,two,400,Two.,D.,H.,,\n"
      "P.3,three,400,Three.,D.,H.,true,\n");
  kept.source_url.text = "https://old.example";
  kept.rows[0].group.text = "Disks";
  catalog published = of_rows(
      "P.4,,404,Four.,D.,H.,,\n"
      "P.3,,400,Three again.,D.,H.,,\n"
      "P.1,,403,One!,E.,,,\n");
  diagnostics found;
  published.source_url = {"https://new.example", {"page"}};
  const catalog c = update(kept, published, found);
  CHECK(c.source_url.text == "https://new.example");
  CHECK(c.rows[0].group.text == "Disks");
  CHECK(printed(found) ==
        "c.csv:3:1: warning: code 'P.2' is no longer published; marked as retired\n"
        "c.csv:4:1: warning: code 'P.3' is published, but stays retired\n");
  REQUIRE(c.rows.size() == 4);
  CHECK(c.rows[0].name.text == "one");
  CHECK(c.rows[0].status.text == "403");
  CHECK(c.rows[0].message.text == "One!");
  CHECK(c.rows[0].handling_measure.text.empty());
  CHECK(c.rows[0].note.text == "mine");
  CHECK(c.rows[1].retired.text == "true");
  CHECK(c.rows[1].message.text == "Two.");
  CHECK(c.rows[2].retired.text == "true");
  CHECK(c.rows[2].message.text == "Three again.");
  CHECK(c.rows[3].code.text == "P.4");
}

TEST_CASE("an update matches the rows of a repeated code one by one") {
  const catalog kept = of_rows("P.1,one,400,One.,,,,\nP.1,uno,400,Uno.,,,,\n");
  const catalog published = of_rows("P.1,,400,One!,,,,\nP.1,,400,Uno!,,,,\nP.1,,400,Ein.,,,,\n");
  diagnostics found;
  const catalog c = update(kept, published, found);
  CHECK(found.warnings() == 0);
  REQUIRE(c.rows.size() == 3);
  CHECK(c.rows[1].name.text == "uno");
  CHECK(c.rows[1].message.text == "Uno!");
  CHECK(c.rows[2].message.text == "Ein.");
}

TEST_CASE("a proposed name keeps negations") {
  const std::pair<const char*, const char*> examples[] = {{"The image can't be used.", "image_cannot_be_used"},
                                                          {"The image can\u2019t be used.", "image_cannot_be_used"},
                                                          {"The disk doesn't exist.", "disk_does_not_exist"},
                                                          {"It isn't there.", "not"},
                                                          {"The quota won't fit.", "quota_will_not_fit"},
                                                          {"The image's owner is 'root'.", "image_owner_root"},
                                                          {"Ron'Tale exists.", "ron_tale_exists"},
                                                          {"O'Sullivan exists.", "o_sullivan_exists"},
                                                          {"Disks don't", "disks_do_not"},
                                                          {"Disks'", "disks"},
                                                          {"The disk must not be used.", "disk_must_not_be_used"}};
  for (const auto& [message, name] : examples) {
    catalog c;
    c.rows.resize(1);
    c.rows[0].code.text = "P.1";
    c.rows[0].message.text = message;
    propose_names(c);
    CHECK((c.rows[0].name.text == name || c.rows[0].name.text == std::string("error_") + name));
  }
}

TEST_CASE("a proposed name leaves out small words") {
  for (const std::string word :
       {"a",    "an", "and", "are", "as", "at", "be",   "because", "been",  "by",   "can", "for", "has",
        "have", "in", "is",  "it",  "of", "on", "that", "the",     "there", "this", "to",  "with"}) {
    catalog c;
    c.rows.resize(1);
    c.rows[0].code.text = "P.1";
    c.rows[0].message.text = "The disk " + word + " full.";
    propose_names(c);
    CHECK(c.rows[0].name.text == "disk_full");
  }
}

TEST_CASE("a proposed name comes from the code where that is words") {
  const std::pair<const char*, const char*> examples[] = {{"INVALID_REQUEST", "invalid_request"},
                                                          {"AccessDenied", "access_denied"},
                                                          {"InvalidParameter.Format", "invalid_parameter_format"},
                                                          {"NoSuchHTTPHeader", "no_such_http_header"},
                                                          {"invalid_request", "invalid_request"},
                                                          {"IMG.0024", "gone"},
                                                          {"E1001", "gone"},
                                                          {"FAIL", "fail"},
                                                          {"EOF", "gone"},
                                                          {"not-found", "not_found"},
                                                          {"ACCESS-DENIED", "access_denied"},
                                                          {"ACCESS/DENIED", "gone"},
                                                          {"HTTP_2_ERROR", "http_2_error"},
                                                          {"ERROR_CODE_1", "gone"},
                                                          {"A1B2C", "gone"},
                                                          {"1_INVALID", "gone"},
                                                          {"SFS.TURBO.0001", "gone"},
                                                          {"10001", "gone"}};
  for (const auto& [code, name] : examples) {
    catalog c;
    c.rows.resize(1);
    c.rows[0].code.text = code;
    c.rows[0].message.text = "Gone.";
    propose_names(c);
    CHECK(c.rows[0].name.text == name);
  }
  catalog repeated;
  repeated.rows.resize(2);
  for (row& r : repeated.rows) r.code.text = "access_denied";
  propose_names(repeated);
  CHECK(repeated.rows[1].name.text == "access_denied_2");
}

TEST_CASE("a proposed name is not the enumerator of another row") {
  catalog c;
  c.name_space.text = "n";
  c.source.text = "s";
  c.rows.resize(2);
  c.rows[0].code.text = "E.1";
  c.rows[1].code.text = "not_found";
  for (row& r : c.rows) {
    r.status.text = "404";
    r.message.text = "Not found.";
  }
  propose_names(c);
  CHECK(c.rows[0].name.text == "not_found_2");
  CHECK(c.rows[1].name.text == "not_found");
  CHECK(checked(c).rows().size() == 2);
}
