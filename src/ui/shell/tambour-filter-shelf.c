/* tambour-filter-shelf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-filter-shelf.h"
#include "tambour-portfolio-private.h"

/**
 * TambourFilterShelf:
 *
 * The filters that the person who works with a portfolio has saved for one of its
 * lists: read once, the same for all windows, and written off the main loop, one
 * write after the other.
 */
struct _TambourFilterShelf
{
  GObject              parent_instance;

  TambourPortfolio    *portfolio;   /* which owns it */
  TambourStore        *store;
  char                *key;
  TambourSavedFilters *filters;     /* none until they are read */
  gboolean             is_writing;
  gboolean             is_dirty;
};

G_DEFINE_FINAL_TYPE (TambourFilterShelf, tambour_filter_shelf, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tambour_filter_shelf_finalize (GObject *object)
{
  TambourFilterShelf *self = TAMBOUR_FILTER_SHELF (object);

  g_clear_weak_pointer (&self->portfolio);
  g_clear_object (&self->store);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->filters, tambour_saved_filters_free);

  G_OBJECT_CLASS (tambour_filter_shelf_parent_class)->finalize (object);
}

static void
tambour_filter_shelf_class_init (TambourFilterShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_filter_shelf_finalize;

  /**
   * TambourFilterShelf::changed:
   *
   * They were read, or are others now.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TambourFilterShelf::failed:
   * @error: why they could not be written
   */
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tambour_filter_shelf_init (TambourFilterShelf *self)
{
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  TambourFilterShelf *self = source;

  g_task_return_pointer (task, tambour_store_dup_setting (self->store, self->key), g_free);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  TambourFilterShelf *self = TAMBOUR_FILTER_SHELF (source);
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  self->filters = tambour_saved_filters_unpack (text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static TambourFilterShelf *
shelf_new (TambourPortfolio *portfolio,
           const char       *key)
{
  TambourFilterShelf *self = g_object_new (TAMBOUR_TYPE_FILTER_SHELF, NULL);
  g_autoptr(GTask) task = g_task_new (self, NULL, read_cb, NULL);

  g_set_weak_pointer (&self->portfolio, portfolio);
  self->store = g_object_ref (tambour_portfolio_get_store (portfolio));
  self->key = g_strdup (key);
  g_task_set_source_tag (task, shelf_new);
  g_task_run_in_thread (task, read_thread);

  return self;
}

/**
 * tambour_filter_shelf_get:
 * @portfolio: a portfolio
 * @list: which of its lists
 *
 * Returns: (transfer none): what keeps the filters that its person has for it
 */
TambourFilterShelf *
tambour_filter_shelf_get (TambourPortfolio *portfolio,
                          const char       *list)
{
  g_autofree char *key = tambour_saved_filters_dup_key (list, tambour_portfolio_get_me (portfolio));
  TambourFilterShelf *self = g_object_get_data (G_OBJECT (portfolio), key);

  if (self == NULL)
    {
      self = shelf_new (portfolio, key);
      g_object_set_data_full (G_OBJECT (portfolio), key, self, g_object_unref);
    }

  return self;
}

/**
 * tambour_filter_shelf_get_filters:
 * @self: a shelf
 *
 * Returns: (transfer none) (nullable): the filters, once they are read; whoever
 *   changes them calls tambour_filter_shelf_save()
 */
TambourSavedFilters *
tambour_filter_shelf_get_filters (TambourFilterShelf *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FILTER_SHELF (self), NULL);

  return self->filters;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  TambourFilterShelf *self = source;
  GError *error = NULL;

  if (tambour_store_set_setting (self->store, self->key, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void write_now (TambourFilterShelf *self);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TambourFilterShelf *self = TAMBOUR_FILTER_SHELF (source);
  g_autoptr(GError) error = NULL;

  self->is_writing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[FAILED], 0, error);
  else if (self->is_dirty)
    write_now (self);
}

static void
write_now (TambourFilterShelf *self)
{
  g_autoptr(GTask) task = NULL;

  self->is_dirty = self->is_writing;
  if (self->is_writing)
    return;

  self->is_writing = TRUE;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, write_now);
  g_task_set_task_data (task, tambour_saved_filters_pack (self->filters), g_free);
  if (self->portfolio != NULL)
    tambour_portfolio_begin_write (self->portfolio, task);
  g_task_run_in_thread (task, write_thread);
}

/**
 * tambour_filter_shelf_save:
 * @self: a shelf whose filters have changed
 */
void
tambour_filter_shelf_save (TambourFilterShelf *self)
{
  g_return_if_fail (TAMBOUR_IS_FILTER_SHELF (self));

  write_now (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tambour_filter_shelf_choose:
 * @self: a shelf that is read
 * @name: (nullable): the filter that is used, and will be the next time
 */
void
tambour_filter_shelf_choose (TambourFilterShelf *self,
                             const char         *name)
{
  g_return_if_fail (TAMBOUR_IS_FILTER_SHELF (self));

  if (g_set_str (&self->filters->chosen, name))
    write_now (self);
}
