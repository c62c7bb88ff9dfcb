/* tambour-mail.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/* What the records are external to; their external id is the mail's. */
#define TAMBOUR_MAIL_SYSTEM "mail"

/**
 * TambourMailOrder:
 * @account_id: (nullable): whose it is; found by who wrote to whom if %NULL
 * @case_id: (nullable): the case that it is about; found by the number in the subject if %NULL
 * @now: the time that is "now"
 * @author: who files it
 * @continues: the number of the change that filed the mail before, to be undone with it, or 0
 * @dry_run: only look
 *
 * Where a mail goes.
 */
typedef struct
{
  const char     *account_id;
  const char     *case_id;
  TambourInstant  now;
  const char     *author;
  gint64          continues;
  gboolean        dry_run;
} TambourMailOrder;

/**
 * TambourFiledMail:
 * @record: what it has become: a note of the account, or an event of the case
 * @support_case: (nullable): the case
 * @is_new: %FALSE if it was there already
 * @left_out: names of files that are too large to keep
 * @change: the number of the change by which it can be undone; 0 if there is none
 */
typedef struct
{
  TambourRecord *record;
  TambourRecord *support_case;
  gboolean       is_new;
  GStrv          left_out;
  gint64         change;
} TambourFiledMail;

TambourFiledMail *tambour_mail_file       (TambourStore            *store,
                                           const TambourMailOrder  *order,
                                           GBytes                  *bytes,
                                           GCancellable            *cancellable,
                                           GError                 **error);
void              tambour_filed_mail_free (TambourFiledMail        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourFiledMail, tambour_filed_mail_free)

G_END_DECLS
