// SPDX-License-Identifier: Apache-2.0
// The README's shorter examples, compiled and run. Exit status 0: each does what the README says.
#include <errcat/failure.hpp>
#include <errcat/json.hpp>
#include <errcat/system_error.hpp>
#include <ims/errors.hpp>
#include <named.hpp>

#include <array>
#include <atomic>
#include <cstdint>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <version>
#ifdef __cpp_lib_expected
#include <expected>
#endif

namespace {

struct image {
  int id;
};

#ifdef __cpp_lib_expected
std::expected<image, errcat::failure<ims::errc>> find_image(int id) {
  if (id != 1) return std::unexpected(errcat::failure(ims::errc::image_not_found, "no image " + std::to_string(id)));
  return image{id};
}
#endif

void log(std::ostream& out, std::string_view request_id, const errcat::failure<ims::errc>& error) {
  out << request_id << ' ' << error.status() << ' ' << error.what() << '\n';
}

std::array<std::atomic<std::uint64_t>, ims::errors.size()> counts{};

void count(errcat::entry<ims::errc> error) { ++counts[error.index()]; }

void print_metrics(std::ostream& out) {
  for (const auto error : ims::errors) {
    out << "ims_errors_total{code=\"" << error << "\"} " << counts[error.index()] << '\n';
  }
}

bool is_documented(int status, std::string_view body) {
  const auto response = errcat::parse_error_response(body);
  const auto error = response ? ims::errors.find(response->code) : std::nullopt;
  return error && error->status() == status;
}

template <errcat::error_enum Error> std::string describe(Error error) {
  std::ostringstream out;
  out << error << ", " << std::error_code(error).message();
  return out.str();
}

template <class Headers, class Show> void read_error(std::string_view body, Headers& headers, Show show) {
  if (const auto response = errcat::parse_error_response(body)) {
    const std::string id = response->request_id.empty() ? headers["X-Request-Id"] : response->request_id;
    if (const auto error = ims::errors.find(response->code)) show(id, response->message, error->handling_measure());
  }
}

/// In place of the class of the cloud's C++ SDK.
struct ServiceResponseException {
  std::string code;
  std::string message;
  [[nodiscard]] const std::string& getErrorCode() const { return code; }
  [[nodiscard]] const std::string& getErrorMsg() const { return message; }
};

void rethrow(const ServiceResponseException& caught) {
  const auto code = nlohmann::json::parse(caught.getErrorCode(), nullptr, false);
  const auto message = nlohmann::json::parse(caught.getErrorMsg(), nullptr, false);
  const auto error = code.is_string() ? ims::errors.find(code.get<std::string>()) : std::nullopt;
  if (error) throw errcat::failure(*error, message.is_string() ? message.get<std::string>() : "");
}

std::string rethrown(const ServiceResponseException& caught) {
  try {
    rethrow(caught);
    return "nothing";
  } catch (const errcat::failure<ims::errc>& error) {
    return error.what();
  }
}

int failures = 0;

void expect(bool right, const char* what) {
  if (right) return;
  std::cerr << "wrong: " << what << '\n';
  ++failures;
}

}  // namespace

int main() {
#ifdef __cpp_lib_expected
  expect(find_image(1).has_value() && find_image(7).error().message() == "no image 7", "std::expected");
#endif
  std::ostringstream line;
  log(line, "7f3c", {ims::errc::image_not_found, "no image 7"});
  expect(line.str() == "7f3c 400 IMG.0144: no image 7\n", "the log");
  count(ims::errors["IMG.0024"]);
  std::ostringstream metrics;
  print_metrics(metrics);
  expect(metrics.str().find("ims_errors_total{code=\"IMG.0024\"} 1\n") != std::string::npos, "a counted error");
  expect(metrics.str().find("ims_errors_total{code=\"IMG.1075\"} 0\n") != std::string::npos, "one that did not occur");
  expect(is_documented(400, R"({"error":{"message":"m","code":"IMG.0024"}})"), "a documented response");
  expect(!is_documented(404, R"({"error":{"message":"m","code":"IMG.0024"}})"), "another status");
  expect(!is_documented(400, "<html>"), "no JSON");
  expect(describe(ims::errc::IMG_0144) == "IMG.0144, The image does not exist.", "a numbered catalog");
  expect(describe(sample::named::errc::access_denied) == "AccessDenied, Access denied.", "a named catalog");
  std::string shown;
  const auto show = [&](const std::string& id, std::string_view message, std::string_view measure) {
    shown = id + ' ' + std::string(message) + ' ' + measure.data()[0];
  };
  std::map<std::string, std::string> headers{{"X-Request-Id", "7f3c"}};
  read_error(R"({"error":{"code":"IMG.0024","message":"m"}})", headers, show);
  expect(shown == "7f3c m S", "a client");
  read_error(R"({"error_code":"IMG.0024","error_msg":"m","request_id":"r"})", headers, show);
  expect(shown == "r m S", "a client of a service that sends the id in the body");
  expect(rethrown({R"("IMG.0024")", R"("a \"b\"")"}) == "IMG.0024: a \"b\"", "an exception of the SDK");
  expect(rethrown({R"("IMG.0024")", ""}) == "IMG.0024: ", "one without a message");
  for (const char* other : {"", "24", R"("IMG.9999")", "IMG.0024"}) expect(rethrown({other, ""}) == "nothing", other);
  return failures == 0 ? 0 : 1;
}
