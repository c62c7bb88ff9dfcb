function (newDoc, oldDoc, userCtx, secObj) {
  // What a team's database takes, and from whom.
  //
  // SPDX-License-Identifier: GPL-3.0-or-later
  //
  // CouchDB calls this before each write. It names no kind of record: this.tables, which the
  // program writes, says what each kind's fields hold, and this.writers which roles may write.
  var tables = this.tables;
  var writers = this.writers;

  function forbid (why) {
    throw { forbidden: why };
  }

  function has (list, item) {
    return !!list && list.indexOf(item) !== -1;
  }

  function meet (some, others) {
    for (var i = 0; some && i < some.length; i++) if (has(others, some[i])) return true;
    return false;
  }

  function isAdmin () {
    var admins = (secObj && secObj.admins) || {};
    return has(userCtx.roles, '_admin') || has(admins.names, userCtx.name) || meet(userCtx.roles, admins.roles);
  }

  function isText (value) {
    return typeof value === 'string';
  }

  function isDate (value) {
    var parts = isText(value) && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (!parts) return false;
    var year = +parts[1], month = +parts[2], day = +parts[3];
    var isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    var days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
  }

  function isInstant (value) {
    var parts = isText(value) && /^([^Tt]{10})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.exec(value);
    return !!parts && isDate(parts[1]) && +parts[2] < 24 && +parts[3] < 60 && +parts[4] < 60;
  }

  function isWhole (value) {
    return typeof value === 'number' && isFinite(value) && Math.floor(value) === value;
  }

  function isMoney (value) {
    return typeof value === 'object' && isWhole(value.minor) && isText(value.currency) && /^[A-Z]{3}$/.test(value.currency);
  }

  function isLabels (value) {
    if (Object.prototype.toString.call(value) !== '[object Array]') return false;
    for (var i = 0; i < value.length; i++) if (!isText(value[i])) return false;
    return true;
  }

  function holds (field, value) {
    switch (field.holds) {
      case 'text':
      case 'reference': return isText(value);
      case 'count': return isWhole(value);
      case 'number': return typeof value === 'number' && isFinite(value);
      case 'flag': return typeof value === 'boolean';
      case 'choice': return has(field.values, value);
      case 'instant': return isInstant(value);
      case 'date': return isDate(value);
      case 'money': return isMoney(value);
      case 'labels': return isLabels(value);
    }
    return true;
  }

  function isStated (value) {
    return value !== undefined && value !== null && value !== '' && !(isLabels(value) && value.length === 0);
  }

  // The same whoever wrote it, with or without the members that say nothing.
  function spell (value) {
    return isStated(value) ? JSON.stringify(value) : '';
  }

  function checkFields (table) {
    for (var name in table.fields) {
      var field = table.fields[name];
      var value = newDoc[name];
      if (value !== undefined && value !== null && !holds(field, value)) {
        forbid(name + ' of ' + newDoc.record + ' cannot be ' + JSON.stringify(value).slice(0, 80) + '.');
      }
      if (field.required && !isStated(value)) forbid('A ' + newDoc.record + ' needs ' + name + '.');
    }
  }

  // What is history is corrected by a new record.
  function checkFixed (table) {
    for (var name in table.fields) {
      if (table.fields[name].fixed && spell(newDoc[name]) !== spell(oldDoc[name])) {
        forbid(name + ' of ' + newDoc.record + ' stays as it was when it was made.');
      }
    }
  }

  // Where two wrote at once, every laptop joins both in the same way, and signs for nobody.
  function isJoined (table) {
    return (!!oldDoc && isLabels(newDoc.merged) && newDoc.merged.length > 0) ||
           (!oldDoc && !!table && !!table.is_found);
  }

  function checkAuthor (table) {
    if (isAdmin() || isJoined(table)) return;
    if (newDoc.updated_by !== userCtx.name) {
      forbid('Who signs in as ' + userCtx.name + ' cannot write in the name of ' + newDoc.updated_by + '.');
    }
    if (oldDoc && !oldDoc._deleted && spell(oldDoc.created_by) !== spell(newDoc.created_by)) {
      forbid('Who made a ' + newDoc.record + ' stays as it was.');
    }
  }

  function checkWriter () {
    if (isAdmin()) return;
    if (!userCtx.name) throw { unauthorized: 'Sign in first.' };
    if (!meet(userCtx.roles, writers)) {
      forbid(userCtx.name + ' may read here, and not write: that needs one of the roles ' + writers.join(', ') + '.');
    }
  }

  function checkRemoval () {
    if (isText(newDoc.updated_by) && !isText(newDoc.merged) && !isAdmin() && newDoc.updated_by !== userCtx.name) {
      forbid('Who signs in as ' + userCtx.name + ' cannot remove in the name of ' + newDoc.updated_by + '.');
    }
  }

  checkWriter();
  if (newDoc._id.indexOf('_design/') === 0) {
    if (!isAdmin()) forbid('Only an administrator changes how a database works.');
    return;
  }
  if (newDoc._deleted) {
    checkRemoval();
    return;
  }
  if (!isText(newDoc.record) || newDoc.record === '') forbid('This is no record: it says not of which kind.');
  if (oldDoc && isText(oldDoc.record) && oldDoc.record !== newDoc.record) forbid('A ' + oldDoc.record + ' cannot become a ' + newDoc.record + '.');

  // A kind of a newer version is its own business, but for who writes.
  var table = tables.hasOwnProperty(newDoc.record) ? tables[newDoc.record] : null;
  checkAuthor(table);
  if (!table) return;
  if (table.is_local) forbid('A ' + newDoc.record + ' stays on the computer that counted it.');
  checkFields(table);
  if (oldDoc && !oldDoc._deleted) checkFixed(table);
}
