// trees.js: what PouchDB makes of revision trees.
//
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node trees.js <LINES
//
// A line of input is { "limit", "paths": [{ "start", "ids", "deleted" }] }: what a tree was merged
// from, in that order; ids come as in _revisions, the newest first. The line of output is
// { "winner", "deleted", "leaves": [rev], "conflicts": [rev], "revs": [rev] }, sorted by byte;
// revs are all that the tree knows.
'use strict'

const { merge, winningRev, isDeleted, collectConflicts, traverseRevTree } = require('pouchdb-merge')

function treeOfPath ({ start, ids, deleted }) {
  const leaf = deleted ? { status: 'available', deleted: true } : { status: 'available' }
  let tree = [ids[0], leaf, []]
  for (const id of ids.slice(1)) tree = [id, { status: 'missing' }, [tree]]
  return { pos: start - ids.length + 1, ids: tree }
}

function tell ({ limit, paths }) {
  let tree = []
  for (const path of paths) tree = merge(tree, treeOfPath(path), limit).tree
  const metadata = { rev_tree: tree }
  const leaves = []
  const revs = []
  traverseRevTree(tree, (isLeaf, pos, id) => {
    revs.push(`${pos}-${id}`)
    if (isLeaf) leaves.push(`${pos}-${id}`)
  })
  return {
    winner: winningRev(metadata),
    deleted: isDeleted(metadata),
    leaves: leaves.sort(),
    conflicts: collectConflicts(metadata).sort(),
    revs: [...new Set(revs)].sort()
  }
}

require('readline').createInterface({ input: process.stdin })
  .on('line', line => console.log(JSON.stringify(tell(JSON.parse(line)))))
