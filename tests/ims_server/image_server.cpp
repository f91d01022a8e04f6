// SPDX-License-Identifier: Apache-2.0
// Routes: each reads its request, calls the store, and throws image_error where the request is wrong.
#include "image_server.hpp"

#include "image_json.hpp"
#include "request_id.hpp"
#include "respond.hpp"

using ims::errc;
using nlohmann::json;

namespace {

/// The project of a request that its token may make.
std::string project_of(const request& request) {
  const std::string_view token = request.header("X-Auth-Token");
  if (token == "token-unverified") throw image_error(errc::real_name_authentication_missing);
  const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
  if (token == "token-reader" && !reads) throw image_error(errc::role_invalid);
  if (token == "token-a" || token == "token-reader") return "a";
  if (token == "token-b") return "b";
  if (token == "token-full") return "full";
  throw image_error(errc::token_incorrect);
}

http_response send(const json& body) {
  http_response response(http::status::ok, 11);
  response.set(http::field::content_type, "application/json");
  // What clients have sent may be in it, so nothing that dump() would throw at.
  response.body() = body.dump(-1, ' ', false, json::error_handler_t::replace);
  return response;
}

http_response send_nothing() { return {http::status::no_content, 11}; }

http_response send_job(const std::string& id) { return send({{"job_id", id}}); }

bool is_preflight(const http_request& message) {
  return message.method() == http::verb::options && message.count(http::field::access_control_request_method) != 0;
}

/// The answer to a browser that asks what a page of another origin may send.
http_response allow_everything() {
  http_response response = send_nothing();
  response.set(http::field::access_control_allow_methods, "GET, POST, PUT, PATCH, DELETE");
  response.set(http::field::access_control_allow_headers, "Content-Type, X-Auth-Token");
  response.set(http::field::access_control_max_age, "600");
  return response;
}

}  // namespace

image_server::image_server(image_store& store, log_sink log, http_limits limits)
    : store_(store),
      log_(std::move(log)),
      http_([this](const http_request& message, bool whole) { return answer(message, whole); }, limits) {
  add_version_routes();
  add_image_routes();
  add_sharing_routes();
  add_error_routes();
}

std::uint16_t image_server::bind() {
  const std::uint16_t port = http_.bind();
  address_ = "http://127.0.0.1:" + std::to_string(port);
  return port;
}

void image_server::add_version_routes() {
  for (const char* path : {"/", "/versions", "/v2", "/v2/"}) {
    routes_.add(http::verb::get, path, [this](const request&) { return send(version_document(address_)); });
  }
  routes_.add(http::verb::get, "/v2/schemas/{}", [](const request& request) { return send(schema(request[0])); });
}

void image_server::add_image_routes() {
  routes_.add(http::verb::post, "/v2/cloudimages/action", [this](const request& request) {
    const std::string project = project_of(request);
    return send_job(store_.create(project, read_image_request(body_of(request))));
  });
  for (const char* path : {"/v2/cloudimages", "/v2/images"}) {
    routes_.add(http::verb::get, path, [this](const request& request) {
      const std::string project = project_of(request);
      const image_filter filter = read_filter(request);
      return send(to_json(store_.list(project, filter), project, filter, request.path()));
    });
  }
  routes_.add(http::verb::get, "/v2/images/{}", [this](const request& request) {
    const std::string project = project_of(request);
    return send(to_json(store_.find(project, request[0]), project));
  });
  for (const char* path : {"/v2/cloudimages/{}", "/v2/images/{}"}) {
    routes_.add(http::verb::patch, path, [this](const request& request) {
      const std::string project = project_of(request);
      return send(to_json(store_.change(project, request[0], read_changes(body_of(request))), project));
    });
  }
  routes_.add(http::verb::delete_, "/v2/images/{}", [this](const request& request) {
    store_.remove(project_of(request), request[0]);
    return send_nothing();
  });
  routes_.add(http::verb::put, "/v1/cloudimages/tags", [this](const request& request) {
    const std::string project = project_of(request);
    const json body = body_of(request);
    store_.tag(project, member(body, "image_id", std::string()), read_tag(body));
    return send_nothing();
  });
  routes_.add(http::verb::post, "/v1/cloudimages/{}/file", [this](const request& request) {
    const std::string project = project_of(request);
    const json body = body_of(request);
    return send_job(store_.export_image(project, request[0], member(body, "bucket_url", std::string()),
                                        member(body, "file_format", std::string("vhd"))));
  });
  routes_.add(http::verb::get, "/v1/{}/jobs/{}", [this](const request& request) {
    return send(to_json(store_.find_job(project_of(request), request[0], request[1])));
  });
}

void image_server::add_sharing_routes() {
  constexpr const char* path = "/v1/cloudimages/members";
  using names = std::vector<std::string>;
  routes_.add(http::verb::post, path, [this](const request& request) {
    const std::string project = project_of(request);
    const json body = body_of(request);
    return send_job(store_.share(project, member(body, "images", names()), member(body, "projects", names())));
  });
  routes_.add(http::verb::delete_, path, [this](const request& request) {
    const std::string project = project_of(request);
    const json body = body_of(request);
    return send_job(store_.unshare(project, member(body, "images", names()), member(body, "projects", names())));
  });
  routes_.add(http::verb::put, path, [this](const request& request) {
    const std::string project = project_of(request);
    const json body = body_of(request);
    return send_job(
        store_.answer_share(project, member(body, "images", names()), member(body, "status", std::string())));
  });
}

void image_server::add_error_routes() {
  routes_.add(http::verb::get, "/errors", [](const request&) {
    json errors = json::array();
    for (const auto error : ims::errors) errors.push_back(to_json(error));
    return send({{"errors", std::move(errors)}});
  });
  routes_.add(http::verb::get, "/errors/{}", [](const request& request) {
    const auto known = ims::errors.find(request[0]);
    if (!known) throw image_error(errc::object_not_found, "The error code '" + request[0] + "' is not known.");
    return send(to_json(*known));
  });
  routes_.add(http::verb::get, "/metrics", [this](const request&) {
    http_response response(http::status::ok, 11);
    response.set(http::field::content_type, "text/plain; version=0.0.4");
    response.body() = metrics();
    return response;
  });
}

std::string image_server::metrics() const {
  std::string text =
      "# HELP ims_errors_total Requests that were refused, by the code of the error.\n"
      "# TYPE ims_errors_total counter\n";
  for (const auto error : ims::errors) {
    text += "ims_errors_total{code=\"" + std::string(error.code()) + "\"} " +
            std::to_string(counts_[error.index()].load()) + '\n';
  }
  return text;
}

http_response image_server::answer(const http_request& message, bool whole) {
  http_response response;
  std::string_view code = "-";
  const auto refuse = [&](const image_error& error) {
    code = error.code();
    ++counts_[error.entry().index()];
    response = respond(error);
    if (error.entry() != errc::operation_not_supported) return;
    const std::string methods = routes_.methods(request(message).path());
    if (!methods.empty()) response.set(http::field::allow, methods);
  };
  try {
    if (!whole) throw image_error(errc::request_format_invalid);
    request request(message);
    if (const router::handler* const handler = routes_.find(request)) {
      response = (*handler)(request);
    } else if (is_preflight(message)) {
      response = allow_everything();
    } else {
      throw image_error(errc::operation_not_supported);
    }
  } catch (const image_error& error) {
    refuse(error);
  } catch (...) {
    refuse(image_error(errc::unknown_system_error));  // the client is told no more than the table says
  }
  const std::string id = next_request_id();
  response.set("X-Request-Id", id);
  response.set(http::field::access_control_allow_origin, "*");
  response.set(http::field::access_control_expose_headers, "X-Request-Id");
  if (log_) log_(log_line(message, response.result_int(), code, id));
  return response;
}
