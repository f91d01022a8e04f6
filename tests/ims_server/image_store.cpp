// SPDX-License-Identifier: Apache-2.0
// The rules of the service, a small part of the real ones.
#include "image_store.hpp"

#include "image_error.hpp"

#include <utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

using ims::errc;

namespace {

constexpr std::int64_t largest_disk = 1024;           // GB
constexpr std::int64_t largest_file = 128;            // GB
constexpr std::int64_t largest_memory = 1024 * 1024;  // MB

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

void check_os_version(const std::string& version) {
  if (!is_one_of(version, {"", "Debian 12", "Ubuntu 24.04 server 64bit"})) {
    throw image_error(errc::os_version_invalid, "The OS version '" + version + "' is invalid.");
  }
}

void check_firmware(const std::string& firmware) {
  if (!is_one_of(firmware, {"", "bios", "uefi"})) throw image_error(errc::hw_firmware_type_invalid);
}

void check_flag(const std::string& value) {
  if (!is_one_of(value, {"true", "false"})) throw image_error(errc::request_format_invalid);
}

void check_tag(const std::string& tag) {
  const std::size_t dot = tag.find('.');
  if (dot == 0 || dot == std::string::npos || characters(tag) > 63) {
    throw image_error(errc::image_tag_invalid, "The image tag '" + tag + "' is invalid.");
  }
}

void check_tags(const std::vector<std::string>& tags) {
  if (tags.size() > image_store::most_tags) throw image_error(errc::image_tag_quota_exceeded);
  for (const std::string& tag : tags) check_tag(tag);
}

void check_size(std::int64_t size, std::int64_t least, std::int64_t largest) {
  if (size < least || size > largest) throw image_error(errc::memory_or_disk_size_invalid);
}

void check_hardware(const image_request& request) {
  if (!is_one_of(request.type, {"ECS", "BMS"}))
    throw image_error(errc::image_type_incorrect, "The imagetype is invalid.");
  if (!is_one_of(request.os_type, {"Linux", "Windows"})) throw image_error(errc::os_type_invalid);
  if (!is_one_of(request.architecture, {"x86", "arm"})) throw image_error(errc::architecture_invalid);
  check_os_version(request.os_version);
  check_firmware(request.firmware);
  check_size(request.min_disk, 1, largest_disk);
}

/// Each image is combined with each member, so their numbers are limited.
void check_share(const std::vector<std::string>& images, const std::vector<std::string>& members) {
  if (images.empty()) throw image_error(errc::no_image_found);
  if (members.empty()) throw image_error(errc::authorized_account_empty);
  if (std::max(images.size(), members.size()) > image_store::most_members) {
    throw image_error(errc::shared_image_quota_reached);
  }
}

/// The bucket and the path of a file, "bucket:path".
std::pair<std::string, std::string> split_url(const std::string& url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string::npos) throw image_error(errc::url_format_incorrect);
  const std::string bucket = url.substr(0, colon);
  if (bucket.empty()) throw image_error(errc::bucket_name_empty);
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
  if (!std::all_of(bucket.begin(), bucket.end(), allowed)) throw image_error(errc::bucket_name_characters_invalid);
  return {bucket, url.substr(colon + 1)};
}

void check_file_name(const std::string& name) {
  if (name.empty()) throw image_error(errc::export_file_name_empty);
  if (characters(name) > 128) throw image_error(errc::file_name_too_long);
  if (name.find(' ') != std::string::npos) throw image_error(errc::file_name_contains_spaces);
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           is_one_of({c}, {"-", ".", "_", "/"});
  };
  if (!std::all_of(name.begin(), name.end(), allowed)) throw image_error(errc::file_name_characters_invalid);
}

std::int64_t read_size(const std::string& text) {
  std::int64_t size = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, size);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) throw image_error(errc::memory_or_disk_size_invalid);
  return size;
}

/// Sets any attribute but the name.
void set(image& changed, const std::string& attribute, const std::string& value) {
  if (attribute == "min_disk") {
    check_size(changed.min_disk = read_size(value), 1, largest_disk);
  } else if (attribute == "min_ram") {
    check_size(changed.min_ram = read_size(value), 0, largest_memory);
  } else if (attribute == "protected") {
    check_flag(value);
    changed.is_protected = value == "true";
  } else if (attribute == "max_ram") {
    const std::int64_t size = read_size(value);
    check_size(size, 0, largest_memory);
    changed.attributes[attribute] = std::to_string(size);
  } else {
    if (attribute == "__description") check_description(value);
    if (attribute == "__os_version") check_os_version(value);
    if (attribute == "hw_firmware_type") check_firmware(value);
    if (attribute == "hw_vif_multiqueue_enabled") check_flag(value);
    changed.attributes[attribute] = value;
  }
}

bool is_visible(const image& each, const std::string& project) {
  const auto member = each.members.find(project);
  const bool is_offered = member != each.members.end() && member->second != "rejected";
  return each.owner == project || each.visibility == "public" || is_offered;
}

}  // namespace

std::string image::type_for(const std::string& project) const {
  if (visibility == "public") return "gold";
  return owner == project ? "private" : "shared";
}

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, sizeof "2026-11-25T12:00:00Z"> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
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

void image_store::check_server(const std::string& project, const std::string& id) const {
  if (id.empty()) throw image_error(errc::ecs_id_missing);
  const auto found = servers_.find(id);
  if (found == servers_.end() || found->second.owner != project) throw image_error(errc::ecs_not_found);
  const server_instance& server = found->second;
  if (server.has_tasks) throw image_error(errc::ecs_has_tasks_in_progress);
  if (server.flavor != "general") throw image_error(errc::ecs_type_unsupported);
  if (server.status == "reclaiming") throw image_error(errc::spot_ecs_being_reclaimed);
  if (server.disk.empty()) throw image_error(errc::ecs_without_system_disk);
  if (server.disk != "available") throw image_error(errc::system_disk_unavailable);
  if (server.disk_kind == "DSS") throw image_error(errc::dess_or_dss_disk_unsupported);
  if (server.disk_size > largest_disk) throw image_error(errc::system_disk_too_large);
  if (server.status != "stopped") throw image_error(errc::ecs_not_stopped);
}

void image_store::check_file(const std::string& url) const {
  const auto [bucket, name] = split_url(url);
  if (name.empty()) throw image_error(errc::url_format_incorrect);
  const std::string format = url.substr(std::min(url.rfind('.'), url.size()));
  if (!is_one_of(format, {".vhd", ".raw", ".zvhd", ".qcow2"})) throw image_error(errc::image_format_unsupported);
  const auto file = files_.find(url);
  if (file == files_.end()) throw image_error(errc::image_file_unusable);
  if (file->second > largest_file) throw image_error(errc::image_file_too_large);
}

void image_store::check_key(const std::string& project, const std::string& key) const {
  const auto found = keys_.find(key);
  if (found == keys_.end()) throw image_error(errc::kms_key_not_found);
  if (found->second.owner != project) throw image_error(errc::key_access_denied);
  if (!found->second.is_enabled) throw image_error(errc::key_not_enabled);
}

void image_store::check_source(const std::string& project, const image_request& request) const {
  if (request.image_url) {
    check_file(*request.image_url);
  } else {
    check_server(project, request.instance_id.value_or(""));
  }
  for (const std::string& id : request.data_disks) {
    const auto disk = disks_.find(id);
    if (disk == disks_.end() || !disk->second.is_available) throw image_error(errc::data_disk_id_unavailable);
    if (disk->second.server != request.instance_id) throw image_error(errc::disks_from_different_ecss);
  }
  if (request.key.empty()) return;
  if (request.type == "BMS") throw image_error(errc::bms_image_encryption_unsupported);
  check_key(project, request.key);
}

std::string image_store::create(const std::string& project, const image_request& request) {
  const std::lock_guard lock(mutex_);
  check_backend();
  check_name(project, request.name);
  check_description(request.description);
  check_hardware(request);
  check_tags(request.tags);
  check_source(project, request);
  const auto is_own = [&](const auto& pair) { return pair.second.owner == project; };
  if (static_cast<std::size_t>(std::count_if(images_.begin(), images_.end(), is_own)) >= quota) {
    throw image_error(errc::private_image_quota_reached);
  }
  const std::string type = request.image_url ? "imsCreateImageByFile" : "imsCreateImageByInstance";
  if (request.image_url && files_[*request.image_url] == 0) {  // seen only when the job reads it
    return add_job({{}, type, project, "", request.name, ims::errors[errc::image_file_registration_failed]});
  }
  image created = {.id = "image-" + std::to_string(next_id_++),
                   .name = request.name,
                   .owner = project,
                   .source = request.image_url ? "file" : "server",
                   .min_disk = request.min_disk,
                   .key = request.key,
                   .tags = {request.tags.begin(), request.tags.end()}};
  created.attributes["__description"] = request.description;
  created.attributes["__os_type"] = request.os_type;
  if (!request.os_version.empty()) created.attributes["__os_version"] = request.os_version;
  if (!request.firmware.empty()) created.attributes["hw_firmware_type"] = request.firmware;
  images_[created.id] = created;
  return add_job({{}, type, project, created.id, created.name});
}

std::vector<image> image_store::list(const std::string& project, const image_filter& filter) const {
  const std::lock_guard lock(mutex_);
  check_backend();
  if (filter.type && !is_one_of(*filter.type, {"gold", "private", "shared"})) {
    throw image_error(errc::image_type_incorrect, "The imagetype is invalid.");
  }
  if (filter.marker && images_.count(*filter.marker) == 0) throw image_error(errc::image_id_not_found);
  std::vector<image> found;
  for (auto each = filter.marker ? images_.upper_bound(*filter.marker) : images_.begin();
       each != images_.end() && found.size() != filter.limit; ++each) {
    const image& candidate = each->second;
    if (!is_visible(candidate, project)) continue;
    if (filter.name && candidate.name != *filter.name) continue;
    if (filter.status && candidate.status != *filter.status) continue;
    if (filter.type && candidate.type_for(project) != *filter.type) continue;
    found.push_back(candidate);
  }
  return found;
}

image image_store::find(const std::string& project, const std::string& id) const {
  const std::lock_guard lock(mutex_);
  check_backend();
  const auto found = images_.find(id);
  if (found == images_.end() || !is_visible(found->second, project)) throw image_error(errc::image_not_found);
  return found->second;
}

image& image_store::writable(const std::string& project, const std::string& id) {
  const auto found = images_.find(id);
  if (found == images_.end()) throw image_error(errc::image_not_found);
  if (found->second.owner != project) throw image_error(errc::not_image_owner);
  return found->second;
}

void image_store::apply(const std::string& project, image& changed, const image_change& change) const {
  const auto& [operation, attribute, value] = change;
  const bool fixed = is_one_of(attribute, {"name", "min_disk", "min_ram", "protected"});
  const bool optional = is_one_of(
      attribute, {"__description", "__os_version", "hw_firmware_type", "max_ram", "hw_vif_multiqueue_enabled"});
  if (!is_one_of(operation, {"add", "replace", "remove"}) || !(fixed || optional) || (fixed && operation == "remove")) {
    throw image_error(errc::operation_not_supported);
  }
  // Terraform asks to replace, and on this code to add.
  if (operation != "add" && optional && changed.attributes.count(attribute) == 0) {
    throw image_error(errc::attribute_conflict);
  }
  if (operation == "remove") {
    changed.attributes.erase(attribute);
  } else if (attribute == "name") {
    check_name(project, value);
    changed.name = value;
  } else {
    set(changed, attribute, value);
  }
}

image image_store::change(const std::string& project, const std::string& id, const std::vector<image_change>& changes) {
  const std::lock_guard lock(mutex_);
  check_backend();
  image& found = writable(project, id);
  const bool unprotects = changes.size() == 1 && changes[0].attribute == "protected";
  if (found.is_protected && !unprotects) throw image_error(errc::image_protected);
  image changed = found;  // all of the changes are made, or none
  for (const image_change& each : changes) apply(project, changed, each);
  return found = changed;
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
  if (found->second.status == "exporting") throw image_error(errc::image_export_in_progress);
  images_.erase(found);
}

void image_store::tag(const std::string& project, const std::string& id, const std::string& tag) {
  const std::lock_guard lock(mutex_);
  check_backend();
  if (id.empty()) throw image_error(errc::image_id_incorrect);
  image& found = writable(project, id);
  if (found.is_protected) throw image_error(errc::image_protected);
  check_tag(tag);
  if (found.tags.size() >= most_tags && found.tags.count(tag) == 0) throw image_error(errc::image_tag_quota_exceeded);
  found.tags.insert(tag);
}

void image_store::check_target(const std::string& project, const std::string& url, const std::string& format) const {
  const auto [name, file] = split_url(url);
  const auto bucket = buckets_.find(name);
  if (bucket == buckets_.end() || bucket->second.owner != project) throw image_error(errc::bucket_inaccessible);
  if (bucket->second.region != "here") throw image_error(errc::bucket_region_mismatch);
  check_file_name(file);
  if (!is_one_of(format, {"vhd", "raw", "zvhd", "qcow2"})) throw image_error(errc::image_format_unsupported);
  if (files_.count(url) != 0) throw image_error(errc::image_file_already_exists);
}

std::string image_store::export_image(const std::string& project, const std::string& id, const std::string& url,
                                      const std::string& format) {
  const std::lock_guard lock(mutex_);
  check_backend();
  const auto found = images_.find(id);
  if (found == images_.end()) throw image_error(errc::image_not_found);
  const image& exported = found->second;
  if (exported.visibility == "public") throw image_error(errc::public_image_not_exportable);
  if (exported.owner != project) throw image_error(errc::not_image_owner);
  if (exported.status == "exporting") throw image_error(errc::image_export_in_progress);
  if (exported.status != "active") throw image_error(errc::image_not_exportable);
  if (exported.is_charged) throw image_error(errc::charged_image_not_exportable);
  if (exported.source == "backup") throw image_error(errc::backup_image_not_exportable);
  if (exported.source == "file") throw image_error(errc::file_image_not_exportable);
  if (exported.source == "iso") throw image_error(errc::iso_operation_unsupported);
  if (exported.source == "whole server") throw image_error(errc::full_ecs_image_not_exportable);
  if (exported.min_disk >= largest_file) throw image_error(errc::image_too_large_to_export);
  check_target(project, url, format);
  files_[url] = exported.min_disk;
  return add_job({{}, "imsExportImage", project, exported.id, exported.name});
}

image& image_store::shareable(const std::string& project, const std::string& id) {
  const auto found = images_.find(id);
  if (found == images_.end()) throw image_error(errc::image_id_not_found);
  const image& shared = found->second;
  if (shared.visibility == "public") throw image_error(errc::public_image_not_shareable);
  if (shared.owner != project) throw image_error(errc::image_owned_by_another_tenant);
  if (shared.status != "active") throw image_error(errc::image_unavailable);
  if (!shared.key.empty()) throw image_error(errc::encrypted_image_not_shareable);
  if (shared.source == "whole server") throw image_error(errc::full_ecs_image_not_shareable);
  return found->second;
}

std::string image_store::share(const std::string& project, const std::vector<std::string>& images,
                               const std::vector<std::string>& members) {
  const std::lock_guard lock(mutex_);
  check_backend();
  check_share(images, members);
  for (const std::string& member : members) {
    if (member == project) throw image_error(errc::image_shared_with_oneself);
    if (projects_.count(member) == 0) throw image_error(errc::tenant_not_found_in_region);
  }
  for (const std::string& id : images) {
    if (shareable(project, id).members.size() + members.size() > most_members) {
      throw image_error(errc::shared_image_quota_reached);
    }
  }
  for (const std::string& id : images) {
    for (const std::string& member : members) images_[id].members.emplace(member, "pending");
  }
  return add_job({{}, "imsAddMembers", project, images[0], images_[images[0]].name});
}

std::string image_store::unshare(const std::string& project, const std::vector<std::string>& images,
                                 const std::vector<std::string>& members) {
  const std::lock_guard lock(mutex_);
  check_backend();
  check_share(images, members);
  for (const std::string& id : images) {
    for (const std::string& member : members) {
      if (shareable(project, id).members.count(member) == 0) throw image_error(errc::tenant_not_found_in_region);
    }
  }
  for (const std::string& id : images) {
    for (const std::string& member : members) images_[id].members.erase(member);
  }
  return add_job({{}, "imsDeleteMembers", project, images[0], images_[images[0]].name});
}

std::string image_store::answer_share(const std::string& project, const std::vector<std::string>& images,
                                      const std::string& status) {
  const std::lock_guard lock(mutex_);
  check_backend();
  check_share(images, {project});
  if (!is_one_of(status, {"accepted", "rejected"})) throw image_error(errc::request_format_invalid);
  for (const std::string& id : images) {
    const auto found = images_.find(id);
    if (found == images_.end() || found->second.members.count(project) == 0) {
      throw image_error(errc::image_id_not_found);
    }
  }
  for (const std::string& id : images) images_[id].members[project] = status;
  return add_job({{}, "imsUpdateMembers", project, images[0], images_[images[0]].name});
}

std::string image_store::add_job(job done) {
  done.id = "job-" + std::to_string(next_id_++);
  std::string id = done.id;
  jobs_[id] = std::move(done);
  return id;
}

job image_store::find_job(const std::string& project, const std::string& path_project, const std::string& id) const {
  const std::lock_guard lock(mutex_);
  check_backend();
  if (projects_.count(path_project) == 0) throw image_error(errc::project_id_incorrect);
  if (path_project != project) throw image_error(errc::project_id_and_token_invalid);
  const auto found = jobs_.find(id);
  if (found == jobs_.end() || found->second.project != project) {
    throw image_error(errc::object_not_found, "The job '" + id + "' cannot be found.");
  }
  return found->second;
}
