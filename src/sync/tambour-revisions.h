/* tambour-revisions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TambourRevisions:
 *
 * The revisions of a document, as far as anybody has told: a tree, or several
 * where old ones were forgotten. A revision is written `3-2f1e…`: its generation
 * and a hash of what it says.
 */
typedef struct _TambourRevisions TambourRevisions;

TambourRevisions *tambour_revisions_new   (void);
TambourRevisions *tambour_revisions_parse (const char        *text,
                                           GError           **error);
void              tambour_revisions_free  (TambourRevisions  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRevisions, tambour_revisions_free)

char       *tambour_revisions_dup_text     (TambourRevisions   *self);
gboolean    tambour_revisions_add          (TambourRevisions   *self,
                                            const char * const *path,
                                            gboolean            is_deleted);
void        tambour_revisions_set_merged   (TambourRevisions   *self,
                                            const char         *rev,
                                            const char         *into);
const char *tambour_revisions_get_merged   (TambourRevisions   *self,
                                            const char         *rev);
gboolean    tambour_revisions_has          (TambourRevisions   *self,
                                            const char         *rev);
gboolean    tambour_revisions_is_deleted   (TambourRevisions   *self,
                                            const char         *rev);
gboolean    tambour_revisions_is_leaf      (TambourRevisions   *self,
                                            const char         *rev);
GStrv       tambour_revisions_list_leaves  (TambourRevisions   *self);
const char *tambour_revisions_get_winner   (TambourRevisions   *self,
                                            gboolean           *is_deleted);
GStrv       tambour_revisions_dup_path     (TambourRevisions   *self,
                                            const char         *rev);
const char *tambour_revisions_get_ancestor (TambourRevisions   *self,
                                            const char         *a,
                                            const char         *b);
GStrv       tambour_revisions_stem         (TambourRevisions   *self,
                                            guint               depth);

gboolean    tambour_revision_is_valid      (const char         *rev);
guint64     tambour_revision_get_number    (const char         *rev);
int         tambour_revision_compare       (const char         *a,
                                            const char         *b);

G_END_DECLS
