-- SPDX-License-Identifier: Apache-2.0
-- For wrk: random requests that the example server refuses. Every answer's body must be one that long_load.py has seen,
-- one line each in the file that EXPECTED names.
local expected, requests = {}, {}
wrong = 0 -- of this thread; global, for `done` to read
for line in io.lines(os.getenv("EXPECTED")) do
  local method, path, body, answer = line:match("^(.-)\t(.-)\t(.-)\t(.*)$")
  expected[answer] = true
  requests[#requests + 1] = wrk.format(method, path, { ["X-Auth-Token"] = "token-a" }, body ~= "" and body or nil)
end

function request() return requests[math.random(#requests)] end

function response(status, headers, body)
  if status < 400 or status >= 500 or not expected[body] then
    wrong = wrong + 1
    if wrong == 1 then io.stderr:write("wrong answer ", status, ": ", body, "\n") end
  end
end

local threads = {}
function setup(thread) threads[#threads + 1] = thread end
function done()
  local sum = 0
  for _, thread in ipairs(threads) do sum = sum + thread:get("wrong") end
  io.write("wrong answers: ", sum, "\n")
end
function init() math.randomseed(os.time()) end
