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
#include <vector>

struct image {
  std::string id;
  std::string name;
  std::string owner;  // a project
  std::string description{};
  std::string visibility = "private";
  std::string status = "active";
  std::string os_version{};
  std::int64_t min_disk = 0;  // GB
  bool is_protected = false;
  std::set<std::string> tags{};
};

/// A cloud server that images are made from.
struct server_instance {
  std::string owner;
  std::string status;  // "stopped" or "running"
  bool has_tasks = false;
  bool has_system_disk = true;
};

/// What a client asks for.
struct image_request {
  std::string name;
  std::string description;
  std::string type = "ECS";
  std::string os_version;
  std::string architecture = "x86";
  std::int64_t min_disk = 40;              // GB
  std::optional<std::string> instance_id;  // from a server,
  std::optional<std::string> image_url;    // or from a file, "bucket:path"
  std::vector<std::string> tags;
};

class image_store {
public:
  /// A store with a few servers, files and images for the projects "a" and "b".
  image_store();

  [[nodiscard]] std::string create(const std::string& project, const image_request& request);
  [[nodiscard]] std::vector<image> list(const std::string& project) const;
  [[nodiscard]] image rename(const std::string& project, const std::string& id, const std::string& name);
  void remove(const std::string& project, const std::string& id);
  void tag(const std::string& project, const std::string& id, const std::string& tag);

  /// The next operation fails so, as one of a broken backend would.
  void fail_next(ims::errc error);

  static constexpr std::size_t quota = 100;  // private images of a project
  static constexpr std::size_t most_tags = 10;

private:
  void check_backend() const;
  void check_name(const std::string& project, const std::string& name) const;
  [[nodiscard]] image& writable(const std::string& project, const std::string& id);

  mutable std::mutex mutex_;
  mutable std::optional<ims::errc> failure_;
  std::map<std::string, image> images_;
  std::map<std::string, server_instance> servers_;
  std::set<std::string> files_;
  std::uint64_t next_id_ = 1;
};
