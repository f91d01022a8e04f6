// SPDX-License-Identifier: Apache-2.0
// The rules of the service, a small part of the real ones.
#include "image_store.hpp"

#include "image_error.hpp"

#include <utf8.h>
#include <algorithm>

using ims::errc;

namespace {

constexpr std::int64_t largest_disk = 1024;  // GB

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(utf8::distance(text.begin(), text.end()));  // JSON holds valid UTF-8
}

bool is_one_of(const std::string& text, std::initializer_list<const char*> known) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

void check_description(const std::string& description) {
  if (characters(description) > 1024) throw image_error(errc::description_too_long);
  if (description.find_first_of("<>") != std::string::npos) throw image_error(errc::description_format_invalid);
}

void check_tag(const std::string& tag) {
  const std::size_t dot = tag.find('.');
  if (dot == 0 || dot == std::string::npos || characters(tag) > 63) {
    throw image_error(errc::image_tag_invalid, "The image tag '" + tag + "' is invalid.");
  }
}

void check_hardware(const image_request& request) {
  if (!is_one_of(request.type, {"ECS", "BMS"}))
    throw image_error(errc::image_type_incorrect, "The imagetype is invalid.");
  if (!is_one_of(request.architecture, {"x86", "arm"})) throw image_error(errc::architecture_invalid);
  if (!request.os_version.empty() && !is_one_of(request.os_version, {"Debian 12", "Ubuntu 24.04 server 64bit"})) {
    throw image_error(errc::os_version_invalid, "The OS version '" + request.os_version + "' is invalid.");
  }
  if (request.min_disk < 1 || request.min_disk > largest_disk) throw image_error(errc::memory_or_disk_size_invalid);
}

void check_server(const std::map<std::string, server_instance>& servers, const std::string& project,
                  const std::string& id) {
  if (id.empty()) throw image_error(errc::ecs_id_missing);
  const auto found = servers.find(id);
  if (found == servers.end() || found->second.owner != project) throw image_error(errc::ecs_not_found);
  const server_instance& server = found->second;
  if (server.has_tasks) throw image_error(errc::ecs_has_tasks_in_progress);
  if (!server.has_system_disk) throw image_error(errc::ecs_without_system_disk);
  if (server.status != "stopped") throw image_error(errc::ecs_not_stopped);
}

void check_file(const std::set<std::string>& files, const std::string& url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string::npos || colon + 1 == url.size()) throw image_error(errc::url_format_incorrect);
  const std::string bucket = url.substr(0, colon);
  if (bucket.empty()) throw image_error(errc::bucket_name_empty);
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
  if (!std::all_of(bucket.begin(), bucket.end(), allowed)) throw image_error(errc::bucket_name_characters_invalid);
  const std::string format = url.substr(std::min(url.rfind('.'), url.size()));
  if (!is_one_of(format, {".vhd", ".raw", ".zvhd", ".qcow2"})) throw image_error(errc::image_format_unsupported);
  if (files.count(url) == 0) throw image_error(errc::image_file_unusable);
}

}  // namespace

image_store::image_store()
    : servers_{{"stopped", {"a", "stopped"}},
               {"running", {"a", "running"}},
               {"busy", {"a", "stopped", true}},
               {"diskless", {"a", "stopped", false, false}},
               {"foreign", {"b", "stopped"}}},
      files_{"images:debian.qcow2"} {
  images_["public"] = {.id = "public", .name = "Debian", .owner = "ims", .visibility = "public"};
  images_["protected"] = {.id = "protected", .name = "kept", .owner = "a", .is_protected = true};
  images_["saving"] = {.id = "saving", .name = "growing", .owner = "a", .status = "saving"};
  images_["foreign"] = {.id = "foreign", .name = "theirs", .owner = "b"};
}

void image_store::fail_next(errc error) {
  const std::lock_guard lock(mutex_);
  failure_ = error;
}

void image_store::check_backend() const {
  if (const auto failure = std::exchange(failure_, std::nullopt)) throw image_error(*failure);
}

void image_store::check_name(const std::string& project, const std::string& name) const {
  if (name.empty()) throw image_error(errc::image_name_missing);
  if (characters(name) > 128) throw image_error(errc::image_name_too_long);
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (name.front() == ' ' || name.back() == ' ' || std::any_of(name.begin(), name.end(), is_control)) {
    throw image_error(errc::image_name_format_invalid, "The image name '" + name + "' is invalid.");
  }
  for (const auto& [id, other] : images_) {
    if (other.owner == project && other.name == name) throw image_error(errc::image_name_already_exists);
  }
}

image& image_store::writable(const std::string& project, const std::string& id) {
  const auto found = images_.find(id);
  if (found == images_.end()) throw image_error(errc::image_not_found);
  if (found->second.owner != project) throw image_error(errc::not_image_owner);
  if (found->second.is_protected) throw image_error(errc::image_protected);
  return found->second;
}

std::string image_store::create(const std::string& project, const image_request& request) {
  const std::lock_guard lock(mutex_);
  check_backend();
  check_name(project, request.name);
  check_description(request.description);
  check_hardware(request);
  if (request.tags.size() > most_tags) throw image_error(errc::image_tag_quota_exceeded);
  for (const std::string& tag : request.tags) check_tag(tag);
  if (request.image_url) {
    check_file(files_, *request.image_url);
  } else {
    check_server(servers_, project, request.instance_id.value_or(""));
  }
  const auto is_own = [&](const auto& pair) { return pair.second.owner == project; };
  if (static_cast<std::size_t>(std::count_if(images_.begin(), images_.end(), is_own)) >= quota) {
    throw image_error(errc::private_image_quota_reached);
  }
  const std::string id = "image-" + std::to_string(next_id_++);
  images_[id] = {.id = id,
                 .name = request.name,
                 .owner = project,
                 .description = request.description,
                 .os_version = request.os_version,
                 .min_disk = request.min_disk,
                 .tags = {request.tags.begin(), request.tags.end()}};
  return id;
}

std::vector<image> image_store::list(const std::string& project) const {
  const std::lock_guard lock(mutex_);
  check_backend();
  std::vector<image> found;
  for (const auto& [id, each] : images_) {
    if (each.owner == project || each.visibility == "public") found.push_back(each);
  }
  return found;
}

image image_store::rename(const std::string& project, const std::string& id, const std::string& name) {
  const std::lock_guard lock(mutex_);
  check_backend();
  image& found = writable(project, id);
  check_name(project, name);
  found.name = name;
  return found;
}

void image_store::remove(const std::string& project, const std::string& id) {
  const std::lock_guard lock(mutex_);
  check_backend();
  const auto found = images_.find(id);
  if (found == images_.end()) throw image_error(errc::image_not_found);
  if (found->second.visibility == "public") throw image_error(errc::public_image_not_deletable);
  if (found->second.owner != project) throw image_error(errc::image_deletable_by_owner_only);
  if (found->second.is_protected) throw image_error(errc::image_protected);
  if (found->second.status == "saving") throw image_error(errc::image_in_creation_not_deletable);
  images_.erase(found);
}

void image_store::tag(const std::string& project, const std::string& id, const std::string& tag) {
  const std::lock_guard lock(mutex_);
  check_backend();
  if (id.empty()) throw image_error(errc::image_id_incorrect);
  image& found = writable(project, id);
  check_tag(tag);
  if (found.tags.size() >= most_tags && found.tags.count(tag) == 0) throw image_error(errc::image_tag_quota_exceeded);
  found.tags.insert(tag);
}
