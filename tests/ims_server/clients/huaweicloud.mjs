// SPDX-License-Identifier: Apache-2.0
// Every route of the example server, asked with the core of the cloud's SDK for Node: what its users get, and what they
// see of an error. Usage: node huaweicloud.mjs ADDRESS
import assert from "node:assert/strict";
import core from "@huaweicloud/huaweicloud-sdk-core";
import builder from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";

const credential = new core.BasicCredentials().withAk("ak").withSk("sk").withProjectId("a");
const client = new builder.ClientBuilder((hcClient) => hcClient)
  .withCredential(credential)
  .withEndpoint(process.argv[2])
  .build();

/// What the generated clients of the SDK do in each of their functions.
function send(method, url, { data, query = {}, ...path } = {}) {
  return client.sendRequest({
    method,
    url,
    contentType: "application/json",
    pathParams: path,
    queryParams: query,
    headers: { "X-Auth-Token": "token-a" },
    data,
    responseHeaders: ["X-Request-Id"],
  });
}

let refused = 0;

/// The SDK's user sees code, message and request id.
async function refuses(code, message, ...request) {
  try {
    await send(...request);
  } catch (error) {
    assert.equal(error.constructor.name, "ClientRequestException", String(error));
    const seen = [error.httpStatusCode, error.errorCode, error.errorMsg];
    assert.deepEqual(seen, [400, code, message], request.join(" "));
    assert.match(error.requestId, /^[0-9a-f]{32}$/);
    ++refused;
    return;
  }
  assert.fail(`${request[0]} ${request[1]} was not refused`);
}

async function serves(...request) {
  const response = await send(...request);
  assert.ok([200, 204].includes(response.httpStatusCode));
  if (response.httpStatusCode === 200) assert.match(response["X-Request-Id"], /^[0-9a-f]{32}$/);
  return response;
}

async function job(...request) {
  const { job_id } = await serves(...request);
  return serves("GET", "/v1/{project_id}/jobs/{job_id}", { project_id: "a", job_id });
}

for (const url of ["/", "/versions", "/v2"]) {
  assert.equal((await serves("GET", url)).versions[0].status, "CURRENT");
}
assert.equal((await serves("GET", "/v2/schemas/{name}", { name: "image" })).name, "image");
await refuses("IMG.0121", "The schema 'none' is not known.", "GET", "/v2/schemas/{name}", { name: "none" });

// Create, ask for the job, list, show, change, tag, export, share, delete.
const create = "/v2/cloudimages/action";
const created = await job("POST", create, { data: { name: "web", instance_id: "stopped", image_tags: [{ key: "k", value: "v" }] } });
assert.deepEqual([created.status, created.error_code, created.fail_reason], ["SUCCESS", null, null]);
const image_id = created.entities.image_id;
await refuses("IMG.0024", "The imagetype is invalid.", "POST", create, { data: { name: "x", instance_id: "stopped", type: "imagetype" } });
const failed = await job("POST", create, { data: { name: "x", image_url: "images:damaged.qcow2" } });
assert.deepEqual([failed.status, failed.error_code, failed.fail_reason], ["FAIL", "IMG.1075", "Failed to register the image file."]);
await refuses("IMG.0121", "The job 'none' cannot be found.", "GET", "/v1/{project_id}/jobs/{job_id}", { project_id: "a", job_id: "none" });

for (const url of ["/v2/cloudimages", "/v2/images"]) {
  const query = { name: "web", __imagetype: "private", status: "active", limit: 10 };
  const { images } = await serves("GET", url, { query });
  assert.deepEqual(images.map((each) => [each.id, each.__imagetype, each.__os_type]), [[image_id, "private", "Linux"]]);
  await refuses("IMG.0027", "The image ID in the request does not exist.", "GET", url, { query: { marker: "none" } });
}
assert.deepEqual((await serves("GET", "/v2/images/{image_id}", { image_id })).tags, ["k.v"]);
await refuses("IMG.0144", "The image does not exist.", "GET", "/v2/images/{image_id}", { image_id: "none" });

for (const url of ["/v2/cloudimages/{image_id}", "/v2/images/{image_id}"]) {
  const change = (op, value) => ({ image_id, data: [{ op, path: "/max_ram", value }] });
  await refuses("IMG.0035", "An attribute conflict occurred during the modification.", "PATCH", url, change("replace", "1"));
  assert.equal((await serves("PATCH", url, change("add", "4096"))).max_ram, "4096");
  await serves("PATCH", url, change("remove"));
}

const tags = "/v1/cloudimages/tags";
assert.equal((await serves("PUT", tags, { data: { image_id, image_tag: { key: "a", value: "b" } } })).httpStatusCode, 204);
await refuses("IMG.0115", "The image tag 'x' is invalid.", "PUT", tags, { data: { image_id, tag: "x" } });

const file = "/v1/cloudimages/{image_id}/file";
assert.equal((await job("POST", file, { image_id, data: { bucket_url: "images:web.vhd" } })).status, "SUCCESS");
await refuses("IMG.0077", "The public image cannot be exported.", "POST", file, { image_id: "public", data: { bucket_url: "images:x.vhd" } });

const members = "/v1/cloudimages/members";
const sharing = { data: { images: [image_id], projects: ["b"] } };
assert.equal((await job("POST", members, sharing)).status, "SUCCESS");
await refuses("IMG.0076", "You cannot share an image with yourself.", "POST", members, { data: { images: [image_id], projects: ["a"] } });
assert.equal((await job("PUT", members, { data: { images: ["offered"], status: "accepted" } })).status, "SUCCESS");
await refuses("IMG.0086", "No image was found.", "PUT", members, { data: { images: [], status: "accepted" } });
assert.equal((await job("DELETE", members, sharing)).status, "SUCCESS");
await refuses("IMG.0108", "The tenant ID was not found in the current region.", "DELETE", members, sharing);

await refuses("IMG.0028", "The image in the request is protected.", "DELETE", "/v2/images/{image_id}", { image_id: "protected" });
assert.equal((await serves("DELETE", "/v2/images/{image_id}", { image_id })).httpStatusCode, 204);

const { errors } = await serves("GET", "/errors");
assert.equal(errors.length, 177);
assert.equal((await serves("GET", "/errors/{code}", { code: "IMG.0024" })).handling_measure, "Select either BMS or ECS.");
await refuses("IMG.0121", "The error code 'IMG.9999' is not known.", "GET", "/errors/{code}", { code: "IMG.9999" });
await client.sendRequest({ method: "GET", url: "/metrics", pathParams: {}, queryParams: {}, headers: {} });
await refuses("IMG.0105", "The operation is not supported.", "POST", "/metrics");

console.log(`${refused} errors were seen as code, message and request id`);
