// client.js: PouchDB as another member of the team.
//
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node client.js
//
// Each line of input is a command, each line of output what came of it:
//   { "do": "put", "doc": { "_id", … } }      writes over the winner, whatever it is
//   { "do": "remove", "id" }                   a tombstone that says nothing, as PouchDB's are
//   { "do": "branch", "doc": { "_id", "_rev", "_revisions", … } }    a leaf as it stands
//   { "do": "sync", "url" }                    both ways, once
//   { "do": "list" }                           { id: { "doc", "winner", "conflicts" } }, tombstones too
// What fails is { "error" }. The database, a LevelDB, is in a folder of its own.
'use strict'

const PouchDB = require('pouchdb')

const moveToOwnFolder = require('./own-folder.js')

async function readOrNothing (database, id) {
  try { return await database.get(id) } catch (error) {
    if (error.status === 404) return null
    throw error
  }
}

async function put (database, doc) {
  const winner = await readOrNothing(database, doc._id)
  return database.put(winner ? { ...doc, _rev: winner._rev } : doc)
}

async function remove (database, id) {
  return database.remove(await database.get(id))
}

async function sync (database, url) {
  const { push, pull } = await PouchDB.sync(database, url, { batch_size: 500 })
  const failed = [...push.errors, ...pull.errors]
  if (failed.length) throw failed[0]
  return { pushed: push.docs_written, pulled: pull.docs_written }
}

async function list (database) {
  const { results } = await database.changes()
  const told = {}
  for (const { id, changes } of results.filter(one => !one.id.startsWith('_'))) {
    const winner = changes[0].rev
    const doc = await database.get(id, { rev: winner, conflicts: true })
    told[id] = { doc, winner, conflicts: (doc._conflicts || []).sort() }
  }
  return told
}

function carryOut (database, command) {
  switch (command.do) {
    case 'put': return put(database, command.doc)
    case 'remove': return remove(database, command.id)
    case 'branch': return database.bulkDocs([command.doc], { new_edits: false })
    case 'sync': return sync(database, command.url)
    case 'list': return list(database)
    default: throw new Error(`${command.do} is no command`)
  }
}

async function main () {
  moveToOwnFolder()
  const database = new PouchDB('pouchdb')
  for await (const line of require('readline').createInterface({ input: process.stdin })) {
    try {
      console.log(JSON.stringify(await carryOut(database, JSON.parse(line))))
    } catch (error) {
      console.log(JSON.stringify({ error: error.message || String(error) }))
    }
  }
  await database.close()
}

main()
