/* tambour-template-versions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit.h"
#include "tambour-change.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourTemplateVersion:
 * @n_items: how many questions it has
 * @n_added: how many of them the version before it did not have
 * @n_removed: how many that one had, and this has not
 * @n_changed: how many mean something else than there, or more
 * @n_audits: how many audits go by it
 *
 * A version of a checklist, and what is new in it.
 */
typedef struct
{
  TambourAuditTemplate *record;
  guint                 n_items;
  guint                 n_added;
  guint                 n_removed;
  guint                 n_changed;
  guint                 n_audits;
} TambourTemplateVersion;

GPtrArray *tambour_template_versions_load (TambourStore          *store,
                                           const char            *template_id,
                                           GCancellable          *cancellable,
                                           GError               **error);

GPtrArray *tambour_template_list_items    (TambourStore          *store,
                                           const char            *template_id,
                                           GError               **error);
char      *tambour_template_next_version  (const char            *version);
GPtrArray *tambour_template_new_version   (TambourAuditTemplate  *old,
                                           GPtrArray             *stored,
                                           GPtrArray             *wanted);
gboolean   tambour_template_publish       (TambourStore          *store,
                                           const char            *template_id,
                                           GPtrArray             *wanted,
                                           TambourChange         *change,
                                           char                 **new_id,
                                           GError               **error);
gboolean   tambour_template_check_used    (TambourStore          *store,
                                           TambourRecord         *item,
                                           GError               **error);

G_END_DECLS
