// servers.js: the team server that the tests talk to, and a proxy in front of it that makes faults.
//
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node servers.js [--faults] [--until-input-ends]
//
// pouchdb-server as it comes from npm, in memory, on a free port of the loopback interface, with
// its settings and its log in a folder of its own. Prints one line, {"server": URL, "proxy": URL}
// (proxy only with --faults), when both answer.
'use strict'

const http = require('http')
const path = require('path')

const moveToOwnFolder = require('./own-folder.js')

const START_LIMIT_MS = 60000
// Never listened on: the place where pouchdb-server's port stands.
const SOME_PORT = 5984

// It takes no port 0, so it is given one by number, and listens on a free one all the same.
function listenOnFreePort () {
  const listen = http.Server.prototype.listen
  return new Promise(resolve => {
    http.Server.prototype.listen = function (port, ...others) {
      http.Server.prototype.listen = listen
      this.once('listening', () => resolve(this))
      return listen.call(this, port === SOME_PORT ? 0 : port, ...others)
    }
  })
}

async function startServer () {
  const listening = listenOnFreePort()
  process.argv = [process.argv[0], 'pouchdb-server', '--in-memory', '-n', '--host', '127.0.0.1',
    '--port', String(SOME_PORT), '--config', path.resolve('config.json')]
  require('pouchdb-server')
  const server = await listening
  // A keep-alive connection that is closed as it is used again looks like a fault that nobody made.
  server.keepAliveTimeout = 120000
  server.headersTimeout = 121000
  return server
}

function urlOf (server) {
  return `http://127.0.0.1:${server.address().port}`
}

function answers (url) {
  return new Promise(resolve => {
    http.get(url, { agent: false }, response => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    }).on('error', () => resolve(false))
  })
}

async function main (options) {
  const tooLate = setTimeout(() => process.exit(1), START_LIMIT_MS)
  if (options.includes('--until-input-ends')) process.stdin.resume().on('end', () => process.exit(0))
  const startProxy = require('./fault-proxy.js')
  moveToOwnFolder()
  const urls = { server: urlOf(await startServer()) }
  while (!await answers(urls.server)) await new Promise(resolve => setTimeout(resolve, 20))
  if (options.includes('--faults')) urls.proxy = urlOf(await startProxy(urls.server))
  clearTimeout(tooLate)
  console.log(JSON.stringify(urls))
}

main(process.argv.slice(2))
