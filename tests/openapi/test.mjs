// SPDX-License-Identifier: Apache-2.0
// Usage: test.mjs ERRCAT IMG_CATALOG SAMPLES. For each catalog: a validator accepts the OpenAPI components, every example
// matches the schema of bodies, and changed bodies do not. A document that refers to the IMG errors can be resolved.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { $RefParser } from "@apidevtools/json-schema-ref-parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";

const [errcat, img, samples] = process.argv.slice(2);

async function components(catalog, name, ...options) {
  execFileSync(errcat, ["generate", catalog, "-o", name, ...options], { stdio: "inherit" });
  const document = JSON.parse(readFileSync(name, "utf8"));
  const result = await new Validator().validate(structuredClone(document));
  assert.deepEqual(result.errors, undefined, name);
  assert.equal(result.valid, true, name);
  return document;
}

// Yields the value without one of its parts, or with one leaf of another type, for each part and leaf.
function* changed(value) {
  if (value === null || typeof value !== "object") {
    yield typeof value === "string" ? 1 : "1";
    return;
  }
  for (const key of Object.keys(value)) {
    const without = structuredClone(value);
    if (Array.isArray(value)) without.splice(key, 1);
    else delete without[key];
    yield without;
    for (const other of changed(value[key])) {
      const whole = structuredClone(value);
      whole[key] = other;
      yield whole;
    }
  }
}

let examples = 0;
const catalogs = readdirSync(samples).filter((file) => file.endsWith(".yaml")).map((file) => join(samples, file));
for (const catalog of [img, ...catalogs]) {
  const name = catalog.replace(/.*\//, "").replace(/yaml$/, "openapi.json");
  const { components: parts } = await components(catalog, name);
  const accepts = new Ajv({ strict: false }).compile(parts.schemas.Error);
  for (const [key, { value }] of Object.entries(parts.examples)) {
    assert.ok(accepts(value), `${name}: ${key}`);
    for (const wrong of changed(value)) assert.ok(!accepts(wrong), `${name}: ${JSON.stringify(wrong)}`);
    ++examples;
  }
  const used = Object.values(parts.responses).flatMap(({ content }) =>
    Object.values(content).flatMap((media) => Object.keys(media.examples)));
  assert.deepEqual(used.sort(), Object.keys(parts.examples).sort(), name);
}

const chosen = await components(img, "chosen.openapi.json", "--codes", "IMG.0024,IMG.0001", "--codes", "IMG.0144");
assert.deepEqual(Object.keys(chosen.components.examples), ["IMG_0001", "IMG_0024", "IMG_0144"]);

const api = await new $RefParser().dereference("api.yaml");
const response = api.paths["/v2/cloudimages/action"].post.responses["400"];
assert.deepEqual(response.content["application/json"].examples.IMG_0024.value,
  { error: { message: "The image type in the request is incorrect.", code: "IMG.0024" } });
const resolved = await new Validator().validate(structuredClone(api));
assert.equal(resolved.valid, true, JSON.stringify(resolved.errors));

console.log(`${catalogs.length + 1} catalogs, ${examples} examples`);
