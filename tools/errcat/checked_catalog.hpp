// SPDX-License-Identifier: Apache-2.0
// A catalog that keeps the rules, as values: all that writers need.
#pragma once

#include "body.hpp"
#include "catalog.hpp"
#include "diagnostics.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

struct checked_row {
  std::uint32_t value;  // of the enumerator; above 0
  int status;           // of HTTP, 100 to 599
  bool retired;
  std::string enumerator;  // "IMG_0024"
  std::string_view code;
  std::string_view name;
  std::string_view message;
  std::string_view description;
  std::string_view handling_measure;
  std::string_view group;
  std::string_view note;  // of a retired code: why
};

/// A view of a catalog that `check` found no error in. The catalog must outlive it.
class checked_catalog {
public:
  [[nodiscard]] std::string_view name_space() const noexcept { return cells_->name_space.text; }
  [[nodiscard]] std::string_view prefix() const noexcept { return cells_->prefix.text; }
  [[nodiscard]] std::string_view license() const noexcept { return cells_->license.text; }
  [[nodiscard]] std::string_view source() const noexcept { return cells_->source.text; }
  [[nodiscard]] std::string_view source_url() const noexcept { return cells_->source_url.text; }

  /// Returns the template of response bodies.
  [[nodiscard]] const body_template& body() const noexcept { return body_; }

  /// Returns the media type of response bodies.
  [[nodiscard]] std::string_view media_type() const noexcept {
    return cells_->media_type.present() ? std::string_view(cells_->media_type.text) : default_media_type;
  }

  /// True if values are the numbers of the codes, false if they are places in the file.
  [[nodiscard]] bool is_numbered() const noexcept { return !prefix().empty(); }

  /// Returns the rows, sorted by value. There is at least one.
  [[nodiscard]] const std::vector<checked_row>& rows() const noexcept { return rows_; }

  /// Returns what was checked, in the order of the file, for the formats that catalogs are read from.
  [[nodiscard]] const catalog& cells() const noexcept { return *cells_; }

private:
  friend std::optional<checked_catalog> check(const catalog& subject, diagnostics& found);
  checked_catalog(const catalog& subject, body_template body);

  const catalog* cells_;
  body_template body_;
  std::vector<checked_row> rows_;
};

}  // namespace errcat::tool
