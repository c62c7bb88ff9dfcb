// fault-proxy.js: stands between a client and the team server and does to some requests what
// networks, proxies and overloaded servers do. Started by servers.js.
//
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PUT /_faults takes the plan, and forgets what was counted before:
//   { "seed": 7, "rate": 0.1, "kinds": ["cut", "503"],          one request in ten, of these kinds
//     "only": "_bulk",                                           … whose path has this in it
//     "larger_than": 8000,                                       a 413 only for more bytes than these
//     "planned": [{ "match": "_bulk_docs", "skip": 1, "times": 2, "kind": "429", "seconds": 1 }] }
// GET /_faults tells { "requests": [{ "method", "path", "kind" }, …], "faults": { kind: count } }.
//
// The kinds. The server never hears of the request:
//   refuse          the connection is closed
//   401 404 409 413 429 500 503    that status, with CouchDB's words; Retry-After with "seconds"
// The server does what was asked, but
//   lose            the connection is closed without an answer
//   lost-500        the answer says that it failed
//   cut             the connection is closed in the middle of the answer
//   truncate        half of the answer comes as if it were whole
//   garbage         a page for people comes instead
//   stall           the answer waits for "ms", or for ever
//   twice           the request reaches the server a second time
//   duplicate       every row of the answer comes twice
//   reorder         the rows of the answer come in another order
'use strict'

const http = require('http')

const STATUSES = {
  401: ['unauthorized', 'Name or password is incorrect.'],
  404: ['not_found', 'missing'],
  409: ['conflict', 'Document update conflict.'],
  413: ['too_large', 'the request entity is too large'],
  429: ['too_many_requests', 'Too many requests.'],
  500: ['internal_server_error', 'The server could not do it.'],
  503: ['service_unavailable', 'The server is busy.']
}
const ANSWERED = ['lose', 'lost-500', 'cut', 'truncate', 'garbage', 'duplicate', 'reorder']
const KINDS = [...Object.keys(STATUSES), ...ANSWERED, 'refuse', 'stall', 'twice']
const PAGE = '<!DOCTYPE html>\n<title>Sign in to the network</title>\n'

// The same seed gives the same numbers in [0, 1) (mulberry32).
function makeRandom (seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

class Plan {
  constructor (given) {
    this.planned = (given.planned || []).map(rule => ({ skip: 0, times: 1, match: '', ...rule }))
    this.rate = given.rate || 0
    this.kinds = given.kinds || KINDS
    this.only = given.only || ''
    this.ms = given.ms
    this.largerThan = given.larger_than || 0
    this.random = makeRandom(given.seed || 0)
    this.requests = []
    this.faults = {}
    for (const kind of [...this.kinds, ...this.planned.map(rule => rule.kind)]) {
      if (!KINDS.includes(kind)) throw new Error(`${kind} is no kind of fault`)
    }
  }

  // The fault for a request: { kind, … }, or nothing.
  choose (method, path, size) {
    const fault = this.choosePlanned(method, path) || this.chooseRandom(path, size)
    this.requests.push({ method, path, kind: fault ? fault.kind : null })
    if (fault) this.faults[fault.kind] = (this.faults[fault.kind] || 0) + 1
    return fault
  }

  choosePlanned (method, path) {
    const rule = this.planned.find(one => one.times > 0 && `${method} ${path}`.includes(one.match))
    if (!rule) return null
    if (rule.skip-- > 0) return null
    rule.times--
    return rule
  }

  chooseRandom (path, size) {
    if (!this.rate || !path.includes(this.only) || this.random() >= this.rate) return null
    const kind = this.kinds[Math.floor(this.random() * this.kinds.length)]
    return kind === '413' && size <= this.largerThan ? null : { kind, ms: this.ms }
  }
}

function readAll (stream) {
  return new Promise((resolve, reject) => {
    const chunks = []
    stream.on('data', chunk => chunks.push(chunk))
    stream.on('end', () => resolve(Buffer.concat(chunks)))
    stream.on('error', reject)
    stream.on('aborted', () => reject(new Error('aborted')))
  })
}

// A request that the client gave up is given up at the server too.
function ask (upstream, agent, request, body, response, isPlain) {
  return new Promise((resolve, reject) => {
    const headers = { ...request.headers, host: upstream.host }
    if (isPlain) delete headers['accept-encoding']
    const asked = http.request({ host: upstream.hostname, port: upstream.port, agent, method: request.method, path: request.url, headers }, resolve)
    asked.on('error', reject)
    response.on('close', () => asked.destroy())
    asked.end(body)
  })
}

function answer (response, status, headers, body) {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

function answerStatus (response, status, seconds) {
  const [error, reason] = STATUSES[status]
  const headers = { 'content-type': 'application/json' }
  if (seconds !== undefined) headers['retry-after'] = String(seconds)
  answer(response, Number(status), headers, JSON.stringify({ error, reason }) + '\n')
}

function shuffle (rows, random) {
  for (let i = rows.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    const row = rows[i]
    rows[i] = rows[other]
    rows[other] = row
  }
}

// What has no rows is left alone.
function changeRows (body, kind, random) {
  let value
  try { value = JSON.parse(body) } catch (error) { return body }
  const rows = Array.isArray(value) ? value : value.results
  if (!Array.isArray(rows)) return body
  if (kind === 'duplicate') rows.splice(0, rows.length, ...rows.flatMap(row => [row, row]))
  else shuffle(rows, random)
  return Buffer.from(JSON.stringify(value))
}

function cutOff (response, status, headers, body) {
  const half = body.subarray(0, Math.ceil(body.length / 2))
  response.writeHead(status, { ...headers, 'content-length': body.length + 1 })
  response.write(half, () => response.destroy())
}

function spoil (response, status, headers, body, fault, random) {
  switch (fault.kind) {
    case 'lose': return response.destroy()
    case 'lost-500': return answerStatus(response, 500)
    case 'cut': return cutOff(response, status, headers, body)
    case 'truncate': return answer(response, status, headers, body.subarray(0, Math.floor(body.length / 2)))
    case 'garbage': return answer(response, 200, { 'content-type': 'text/html' }, PAGE)
    default: return answer(response, status, headers, changeRows(body, fault.kind, random))
  }
}

function withoutLength (headers) {
  const kept = { ...headers }
  for (const name of ['content-length', 'transfer-encoding', 'connection', 'keep-alive']) delete kept[name]
  return kept
}

async function pass (proxy, request, response) {
  const body = await readAll(request)
  const fault = proxy.plan.choose(request.method, request.url, body.length)
  const again = isPlain => ask(proxy.upstream, proxy.agent, request, body, response, isPlain)

  if (fault && fault.kind === 'refuse') return response.destroy()
  if (fault && STATUSES[fault.kind]) return answerStatus(response, fault.kind, fault.seconds)
  if (fault && ANSWERED.includes(fault.kind)) {
    const given = await again(true)
    return spoil(response, given.statusCode, withoutLength(given.headers), await readAll(given), fault, proxy.plan.random)
  }
  if (fault && fault.kind === 'twice') await readAll(await again(true))
  if (fault && fault.kind === 'stall') await new Promise(resolve => fault.ms && setTimeout(resolve, fault.ms))
  const given = await again(false)
  response.writeHead(given.statusCode, withoutLength(given.headers))
  response.flushHeaders()
  given.on('error', () => response.destroy())
  given.on('aborted', () => response.destroy())
  given.pipe(response)
}

async function control (proxy, request, response) {
  const body = await readAll(request)
  if (request.method === 'PUT') {
    try { proxy.plan = new Plan(JSON.parse(body)) } catch (error) {
      return answer(response, 400, {}, JSON.stringify({ error: 'bad_request', reason: error.message }))
    }
  }
  const { requests, faults } = proxy.plan
  answer(response, 200, { 'content-type': 'application/json' }, JSON.stringify({ requests, faults }))
}

// Starts a proxy in front of the server at @url; resolves to its http.Server.
module.exports = function start (url) {
  const proxy = { upstream: new URL(url), agent: new http.Agent({ keepAlive: true }), plan: new Plan({}) }
  const server = http.createServer((request, response) => {
    const handle = request.url === '/_faults' ? control : pass
    handle(proxy, request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 120000
  server.headersTimeout = 121000
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
}
