/* tambour-draft-keeper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-draft-keeper.h"

/* One write a second at most; a pause in typing is written sooner. */
#define MILLISECONDS_BETWEEN 950
#define MILLISECONDS_OF_REST 300

/* When a full disk is tried again. */
#define MILLISECONDS_TO_RETRY 5000

/**
 * TambourDraftKeeper:
 *
 * Keeps what is typed in the forms of a portfolio: in memory at once, in its file
 * within a second, so that neither a crash nor a full disk loses it.
 */
struct _TambourDraftKeeper
{
  GObject       parent_instance;

  TambourStore *store;
  GHashTable   *kept;     /* key → Kept */
};

/* What is to be kept under one key. It stays in memory until the file says the same. */
typedef struct
{
  TambourDraftKeeper *keeper;  /* owns this */
  char               *key;
  char               *text;    /* NULL: to be forgotten */
  GError             *error;   /* why the last write failed */
  gint64              written_at;
  guint               timer;
  gboolean            is_dirty;
  gboolean            is_writing;
} Kept;

G_DEFINE_FINAL_TYPE (TambourDraftKeeper, tambour_draft_keeper, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
kept_free (Kept *kept)
{
  g_clear_handle_id (&kept->timer, g_source_remove);
  g_clear_pointer (&kept->key, g_free);
  g_clear_pointer (&kept->text, g_free);
  g_clear_error (&kept->error);
  g_free (kept);
}

static void schedule (Kept *kept,
                      guint milliseconds);

/* A write on its way; what is typed meanwhile does not touch it. */
typedef struct
{
  TambourStore *store;
  char         *key;
  char         *text;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->store);
  g_clear_pointer (&writing->key, g_free);
  g_clear_pointer (&writing->text, g_free);
  g_free (writing);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;

  if (tambour_store_set_setting (writing->store, writing->key, writing->text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TambourDraftKeeper *self = TAMBOUR_DRAFT_KEEPER (source);
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  Kept *kept = g_hash_table_lookup (self->kept, writing->key);

  if (kept == NULL)
    return;

  kept->is_writing = FALSE;
  g_clear_error (&kept->error);
  if (!g_task_propagate_boolean (G_TASK (result), &kept->error))
    {
      kept->is_dirty = TRUE;
      schedule (kept, MILLISECONDS_TO_RETRY);
    }
  else if (kept->is_dirty)
    schedule (kept, MILLISECONDS_OF_REST);
  else
    g_hash_table_remove (self->kept, writing->key);

  g_signal_emit (self, signals[CHANGED], 0, writing->key);
}

static void
write_now (Kept *kept)
{
  Writing *writing = g_new0 (Writing, 1);
  g_autoptr(GTask) task = g_task_new (kept->keeper, NULL, written_cb, NULL);

  g_clear_handle_id (&kept->timer, g_source_remove);
  kept->is_dirty = FALSE;
  kept->is_writing = TRUE;
  kept->written_at = g_get_monotonic_time ();

  writing->store = g_object_ref (kept->keeper->store);
  writing->key = g_strdup (kept->key);
  writing->text = g_strdup (kept->text);
  g_task_set_source_tag (task, write_now);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_thread);
}

static gboolean
timer_cb (gpointer data)
{
  Kept *kept = data;

  kept->timer = 0;
  write_now (kept);

  return G_SOURCE_REMOVE;
}

/* Somebody who goes on typing does not put it off. */
static void
schedule (Kept  *kept,
          guint  milliseconds)
{
  gint64 since = (g_get_monotonic_time () - kept->written_at) / 1000;

  if (kept->is_writing || kept->timer > 0)
    return;

  if (kept->written_at > 0 && since < MILLISECONDS_BETWEEN)
    milliseconds = MAX (milliseconds, (guint) (MILLISECONDS_BETWEEN - since));

  kept->timer = g_timeout_add (milliseconds, timer_cb, kept);
}

static Kept *
ensure_kept (TambourDraftKeeper *self,
             const char         *key)
{
  Kept *kept = g_hash_table_lookup (self->kept, key);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      kept->keeper = self;
      kept->key = g_strdup (key);
      g_hash_table_insert (self->kept, kept->key, kept);
    }

  return kept;
}

static void
tambour_draft_keeper_finalize (GObject *object)
{
  TambourDraftKeeper *self = TAMBOUR_DRAFT_KEEPER (object);

  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tambour_draft_keeper_parent_class)->finalize (object);
}

static void
tambour_draft_keeper_class_init (TambourDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_draft_keeper_finalize;

  /**
   * TambourDraftKeeper::changed:
   * @self: the keeper
   * @key: of a draft
   *
   * The draft is in the file now, or could not be written, or is gone.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tambour_draft_keeper_init (TambourDraftKeeper *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kept_free);
}

/**
 * tambour_draft_keeper_get:
 * @portfolio: a portfolio
 *
 * Returns: (transfer none): what keeps its drafts, for all its windows
 */
TambourDraftKeeper *
tambour_draft_keeper_get (TambourPortfolio *portfolio)
{
  TambourDraftKeeper *self = g_object_get_data (G_OBJECT (portfolio), "tambour-draft-keeper");

  if (self == NULL)
    {
      self = g_object_new (TAMBOUR_TYPE_DRAFT_KEEPER, NULL);
      self->store = g_object_ref (tambour_portfolio_get_store (portfolio));
      g_object_set_data_full (G_OBJECT (portfolio), "tambour-draft-keeper", self, g_object_unref);
    }

  return self;
}

/**
 * tambour_draft_keeper_keep:
 * @self: a keeper
 * @draft: what is typed
 */
void
tambour_draft_keeper_keep (TambourDraftKeeper *self,
                           const TambourDraft *draft)
{
  Kept *kept;

  g_return_if_fail (TAMBOUR_IS_DRAFT_KEEPER (self));

  kept = ensure_kept (self, draft->key);
  g_clear_pointer (&kept->text, g_free);
  kept->text = tambour_draft_pack (draft);
  kept->is_dirty = TRUE;
  schedule (kept, MILLISECONDS_OF_REST);
}

/**
 * tambour_draft_keeper_discard:
 * @self: a keeper
 * @key: of a draft, if there is one
 *
 * What was typed is saved, or not wanted.
 */
void
tambour_draft_keeper_discard (TambourDraftKeeper *self,
                              const char         *key)
{
  Kept *kept;

  g_return_if_fail (TAMBOUR_IS_DRAFT_KEEPER (self));

  kept = ensure_kept (self, key);
  g_clear_pointer (&kept->text, g_free);
  if (kept->is_writing)
    kept->is_dirty = TRUE;
  else
    write_now (kept);
  g_signal_emit (self, signals[CHANGED], 0, key);
}

/**
 * tambour_draft_keeper_dup:
 * @self: a keeper
 * @key: of a draft
 * @is_known: (out): whether that is certain; otherwise the file says it
 *
 * Returns: (transfer full) (nullable): the draft as it is in memory
 */
TambourDraft *
tambour_draft_keeper_dup (TambourDraftKeeper *self,
                          const char         *key,
                          gboolean           *is_known)
{
  const Kept *kept;

  g_return_val_if_fail (TAMBOUR_IS_DRAFT_KEEPER (self), NULL);

  kept = g_hash_table_lookup (self->kept, key);
  *is_known = kept != NULL;

  return kept != NULL && kept->text != NULL ? tambour_draft_unpack (key, kept->text) : NULL;
}

/**
 * tambour_draft_keeper_merge:
 * @self: a keeper
 * @stored: (element-type TambourDraft): the drafts that are in the file
 *
 * Returns: (transfer full) (element-type TambourDraft): the drafts that there are
 */
GPtrArray *
tambour_draft_keeper_merge (TambourDraftKeeper *self,
                            GPtrArray          *stored)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_draft_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Kept *kept = value;
      TambourDraft *draft = kept->text ? tambour_draft_unpack (kept->key, kept->text) : NULL;

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }

  while (stored->len > 0)
    {
      TambourDraft *draft = g_ptr_array_steal_index (stored, 0);

      if (g_hash_table_contains (self->kept, draft->key))
        tambour_draft_free (draft);
      else
        g_ptr_array_add (drafts, draft);
    }

  return drafts;
}

/**
 * tambour_draft_keeper_is_safe:
 * @self: a keeper
 * @key: of a draft
 *
 * Returns: whether the file says what was typed last
 */
gboolean
tambour_draft_keeper_is_safe (TambourDraftKeeper *self,
                              const char         *key)
{
  g_return_val_if_fail (TAMBOUR_IS_DRAFT_KEEPER (self), FALSE);

  return !g_hash_table_contains (self->kept, key);
}

/**
 * tambour_draft_keeper_get_error:
 * @self: a keeper
 * @key: of a draft
 *
 * Returns: (transfer none) (nullable): why the file does not say it
 */
const GError *
tambour_draft_keeper_get_error (TambourDraftKeeper *self,
                                const char         *key)
{
  const Kept *kept;

  g_return_val_if_fail (TAMBOUR_IS_DRAFT_KEEPER (self), NULL);

  kept = g_hash_table_lookup (self->kept, key);

  return kept ? kept->error : NULL;
}

/**
 * tambour_draft_keeper_hurry:
 * @self: a keeper
 * @key: of a draft
 *
 * Has it written at once: nobody types in it any more.
 */
void
tambour_draft_keeper_hurry (TambourDraftKeeper *self,
                            const char         *key)
{
  Kept *kept;

  g_return_if_fail (TAMBOUR_IS_DRAFT_KEEPER (self));

  kept = g_hash_table_lookup (self->kept, key);
  if (kept != NULL && kept->timer > 0)
    write_now (kept);
}

/**
 * tambour_draft_keeper_flush:
 * @self: a keeper
 *
 * Has everything written that is not yet; for a window that closes, which waits
 * for it.
 */
void
tambour_draft_keeper_flush (TambourDraftKeeper *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (TAMBOUR_IS_DRAFT_KEEPER (self));

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Kept *kept = value;

      if (!kept->is_dirty && !kept->is_writing)
        continue;

      g_clear_handle_id (&kept->timer, g_source_remove);
      kept->is_dirty = !tambour_store_set_setting (self->store, kept->key, kept->text, NULL);
    }
}
