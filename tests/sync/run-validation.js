// run-validation.js: a design document's rules, run as a CouchDB server runs them.
//
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the design document as the first line, then a line {newDoc, oldDoc, userCtx, secObj} for
// each write; answers each with a line: nothing if it is taken, and otherwise why not.
'use strict'

const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(line => line !== '')
const design = JSON.parse(lines.shift())
// As both CouchDB and pouchdb-server make a function of the text.
const validate = eval('(' + design.validate_doc_update + ')')

for (const line of lines) {
  const write = JSON.parse(line)
  let why = ''
  try {
    validate.call(design, write.newDoc, write.oldDoc, write.userCtx, write.secObj)
  } catch (error) {
    why = error.forbidden || error.unauthorized || 'FAULT: ' + error
  }
  console.log(why)
}
