-- One work against one program, for wrk: its requests, and at the end one line of JSON with what was measured.
-- The bench sets TARGET, WORK, GIVEN (a file that returns a table: token, ids, addresses), START and OUT.
local given = dofile(os.getenv("GIVEN"))
local json = { ["Content-Type"] = "application/json" }
local signed = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. (given.token or "") }
local description = string.rep("The quick brown fox jumps over it. ", 6)

-- Where the walk through the given things stands; the next run goes on from there.
n = tonumber(os.getenv("START") or "0")

local function step() n = n + 1; return n end

-- 7919 is prime: the walk jumps about and yet meets every one of the things before it meets one again.
local function pick(things) return things[step() * 7919 % #things + 1] end

-- A status changes with every pass, so no request finds it set already.
local function other_status(things)
    local pass = math.floor(n / #things)
    return pick(things), pass % 2 == 0 and '{"status":"in_progress"}' or '{"status":"todo"}'
end

local function new_task(project)
    return '{"projectId":' .. project .. ',"title":"Task ' .. n .. '","description":"' .. description .. '","priority":' .. given.priority .. '}'
end

local function credentials() return '{"email":"' .. pick(given.emails) .. '","password":"' .. given.password .. '"}' end

local works = {
    bare = {
        get = function() return wrk.format("GET", "/tasks/" .. pick(given.tasks)) end,
        list = function() return wrk.format("GET", "/projects/1/tasks") end,
        page = function() return wrk.format("GET", "/projects/2/tasks?after=" .. pick(given.pages)) end,
        create = function() return wrk.format("POST", "/tasks-tx", json, new_task(pick(given.projects))) end,
        status = function() local task, body = other_status(given.changing); return wrk.format("PATCH", "/tasks/" .. task .. "/status", json, body) end,
        signin = function() return wrk.format("POST", "/login", json, credentials()) end,
    },
    product = {
        get = function() return wrk.format("GET", "/api/tasks/" .. pick(given.tasks), signed) end,
        list = function() return wrk.format("GET", given.list[1], signed) end,
        page = function() return wrk.format("GET", pick(given.pages), signed) end,
        create = function() return wrk.format("POST", "/api/tasks", signed, new_task('"' .. pick(given.projects) .. '"')) end,
        status = function() local task, body = other_status(given.changing); return wrk.format("PATCH", "/api/tasks/" .. task .. "/status", signed, body) end,
        signin = function() return wrk.format("POST", "/api/users/login", json, credentials()) end,
    },
}

request = works[os.getenv("TARGET")][os.getenv("WORK")]

local threads = {}
function setup(thread) threads[#threads + 1] = thread end

function done(summary, latency)
    local errors, seconds = summary.errors, summary.duration / 1e6
    local out = io.open(os.getenv("OUT"), "w")
    out:write(string.format(
        '{"requests":%d,"rate":%.2f,"p50":%.3f,"p99":%.3f,"refused":%d,"lost":%d,"next":%d}\n',
        summary.requests, summary.requests / seconds, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        threads[1]:get("n")))
    out:close()
end
