/* tambour-linking.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-links.h"
#include "tambour-store.h"

G_BEGIN_DECLS

TambourRecord *tambour_linking_find   (TambourStore     *store,
                                       const char       *account_id,
                                       TambourLinkKind   kind,
                                       const char       *target,
                                       GCancellable     *cancellable,
                                       GError          **error);
GPtrArray     *tambour_linking_notes  (TambourStore     *store,
                                       const char       *account_id,
                                       TambourLinkKind   kind,
                                       const char       *target,
                                       guint             limit,
                                       GCancellable     *cancellable,
                                       GError          **error);
GPtrArray     *tambour_linking_all    (TambourStore     *store,
                                       const char       *account_id,
                                       TambourLinkKind   kind,
                                       const char       *target,
                                       guint             limit,
                                       GCancellable     *cancellable,
                                       GError          **error);
GPtrArray     *tambour_linking_from   (TambourStore     *store,
                                       TambourRecord    *record,
                                       GHashTable       *others,
                                       GCancellable     *cancellable,
                                       GError          **error);
gboolean       tambour_linking_rename (TambourStore     *store,
                                       TambourRecord    *record,
                                       const char       *title,
                                       TambourChange    *change,
                                       GError          **error);

G_END_DECLS
