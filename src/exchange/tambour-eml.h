/* tambour-eml.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourEmlAddress:
 * @name: (nullable): as the mail calls them
 * @email: in small letters
 */
typedef struct
{
  char *name;
  char *email;
} TambourEmlAddress;

/**
 * TambourEmlFile:
 * @name: what it is called, without folders
 * @type: what it says that it is
 * @bytes: what is in it
 */
typedef struct
{
  char   *name;
  char   *type;
  GBytes *bytes;
} TambourEmlFile;

/**
 * TambourEml:
 * @id: what it is known by; made from what it says if it has no message id
 * @in_reply_to: (nullable): the mail that it answers
 * @from: (element-type TambourEmlAddress): who sent it
 * @to: (element-type TambourEmlAddress): to whom
 * @cc: (element-type TambourEmlAddress): and who may read it
 * @date: when; not stated if it does not say
 * @subject: "" if it has none
 * @text: what it says, without markup
 * @files: (element-type TambourEmlFile): what is attached; mails in it are files
 *
 * A mail.
 */
typedef struct
{
  char           *id;
  char           *in_reply_to;
  GPtrArray      *from;
  GPtrArray      *to;
  GPtrArray      *cc;
  TambourInstant  date;
  char           *subject;
  char           *text;
  GPtrArray      *files;
} TambourEml;

TambourEml *tambour_eml_parse (GBytes      *bytes,
                               GError     **error);
void        tambour_eml_free  (TambourEml  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourEml, tambour_eml_free)

G_END_DECLS
