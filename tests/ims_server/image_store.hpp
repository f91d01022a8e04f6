// SPDX-License-Identifier: Apache-2.0
// Images in memory, with the rules of the service. Every operation throws image_error where a rule is broken.
#pragma once

#include <cstdint>
#include <ims/errors.hpp>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Returns the time as "2026-11-25T12:00:00Z".
[[nodiscard]] std::string now();

struct image {
  std::string id;
  std::string name;
  std::string owner;  // a project
  std::string visibility = "private";
  std::string status = "active";  // or "saving", "exporting"
  std::string source = "server";  // or "file", "iso", "backup", "whole server"
  std::int64_t min_disk = 40;     // GB
  std::int64_t min_ram = 0;       // MB
  bool is_protected = false;
  bool is_charged = false;
  std::string created_at = now();
  std::string key{};  // of KMS; empty: not encrypted
  std::set<std::string> tags{};
  std::map<std::string, std::string> attributes{};  // "__description", "max_ram" and so on
  std::map<std::string, std::string> members{};     // project: "pending", "accepted" or "rejected"

  /// Returns "gold", "private" or "shared": what the API calls __imagetype.
  [[nodiscard]] std::string type_for(const std::string& project) const;
};

/// What a client asks for. Of source and data disks: a server, or a file, "bucket:path".
struct image_request {
  std::string name;
  std::string description;
  std::string type = "ECS";
  std::string os_type = "Linux";
  std::string os_version;
  std::string architecture = "x86";
  std::string firmware;
  std::string key;
  std::int64_t min_disk = 40;  // GB
  std::optional<std::string> instance_id;
  std::optional<std::string> image_url;
  std::vector<std::string> data_disks;
  std::vector<std::string> tags;
};

/// One operation of a JSON patch.
struct image_change {
  std::string operation;  // "add", "replace" or "remove"
  std::string attribute;
  std::string value;
};

struct image_filter {
  std::optional<std::string> name;
  std::optional<std::string> status;
  std::optional<std::string> type;    // "gold" (public), "private" or "shared"
  std::optional<std::string> marker;  // the last image of the page before
  std::size_t limit = 500;
};

/// What takes a while elsewhere; here it is done at once.
struct job {
  std::string id;
  std::string type;
  std::string project;
  std::string image_id;
  std::string image_name;
  std::optional<errcat::entry<ims::errc>> error{};  // why it failed
  std::string ended_at = now();
};

/// A cloud server that images are made from.
struct server_instance {
  std::string owner;
  std::string status = "stopped";  // or "running", "reclaiming"
  bool has_tasks = false;
  std::string flavor = "general";
  std::string disk = "available";  // its system disk; or "error"; empty: it has none
  std::string disk_kind = "SSD";   // or "DSS"
  std::int64_t disk_size = 40;     // GB
};

struct data_disk {
  std::string server;
  bool is_available = true;
};

struct storage_bucket {
  std::string owner;
  std::string region;
};

struct kms_key {
  std::string owner;
  bool is_enabled = true;
};

class image_store {
public:
  /// A store with the servers, files and images of example_data.cpp.
  image_store();

  /// Returns the id of the job.
  [[nodiscard]] std::string create(const std::string& project, const image_request& request);
  [[nodiscard]] std::vector<image> list(const std::string& project, const image_filter& filter) const;
  [[nodiscard]] image find(const std::string& project, const std::string& id) const;
  [[nodiscard]] image change(const std::string& project, const std::string& id,
                             const std::vector<image_change>& changes);
  void remove(const std::string& project, const std::string& id);
  void tag(const std::string& project, const std::string& id, const std::string& tag);

  /// Writes an image to a file, "bucket:path"; returns the id of the job.
  [[nodiscard]] std::string export_image(const std::string& project, const std::string& id, const std::string& url,
                                         const std::string& format);
  /// Offers images to projects, takes them back, and accepts or rejects them; each returns the id of the job.
  [[nodiscard]] std::string share(const std::string& project, const std::vector<std::string>& images,
                                  const std::vector<std::string>& members);
  [[nodiscard]] std::string unshare(const std::string& project, const std::vector<std::string>& images,
                                    const std::vector<std::string>& members);
  [[nodiscard]] std::string answer_share(const std::string& project, const std::vector<std::string>& images,
                                         const std::string& status);

  /// `path_project` is the project that the address names.
  [[nodiscard]] job find_job(const std::string& project, const std::string& path_project, const std::string& id) const;

  /// The next operation fails so, as one of a broken backend would.
  void fail_next(ims::errc error);

  static constexpr std::size_t quota = 100;  // private images of a project
  static constexpr std::size_t most_tags = 10;
  static constexpr std::size_t most_members = 128;  // projects that share an image

private:
  void add_example_data();
  void check_backend() const;
  void check_name(const std::string& project, const std::string& name) const;
  void check_source(const std::string& project, const image_request& request) const;
  void check_server(const std::string& project, const std::string& id) const;
  void check_file(const std::string& url) const;
  void check_key(const std::string& project, const std::string& key) const;
  void check_target(const std::string& project, const std::string& url, const std::string& format) const;
  void apply(const std::string& project, image& changed, const image_change& change) const;
  [[nodiscard]] image& writable(const std::string& project, const std::string& id);
  [[nodiscard]] image& shareable(const std::string& project, const std::string& id);
  [[nodiscard]] std::string add_job(job done);

  mutable std::mutex mutex_;  // of all that follows
  mutable std::optional<ims::errc> failure_;
  std::map<std::string, image> images_;
  std::map<std::string, job> jobs_;
  std::uint64_t next_id_ = 1;
  std::set<std::string> projects_;
  std::map<std::string, server_instance> servers_;
  std::map<std::string, data_disk> disks_;
  std::map<std::string, storage_bucket> buckets_;
  std::map<std::string, std::int64_t> files_;  // by url; GB, 0: damaged
  std::map<std::string, kms_key> keys_;
};
