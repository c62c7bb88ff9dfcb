/* tambour-couch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-received.h"
#include "tambour-session.h"

G_BEGIN_DECLS

/**
 * TambourCouchInfo:
 * @update_seq: how far the database has come
 * @purge_seq: (nullable): how often something was purged, if the server says
 * @n_documents: how many documents there are, if the server says, else -1
 *
 * What a database says of itself.
 */
typedef struct
{
  char   *update_seq;
  char   *purge_seq;
  gint64  n_documents;
} TambourCouchInfo;

void tambour_couch_info_free (TambourCouchInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCouchInfo, tambour_couch_info_free)

/**
 * TambourCouchRow:
 * @id: of a document
 * @revs: its leaves
 *
 * A document that has changed.
 */
typedef struct
{
  char  *id;
  GStrv  revs;
} TambourCouchRow;

/**
 * TambourCouchChanges:
 * @rows: (element-type TambourCouchRow): what has changed
 * @last_seq: the place after the last of @rows, to go on from
 * @pending: how many come after these, if the server says, else -1
 *
 * A page of the feed of changes.
 */
typedef struct
{
  GPtrArray *rows;
  char      *last_seq;
  gint64     pending;
} TambourCouchChanges;

void tambour_couch_changes_free (TambourCouchChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCouchChanges, tambour_couch_changes_free)

/**
 * TambourCouchLeaf:
 * @id: of a document
 * @rev: (nullable): the leaf; %NULL if the server did not say which
 * @received: (nullable): what it says; %NULL with @failure
 * @failure: (nullable): why it could not be had
 * @is_gone: whether it could not be had because the server has it no longer
 *
 * One leaf of a document's tree.
 */
typedef struct
{
  char            *id;
  char            *rev;
  TambourReceived *received;
  char            *failure;
  gboolean         is_gone;
} TambourCouchLeaf;

void tambour_couch_leaf_free (TambourCouchLeaf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCouchLeaf, tambour_couch_leaf_free)

/**
 * TambourCouchRefusal:
 * @id: of a document
 * @is_final: whether the server will refuse it again, as it is
 * @is_too_large: whether it is refused for nothing but its size
 * @why: what the server said
 *
 * A document that the server did not take.
 */
typedef struct
{
  char     *id;
  gboolean  is_final;
  gboolean  is_too_large;
  char     *why;
} TambourCouchRefusal;

void tambour_couch_refusal_free (TambourCouchRefusal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCouchRefusal, tambour_couch_refusal_free)

typedef struct _TambourCouch     TambourCouch;
typedef struct _TambourCouchCall TambourCouchCall;

TambourCouch *tambour_couch_new  (TambourSession *session,
                                  GCancellable   *cancellable);
void          tambour_couch_free (TambourCouch   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCouch, tambour_couch_free)

/* A call is under way from when it begins, several at once, on the context of the
 * thread that made the session; ending it waits for its answer.
 */
gboolean tambour_couch_call_is_done (TambourCouchCall *call);
void     tambour_couch_call_free    (TambourCouchCall *call);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCouchCall, tambour_couch_call_free)

void                 tambour_couch_wait               (TambourCouch           *self);
void                 tambour_couch_keep_going         (TambourCouch           *self);

TambourCouchCall    *tambour_couch_begin_changes      (TambourCouch           *self,
                                                       const char             *since,
                                                       guint                   limit,
                                                       gboolean                is_patient);
TambourCouchChanges *tambour_couch_end_changes        (TambourCouchCall       *call,
                                                       GError                **error);

TambourCouchCall    *tambour_couch_begin_bulk_get     (TambourCouch           *self,
                                                       GPtrArray              *rows);
GPtrArray           *tambour_couch_end_bulk_get       (TambourCouchCall       *call,
                                                       gsize                  *size,
                                                       GError                **error);
TambourCouchCall    *tambour_couch_begin_leaves       (TambourCouch           *self,
                                                       const TambourCouchRow  *row,
                                                       gboolean                is_latest);
GPtrArray           *tambour_couch_end_leaves         (TambourCouchCall       *call,
                                                       GError                **error);
gboolean             tambour_couch_lacks_bulk_get     (const GError           *error);

TambourCouchCall    *tambour_couch_begin_diff         (TambourCouch           *self,
                                                       GPtrArray              *rows);
GHashTable          *tambour_couch_end_diff           (TambourCouchCall       *call,
                                                       GError                **error);

TambourCouchCall    *tambour_couch_begin_docs         (TambourCouch           *self,
                                                       GBytes                 *documents);
GPtrArray           *tambour_couch_end_docs           (TambourCouchCall       *call,
                                                       GError                **error);
GPtrArray           *tambour_couch_list_refusals      (const GError           *error);
gboolean             tambour_couch_is_about_one       (const GError           *error);

TambourCouchInfo    *tambour_couch_get_info           (TambourCouch           *self,
                                                       GError                **error);
GHashTable          *tambour_couch_list_erased        (TambourCouch           *self,
                                                       GError                **error);
gboolean             tambour_couch_get_local          (TambourCouch           *self,
                                                       const char             *name,
                                                       JsonObject            **document,
                                                       GError                **error);
TambourCouchCall    *tambour_couch_begin_put_local    (TambourCouch           *self,
                                                       const char             *name,
                                                       JsonObject             *document);
gboolean             tambour_couch_end_put_local      (TambourCouchCall       *call,
                                                       JsonObject             *document,
                                                       GError                **error);
GBytes              *tambour_couch_get_attachment     (TambourCouch           *self,
                                                       const char             *id,
                                                       const char             *name,
                                                       GError                **error);
gboolean             tambour_couch_put_parts          (TambourCouch           *self,
                                                       const char             *id,
                                                       const char             *document,
                                                       const char * const     *names,
                                                       GPtrArray              *contents,
                                                       GError                **error);
gint64               tambour_couch_measure_attachment (TambourCouch           *self,
                                                       const char             *id,
                                                       const char             *name);

G_END_DECLS
