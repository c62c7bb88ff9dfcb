// own-folder.js: a folder to work in, which goes when the program does.
//
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict'

const fs = require('fs')
const os = require('os')
const path = require('path')

// Makes the folder and moves there.
module.exports = function moveToOwnFolder () {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tambour-servers-'))
  process.chdir(folder)
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0))
}
