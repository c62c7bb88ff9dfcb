/* tambour-store.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-query.h"
#include "tambour-record.h"

G_BEGIN_DECLS

#define TAMBOUR_STORE_ERROR (tambour_store_error_quark ())

/**
 * TambourStoreError:
 * @TAMBOUR_STORE_ERROR_NOT_FOUND: no such record, or no such file
 * @TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO: the file is something else
 * @TAMBOUR_STORE_ERROR_NEWER: written by a newer version that this one must not touch
 * @TAMBOUR_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @TAMBOUR_STORE_ERROR_FULL: the disk is full; nothing of the change was kept
 * @TAMBOUR_STORE_ERROR_BUSY: another process held the file for too long
 * @TAMBOUR_STORE_ERROR_DAMAGED: the file is damaged
 * @TAMBOUR_STORE_ERROR_REFUSED: a rule of the records forbids the change
 * @TAMBOUR_STORE_ERROR_EXISTS: the file exists already
 * @TAMBOUR_STORE_ERROR_QUERY: an expression that cannot be understood
 * @TAMBOUR_STORE_ERROR_FAILED: SQLite failed in another way
 */
typedef enum
{
  TAMBOUR_STORE_ERROR_NOT_FOUND,
  TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO,
  TAMBOUR_STORE_ERROR_NEWER,
  TAMBOUR_STORE_ERROR_READ_ONLY,
  TAMBOUR_STORE_ERROR_FULL,
  TAMBOUR_STORE_ERROR_BUSY,
  TAMBOUR_STORE_ERROR_DAMAGED,
  TAMBOUR_STORE_ERROR_REFUSED,
  TAMBOUR_STORE_ERROR_EXISTS,
  TAMBOUR_STORE_ERROR_QUERY,
  TAMBOUR_STORE_ERROR_FAILED,
} TambourStoreError;

GQuark tambour_store_error_quark (void);

/**
 * TambourStoreFlags:
 * @TAMBOUR_STORE_CREATE: make the file; it must not exist
 * @TAMBOUR_STORE_READ_ONLY: never write, not even to migrate
 * @TAMBOUR_STORE_IMPATIENT: somebody waits: do not wait long for another process
 *   that holds the file while it is opened
 */
typedef enum
{
  TAMBOUR_STORE_OPEN      = 0,
  TAMBOUR_STORE_CREATE    = 1 << 0,
  TAMBOUR_STORE_READ_ONLY = 1 << 1,
  TAMBOUR_STORE_IMPATIENT = 1 << 2,
} TambourStoreFlags;

/**
 * TambourHit:
 *
 * One record that a search found. The title and snippet are plain text; the
 * spans say which bytes of the snippet matched.
 */
typedef struct
{
  TambourRecordClass *klass;
  char               *id;
  char               *account_id;
  char               *title;
  char               *snippet;
  GArray             *spans;  /* pairs of guint: start and end byte in the snippet */
  double              score;
} TambourHit;

void tambour_hit_free (TambourHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourHit, tambour_hit_free)

/**
 * TambourHistoryEntry:
 *
 * One line of a record's history: who changed which fields when, and what they
 * said before.
 */
typedef struct
{
  gint64          change;   /* the change number: grows by one for every commit */
  TambourInstant  at;
  char           *by;
  char           *label;    /* what the person did, such as "Import cases" */
  char           *action;   /* created, changed, removed, restored */
  JsonObject     *before;   /* (nullable): field name -> old value as JSON */
} TambourHistoryEntry;

void tambour_history_entry_free (TambourHistoryEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourHistoryEntry, tambour_history_entry_free)

#define TAMBOUR_TYPE_STORE (tambour_store_get_type ())
G_DECLARE_FINAL_TYPE (TambourStore, tambour_store, TAMBOUR, STORE, GObject)

/* Every function below blocks and may be called from any thread. */
TambourStore  *tambour_store_open          (const char          *path,
                                            TambourStoreFlags    flags,
                                            GError             **error);
void           tambour_store_close         (TambourStore        *self);
gint64         tambour_store_read_format   (const char          *path,
                                            gint64              *known);
const char    *tambour_store_get_path      (TambourStore        *self);
char          *tambour_store_dup_setting   (TambourStore        *self,
                                            const char          *name);
GStrv          tambour_store_list_settings (TambourStore        *self,
                                            const char          *prefix,
                                            GError             **error);
gboolean       tambour_store_set_setting   (TambourStore        *self,
                                            const char          *name,
                                            const char          *value,
                                            GError             **error);

gboolean       tambour_store_commit        (TambourStore        *self,
                                            TambourChange       *change,
                                            GError             **error);
gboolean       tambour_store_undo          (TambourStore        *self,
                                            gint64               number,
                                            const char          *author,
                                            gint64              *by,
                                            GError             **error);

gboolean       tambour_store_purge         (TambourStore        *self,
                                            TambourRecord       *record,
                                            const char          *placeholder,
                                            const char          *author,
                                            GError             **error);

TambourRecord *tambour_store_get           (TambourStore        *self,
                                            TambourRecordClass  *klass,
                                            const char          *id,
                                            GError             **error);
TambourRecord *tambour_store_get_removed   (TambourStore        *self,
                                            TambourRecordClass  *klass,
                                            const char          *id,
                                            GError             **error);
TambourRecord *tambour_store_find          (TambourStore        *self,
                                            const char          *id,
                                            GError             **error);
TambourRecord *tambour_store_get_external  (TambourStore        *self,
                                            TambourRecordClass  *klass,
                                            const char          *system,
                                            const char          *external_id,
                                            GError             **error);
GPtrArray     *tambour_store_list          (TambourStore        *self,
                                            TambourQuery        *query,
                                            GCancellable        *cancellable,
                                            GError             **error);
gint64         tambour_store_count         (TambourStore        *self,
                                            TambourQuery        *query,
                                            GError             **error);

/* As much as one file may have: what is larger belongs elsewhere. */
#define TAMBOUR_STORE_MOST_CONTENT (50 * 1000 * 1000)

/* Settings that begin so keep what was typed of a record and not saved: its id follows, or
 * “:new:” if there is no record yet.
 */
#define TAMBOUR_STORE_DRAFTS "draft:"

gboolean tambour_store_put_content     (TambourStore  *self,
                                        GBytes        *bytes,
                                        char         **hash,
                                        GError       **error);
gboolean tambour_store_receive_content (TambourStore  *self,
                                        const char    *hash,
                                        GBytes        *bytes,
                                        GError       **error);
gboolean tambour_store_has_content     (TambourStore  *self,
                                        const char    *hash);
GBytes  *tambour_store_read_content    (TambourStore  *self,
                                        const char    *hash,
                                        GError       **error);

/**
 * TambourRecordFunc:
 * @record: (transfer none): a record
 * @user_data: what tambour_store_each() was given
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*TambourRecordFunc) (TambourRecord *record,
                                       gpointer       user_data);

/**
 * TambourHistoryFunc:
 * @record: (transfer none): a record
 * @history: (transfer none) (element-type TambourHistoryEntry): what happened to
 *   it, oldest first
 * @user_data: what tambour_store_each_history() was given
 */
typedef void (*TambourHistoryFunc) (TambourRecord *record,
                                    GPtrArray     *history,
                                    gpointer       user_data);

gboolean tambour_store_each (TambourStore       *self,
                             TambourQuery       *query,
                             TambourRecordFunc   func,
                             gpointer            user_data,
                             GCancellable       *cancellable,
                             GError            **error);

/**
 * TambourValue:
 * @text: (nullable): what is stored, as text, until the function returns
 * @number: of a number, what it is; %TAMBOUR_NO_NUMBER if it is not stated
 *
 * What a record says in a field.
 */
typedef struct
{
  const char *text;
  double      number;
} TambourValue;

/**
 * TambourValuesFunc:
 * @values: (transfer none): what a record says in the fields that were asked for
 * @user_data: what tambour_store_each_values() was given
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*TambourValuesFunc) (const TambourValue *values,
                                       gpointer            user_data);

gboolean tambour_store_each_values (TambourStore        *self,
                                    TambourQuery        *query,
                                    const char * const  *fields,
                                    TambourValuesFunc    func,
                                    gpointer             user_data,
                                    GCancellable        *cancellable,
                                    GError             **error);

/**
 * TambourTally:
 * @values: what the records say in the fields that were asked for
 * @count: how many records say so
 */
typedef struct
{
  GStrv  values;
  gint64 count;
} TambourTally;

void tambour_tally_free (TambourTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTally, tambour_tally_free)

GPtrArray     *tambour_store_tally            (TambourStore        *self,
                                               TambourQuery        *query,
                                               const char * const  *fields,
                                               GCancellable        *cancellable,
                                               GError             **error);

GPtrArray     *tambour_store_search           (TambourStore        *self,
                                               const char          *text,
                                               guint                limit,
                                               GCancellable        *cancellable,
                                               GError             **error);
GPtrArray     *tambour_store_history          (TambourStore        *self,
                                               const char          *id,
                                               GError             **error);
GPtrArray     *tambour_store_history_of       (TambourStore        *self,
                                               TambourRecord       *record,
                                               GError             **error);
gboolean       tambour_store_each_history     (TambourStore        *self,
                                               GPtrArray           *records,
                                               TambourHistoryFunc   func,
                                               gpointer             user_data,
                                               GCancellable        *cancellable,
                                               GError             **error);
gint64         tambour_store_last_change      (TambourStore        *self);
TambourInstant tambour_store_last_change_time (TambourStore        *self);

GPtrArray     *tambour_store_check            (TambourStore        *self,
                                               gboolean             repair,
                                               GError             **error);
gboolean       tambour_store_backup           (TambourStore        *self,
                                               const char          *path,
                                               GCancellable        *cancellable,
                                               GError             **error);
gboolean       tambour_store_restore          (const char          *backup,
                                               const char          *path,
                                               GCancellable        *cancellable,
                                               GError             **error);

/* The same on a thread, for the main loop. */
void       tambour_store_commit_async  (TambourStore         *self,
                                        TambourChange        *change,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean   tambour_store_commit_finish (TambourStore         *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void       tambour_store_search_async  (TambourStore         *self,
                                        const char           *text,
                                        guint                 limit,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *tambour_store_search_finish (TambourStore         *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void       tambour_store_list_async    (TambourStore         *self,
                                        TambourQuery         *query,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *tambour_store_list_finish   (TambourStore         *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
