// SPDX-License-Identifier: Apache-2.0
// What the example server holds when it starts: something for each error that a client can see.
#include "image_store.hpp"

image_store::image_store() { add_example_data(); }

void image_store::add_example_data() {
  projects_ = {"a", "b", "full", "ims"};
  servers_ = {{"stopped", {.owner = "a"}},
              {"running", {.owner = "a", .status = "running"}},
              {"reclaimed", {.owner = "a", .status = "reclaiming"}},
              {"busy", {.owner = "a", .has_tasks = true}},
              {"bare", {.owner = "a", .flavor = "virtualless"}},
              {"diskless", {.owner = "a", .disk = ""}},
              {"damaged", {.owner = "a", .disk = "error"}},
              {"dedicated", {.owner = "a", .disk_kind = "DSS"}},
              {"large", {.owner = "a", .disk_size = 2048}},
              {"foreign", {.owner = "b"}},
              {"of-full", {.owner = "full"}}};
  disks_ = {{"disk", {"stopped"}}, {"broken", {"stopped", false}}, {"elsewhere", {"running"}}};
  buckets_ = {{"images", {"a", "here"}}, {"remote", {"a", "there"}}, {"secret", {"b", "here"}}};
  files_ = {{"images:debian.qcow2", 2}, {"images:damaged.qcow2", 0}, {"images:huge.raw", 200}};
  keys_ = {{"key", {"a"}}, {"disabled", {"a", false}}, {"foreign", {"b"}}};

  const auto add = [this](image each) { images_[each.id] = std::move(each); };
  add({.id = "public", .name = "Debian", .owner = "ims", .visibility = "public"});
  add({.id = "protected", .name = "kept", .owner = "a", .is_protected = true});
  add({.id = "saving", .name = "growing", .owner = "a", .status = "saving"});
  add({.id = "exporting", .name = "leaving", .owner = "a", .status = "exporting"});
  add({.id = "plain", .name = "plain", .owner = "a"});
  add({.id = "charged", .name = "charged", .owner = "a", .is_charged = true});
  add({.id = "encrypted", .name = "encrypted", .owner = "a", .key = "key"});
  add({.id = "huge", .name = "huge", .owner = "a", .min_disk = 200});
  add({.id = "from-file", .name = "from a file", .owner = "a", .source = "file"});
  add({.id = "from-iso", .name = "from an ISO", .owner = "a", .source = "iso"});
  add({.id = "from-backup", .name = "from a backup", .owner = "a", .source = "backup"});
  add({.id = "whole", .name = "whole server", .owner = "a", .source = "whole server"});
  add({.id = "foreign", .name = "theirs", .owner = "b"});
  add({.id = "offered", .name = "offered", .owner = "b", .members = {{"a", "pending"}}});
  image popular = {.id = "popular", .name = "popular", .owner = "a"};
  for (std::size_t i = 0; i != most_members; ++i) popular.members["member-" + std::to_string(i)] = "accepted";
  add(popular);
  for (std::size_t i = 0; i != quota; ++i) {
    const std::string id = "full-" + std::to_string(i);
    add({.id = id, .name = id, .owner = "full"});
  }
}
