/* tambour-vcard.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourVcard:
 * @line: where it begins in the file
 * @uid: (nullable): what it is known by in its address book
 * @emails: (element-type utf8): the preferred one first
 * @phone: (nullable): the preferred one, else one at work
 * @zone: (nullable): an IANA name
 * @language: (nullable): such as “de” or “pt-BR”
 * @revised: when it was changed; not stated if it does not say
 *
 * Somebody in an address book.
 */
typedef struct
{
  guint           line;
  char           *uid;
  char           *name;
  GPtrArray      *emails;
  char           *phone;
  char           *title;
  char           *organisation;
  char           *zone;
  char           *language;
  char           *note;
  TambourInstant  revised;
} TambourVcard;

/**
 * TambourVcardFault:
 * @line: where it stands
 * @name: (nullable): of the card
 * @reason: a sentence's part: what cannot be read, and what became of it
 * @is_lost: whether the card is missing for it; else something of it is
 */
typedef struct
{
  guint     line;
  char     *name;
  char     *reason;
  gboolean  is_lost;
} TambourVcardFault;

/**
 * TambourVcards:
 * @cards: (element-type TambourVcard): in the order of the file
 * @faults: (element-type TambourVcardFault): what could not be read
 *
 * What a vCard file says.
 */
typedef struct
{
  GPtrArray *cards;
  GPtrArray *faults;
} TambourVcards;

TambourVcards *tambour_vcards_parse (const char     *text,
                                     gsize           length,
                                     GError        **error);
void           tambour_vcards_free  (TambourVcards  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourVcards, tambour_vcards_free)

gboolean tambour_vcards_looks_like_one (const char *text,
                                        gsize       length);

G_END_DECLS
