// pouchdb.js: how long PouchDB takes for what ours does. Used by sync.py.
//
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node pouchdb.js pull|push URL FOLDER [BATCH_SIZE]
//
// The database is a LevelDB in FOLDER. Prints the milliseconds of the replication alone, and the
// most memory that the process had, in KiB.
'use strict'

const path = require('path')
const PouchDB = require('pouchdb')

async function main (what, url, folder, batchSize) {
  const database = new PouchDB(path.join(folder, 'pouchdb'))
  const options = batchSize ? { batch_size: Number(batchSize) } : {}
  await database.info()
  const start = process.hrtime.bigint()
  const { docs_written: count, errors } = await database.replicate[what === 'pull' ? 'from' : 'to'](url, options)
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  if (errors.length) throw errors[0]
  console.log(JSON.stringify({ count, milliseconds, memory: process.resourceUsage().maxRSS }))
  await database.close()
}

main(...process.argv.slice(2))
