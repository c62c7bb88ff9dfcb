/* tambour-pack.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-row-paper.h"
#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourPackPart:
 *
 * What whoever takes over an account needs, in the order in which they need it.
 */
typedef enum
{
  TAMBOUR_PACK_CASES,
  TAMBOUR_PACK_PROMISES,
  TAMBOUR_PACK_ACTIONS,
  TAMBOUR_PACK_TRAPS,
  TAMBOUR_PACK_PEOPLE,
  TAMBOUR_PACK_TEAM,
  TAMBOUR_PACK_CALLS,
  TAMBOUR_PACK_ENVIRONMENTS,
  TAMBOUR_PACK_WORKFLOWS,
} TambourPackPart;

#define TAMBOUR_N_PACK_PARTS (TAMBOUR_PACK_WORKFLOWS + 1)

typedef TambourPaperRow TambourPackRow;

/**
 * TambourPack:
 * @account_id: the account
 * @account: what it is called
 * @as_of: when this was read
 * @read: the same, in words
 * @language: which language the texts are in
 * @facts: (element-type TambourPaperFact): the account in short
 * @parts: (element-type TambourPackRow): the rows of each part
 *
 * The continuity pack: what somebody needs to know who takes over an account, for
 * good or for a while. It is for one of us, so it may say what customers do not read.
 */
typedef struct
{
  char           *account_id;
  char           *account;
  TambourInstant  as_of;
  char           *read;
  char           *language;
  GPtrArray      *facts;
  GPtrArray      *parts[TAMBOUR_N_PACK_PARTS];
} TambourPack;

TambourPack *tambour_pack_new  (const char     *account_id,
                                const char     *account,
                                const char     *language,
                                TambourInstant  as_of);
void         tambour_pack_free (TambourPack    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPack, tambour_pack_free)

void             tambour_pack_add_fact    (TambourPack        *self,
                                           const char         *name,
                                           const char         *value);
TambourPackRow  *tambour_pack_add_row     (TambourPack        *self,
                                           TambourPackPart     part,
                                           const char         *record,
                                           const char         *id,
                                           const char         *title);

const char      *tambour_pack_part_title  (const TambourPack  *self,
                                           TambourPackPart     part);
const char      *tambour_pack_part_empty  (const TambourPack  *self,
                                           TambourPackPart     part);
char            *tambour_pack_dup_verdict (const TambourPack  *self);

TambourDocument *tambour_pack_layout      (const TambourPack  *self,
                                           GError            **error);
gboolean         tambour_pack_write       (const TambourPack  *self,
                                           const char         *path,
                                           GError            **error);

G_END_DECLS
