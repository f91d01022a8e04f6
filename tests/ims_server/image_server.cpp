// SPDX-License-Identifier: Apache-2.0
// Routes: each reads its request, calls the store, and throws image_error where the request is wrong.
#include "image_server.hpp"

#include "respond.hpp"

#include <sys/socket.h>

#include <exception>
#include <nlohmann/json.hpp>

using ims::errc;
using nlohmann::json;

namespace {

constexpr std::size_t workers = 64;  // each serves one connection at a time
constexpr time_t idle_seconds = 1;   // an idle client delays the end of the server by as much

/// The project of a request.
std::string project_of(const httplib::Request& request) {
  const std::string token = request.get_header_value("X-Auth-Token");
  if (token == "token-a") return "a";
  if (token == "token-b") return "b";
  throw image_error(errc::token_incorrect);
}

json body_of(const httplib::Request& request) {
  if (request.body.empty()) throw image_error(errc::request_body_empty);
  json body = json::parse(request.body, nullptr, false);
  if (body.is_discarded()) throw image_error(errc::request_format_invalid);
  return body;
}

/// A member of a body, `fallback` where it is not there. Of another type than `fallback` it is a wrong format.
template <class Value> Value member(const json& body, const char* name, Value fallback) {
  if (!body.is_object()) throw image_error(errc::request_format_invalid);
  try {
    return body.value(name, fallback);
  } catch (const json::exception&) {
    throw image_error(errc::request_format_invalid, std::string("The member '") + name + "' has a wrong type.");
  }
}

image_request read_image_request(const json& body) {
  image_request request;
  request.name = member(body, "name", std::string());
  request.description = member(body, "description", std::string());
  request.type = member(body, "type", request.type);
  request.os_version = member(body, "os_version", std::string());
  request.architecture = member(body, "architecture", request.architecture);
  request.min_disk = member(body, "min_disk", request.min_disk);
  request.tags = member(body, "tags", std::vector<std::string>());
  if (body.contains("image_url")) request.image_url = member(body, "image_url", std::string());
  if (body.contains("instance_id")) request.instance_id = member(body, "instance_id", std::string());
  return request;
}

/// The new name of a JSON patch, [{"op": "replace", "path": "/name", "value": "..."}]: all that can be changed here.
std::string read_new_name(const json& body) {
  if (!body.is_array() || body.size() != 1) throw image_error(errc::request_format_invalid);
  const json& change = body[0];
  if (member(change, "op", std::string()) != "replace" || member(change, "path", std::string()) != "/name") {
    throw image_error(errc::operation_not_supported);
  }
  return member(change, "value", std::string());
}

json to_json_object(const image& each) {
  return {{"id", each.id},
          {"name", each.name},
          {"__description", each.description},
          {"owner", each.owner},
          {"visibility", each.visibility},
          {"status", each.status},
          {"min_disk", each.min_disk},
          {"protected", each.is_protected},
          {"tags", each.tags}};
}

json to_json_object(const errcat::entry<errc>& error) {
  return {{"code", error.error()},
          {"status", error.status()},
          {"message", error.message()},
          {"description", error.description()},
          {"handling_measure", error.handling_measure()}};
}

void send(httplib::Response& response, const json& body) {
  // What clients have sent may be in it, so nothing that dump() would throw at.
  response.set_content(body.dump(-1, ' ', false, json::error_handler_t::replace), std::string(errcat::media_type));
}

}  // namespace

image_server::image_server(image_store& store) : store_(store) {
  http_.new_task_queue = [] { return new httplib::ThreadPool(workers); };  // the library deletes it
  http_.set_socket_options([this](int listener) { listener_ = listener; });
  http_.set_keep_alive_timeout(idle_seconds);
  http_.set_keep_alive_max_count(100'000);
  http_.set_tcp_nodelay(true);
  add_image_routes();
  add_error_routes();
  add_handlers_of_errors();
}

int image_server::bind() {
  const int port = http_.bind_to_any_port("127.0.0.1");
  // The library lets 5 clients wait to be accepted; more that come at once would time out.
  if (port > 0) listen(listener_, SOMAXCONN);
  return port;
}

void image_server::add_image_routes() {
  http_.Post("/v2/cloudimages/action",
             answering_errors([this](const httplib::Request& request, httplib::Response& response) {
               const std::string project = project_of(request);
               send(response, {{"image_id", store_.create(project, read_image_request(body_of(request)))}});
             }));
  http_.Get("/v2/cloudimages", answering_errors([this](const httplib::Request& request, httplib::Response& response) {
              json images = json::array();
              for (const image& each : store_.list(project_of(request))) images.push_back(to_json_object(each));
              send(response, {{"images", std::move(images)}});
            }));
  http_.Patch(
      "/v2/cloudimages/([^/]+)", answering_errors([this](const httplib::Request& request, httplib::Response& response) {
        const std::string project = project_of(request);
        send(response, to_json_object(store_.rename(project, request.matches[1], read_new_name(body_of(request)))));
      }));
  http_.Delete("/v2/images/([^/]+)",
               answering_errors([this](const httplib::Request& request, httplib::Response& response) {
                 store_.remove(project_of(request), request.matches[1]);
                 response.status = 204;
               }));
  http_.Put("/v1/cloudimages/tags",
            answering_errors([this](const httplib::Request& request, httplib::Response& response) {
              const std::string project = project_of(request);
              const json body = body_of(request);
              store_.tag(project, member(body, "image_id", std::string()), member(body, "tag", std::string()));
              response.status = 204;
            }));
}

void image_server::add_error_routes() {
  http_.Get("/errors", answering_errors([](const httplib::Request& /*request*/, httplib::Response& response) {
              json errors = json::array();
              for (const auto error : ims::errors) errors.push_back(to_json_object(error));
              send(response, {{"errors", std::move(errors)}});
            }));
  http_.Get("/errors/([^/]+)", answering_errors([](const httplib::Request& request, httplib::Response& response) {
              const std::string code = request.matches[1];
              const auto known = ims::errors.find(code);
              if (!known) throw image_error(errc::object_not_found, "The error code '" + code + "' is not known.");
              send(response, to_json_object(*known));
            }));
}

void image_server::add_handlers_of_errors() {
  http_.set_exception_handler(
      [](const httplib::Request& /*request*/, httplib::Response& response, const std::exception_ptr& /*thrown*/) {
        // Whatever it is, the client is told no more than the table says.
        respond(response, image_error(errc::unknown_system_error));
      });
  // What the HTTP library itself refuses: a path that no route has, a request that is none.
  http_.set_error_handler([](const httplib::Request& /*request*/, httplib::Response& response) {
    if (!response.body.empty()) return;
    const bool no_route = response.status == 404;
    respond(response, image_error(no_route ? errc::operation_not_supported : errc::request_format_invalid));
  });
}
