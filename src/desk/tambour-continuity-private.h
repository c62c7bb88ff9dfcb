/* tambour-continuity-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-match.h"
#include "tambour-case.h"
#include "tambour-continuity.h"
#include "tambour-roadmap.h"

G_BEGIN_DECLS

/**
 * TambourContinuity:
 * @klass: what its items become
 * @match: whose items are whose
 * @waiting: external id → entry of the inbox
 * @state: how far it has come
 * @written: what was counted of the pages that are written
 * @noted: (nullable): what stays noted of the last run, if this is none
 * @change: what the page has changed so far
 * @page: external id → the record that it became, of this page
 * @entries: what joins the inbox with this page
 * @dropped: external ids of what leaves it
 * @contacts: account id → folded address → contact id
 * @people: folded name, address or sign-in → the id of one of us; "" of several
 * @told: what a person should hear of, a sentence each
 * @number: by which all of it can be undone; 0 before the first change
 * @brings_back: whether what was removed here comes back
 */
struct _TambourContinuity
{
  TambourStore          *store;
  TambourConnector      *connector;
  TambourRecordClass    *klass;
  char                  *author;
  char                  *label;
  GCancellable          *cancellable;
  TambourAccountMatch   *match;
  GHashTable            *waiting;
  TambourConnectorState *state;
  TambourConnectCounts   written;
  TambourConnectorState *noted;
  TambourChange         *change;
  GHashTable            *page;
  GPtrArray             *entries;
  GPtrArray             *dropped;
  GHashTable            *contacts;
  GHashTable            *people;
  GStrvBuilder          *told;
  GStrv                  all_told;
  guint                  n_told;
  gint64                 number;
  gboolean               brings_back;
};

char       *tambour_continuity_dup_id             (TambourContinuity   *self,
                                                   TambourRecordClass  *klass,
                                                   const char          *external_id,
                                                   TambourInstant       at);
gboolean    tambour_continuity_find               (TambourContinuity   *self,
                                                   TambourRecordClass  *klass,
                                                   const char          *external_id,
                                                   const char          *id,
                                                   TambourRecord      **found,
                                                   GError             **error);
void        tambour_continuity_tell               (TambourContinuity   *self,
                                                   char                *sentence);
void        tambour_continuity_tell_kept          (TambourContinuity   *self,
                                                   TambourRecord       *record,
                                                   GPtrArray           *kept);
void        tambour_continuity_put                (TambourContinuity   *self,
                                                   TambourRecord       *stored,
                                                   TambourRecord       *record,
                                                   gboolean             has_events);

gboolean    tambour_continuity_find_contact       (TambourContinuity   *self,
                                                   TambourPortalItem   *item,
                                                   const char          *account_id,
                                                   char               **contact_id,
                                                   GError             **error);
void        tambour_continuity_bring_back_contact (TambourContinuity   *self,
                                                   const char          *contact_id);
const char *tambour_continuity_find_person        (TambourContinuity   *self,
                                                   const char          *name);

gboolean    tambour_continuity_take_case          (TambourContinuity   *self,
                                                   TambourPortalItem   *item,
                                                   TambourRecord       *stored,
                                                   const char          *account_id,
                                                   GError             **error);
gboolean    tambour_continuity_take_request       (TambourContinuity   *self,
                                                   TambourPortalItem   *item,
                                                   GError             **error);

G_END_DECLS
