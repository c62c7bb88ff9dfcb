/* tambour-timeline-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "tambour-timeline-model.h"
#include "tambour-timeline-text.h"
#include "tambour-when.h"

/* How many are read at once, and how many are read anew when something changed. */
#define PAGE_SIZE  60
#define MAX_RELOAD 1200

/**
 * TambourTimelineEntry:
 *
 * Something that happened, as an item of a list model.
 */
struct _TambourTimelineEntry
{
  GObject              parent_instance;

  TambourTimelineItem *item;
  TambourDate          month;
};

G_DEFINE_FINAL_TYPE (TambourTimelineEntry, tambour_timeline_entry, G_TYPE_OBJECT)

static void
tambour_timeline_entry_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_TIMELINE_ENTRY (object)->item, tambour_timeline_item_free);

  G_OBJECT_CLASS (tambour_timeline_entry_parent_class)->finalize (object);
}

static void
tambour_timeline_entry_class_init (TambourTimelineEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_timeline_entry_finalize;
}

static void
tambour_timeline_entry_init (TambourTimelineEntry *self)
{
}

static TambourTimelineEntry *
entry_new (TambourTimelineItem *item,
           GTimeZone           *here)
{
  TambourTimelineEntry *self = g_object_new (TAMBOUR_TYPE_TIMELINE_ENTRY, NULL);
  int year, month, day;

  self->item = item;
  tambour_date_split (tambour_timeline_text_day (item, here), &year, &month, &day);
  self->month = tambour_date_new (year, month, 1);

  return self;
}

/**
 * tambour_timeline_entry_get_item:
 * @self: an entry
 *
 * Returns: (transfer none): what happened
 */
const TambourTimelineItem *
tambour_timeline_entry_get_item (TambourTimelineEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TIMELINE_ENTRY (self), NULL);

  return self->item;
}

/**
 * tambour_timeline_entry_get_month:
 * @self: an entry
 *
 * Returns: the first day of the month in which it happened
 */
TambourDate
tambour_timeline_entry_get_month (TambourTimelineEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TIMELINE_ENTRY (self), (TambourDate) { 0 });

  return self->month;
}

/* Whether two entries say the same. */
static gboolean
is_same (TambourTimelineEntry *a,
         TambourTimelineEntry *b)
{
  const TambourTimelineItem *x = a->item;
  const TambourTimelineItem *y = b->item;

  return x->event == y->event && x->at.seconds == y->at.seconds && g_strcmp0 (x->record->id, y->record->id) == 0 &&
         g_strcmp0 (x->title, y->title) == 0 && g_strcmp0 (x->text, y->text) == 0 && g_strcmp0 (x->names, y->names) == 0 &&
         g_strcmp0 (x->by, y->by) == 0 && g_strcmp0 (x->unit, y->unit) == 0 && x->priority == y->priority &&
         x->channel == y->channel && x->status == y->status && x->minutes == y->minutes && x->actions == y->actions &&
         x->requests == y->requests && x->revision == y->revision && memcmp (&x->value, &y->value, sizeof x->value) == 0 &&
         memcmp (&x->of, &y->of, sizeof x->of) == 0;
}

/**
 * TambourTimelineModel:
 *
 * What happened with an account, newest first, in months, read a page at a time
 * as far back as somebody looks.
 */
struct _TambourTimelineModel
{
  GObject               parent_instance;

  TambourPortfolio     *portfolio;
  char                 *account_id;
  TambourTimelineKinds  kinds;

  GPtrArray            *entries;
  TambourTimelinePlace  place;
  GCancellable         *loading;
  gboolean              is_loaded;
  gboolean              has_ended;
  GError               *error;
};

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
tambour_timeline_model_get_item_type (GListModel *model)
{
  return TAMBOUR_TYPE_TIMELINE_ENTRY;
}

static guint
tambour_timeline_model_get_n_items (GListModel *model)
{
  return TAMBOUR_TIMELINE_MODEL (model)->entries->len;
}

static gpointer
tambour_timeline_model_get_item (GListModel *model,
                                 guint       position)
{
  TambourTimelineModel *self = TAMBOUR_TIMELINE_MODEL (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tambour_timeline_model_get_item_type;
  iface->get_n_items = tambour_timeline_model_get_n_items;
  iface->get_item = tambour_timeline_model_get_item;
}

static guint32
month_at (TambourTimelineModel *self,
          guint                 position)
{
  return TAMBOUR_TIMELINE_ENTRY (g_ptr_array_index (self->entries, position))->month.julian;
}

static void
tambour_timeline_model_get_section (GtkSectionModel *model,
                                    guint            position,
                                    guint           *start,
                                    guint           *end)
{
  TambourTimelineModel *self = TAMBOUR_TIMELINE_MODEL (model);
  guint n = self->entries->len;

  if (position >= n)
    {
      *start = n;
      *end = G_MAXUINT;
      return;
    }

  for (*start = position; *start > 0 && month_at (self, *start - 1) == month_at (self, position); (*start)--)
    ;
  for (*end = position + 1; *end < n && month_at (self, *end) == month_at (self, position); (*end)++)
    ;
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tambour_timeline_model_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourTimelineModel, tambour_timeline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

/* --- reading -------------------------------------------------------------- */

typedef struct
{
  char                 *account_id;
  TambourTimelineKinds  kinds;
  TambourTimelinePlace  place;
  gboolean              from_now;
  guint                 limit;
} Request;

typedef struct
{
  GPtrArray            *items;
  TambourTimelinePlace  place;
  gboolean              from_now;
  gboolean              has_ended;
} Page;

static void
request_free (Request *request)
{
  g_clear_pointer (&request->account_id, g_free);
  g_free (request);
}

static void
page_free (Page *page)
{
  g_clear_pointer (&page->items, g_ptr_array_unref);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static gpointer
load_page (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  Request *request = data;
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(TambourRecord) account = tambour_store_get (store, klass, request->account_id, error);
  TambourTimelinePlace place = request->from_now ? tambour_timeline_place_now (now) : request->place;
  g_autoptr(GPtrArray) items = NULL;
  Page *page;

  if (account == NULL ||
      !(items = tambour_timeline_list (store, TAMBOUR_ACCOUNT (account), request->kinds, &place, request->limit, cancellable, error)))
    return NULL;

  page = g_new0 (Page, 1);
  page->has_ended = items->len < request->limit;
  page->items = g_steal_pointer (&items);
  page->place = place;
  page->from_now = request->from_now;

  return page;
}

/* Takes the items out of @page. */
static GPtrArray *
wrap (Page *page)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (page->items, NULL);
  for (guint i = 0; i < page->items->len; i++)
    g_ptr_array_add (entries, entry_new (g_ptr_array_index (page->items, i), here));

  return entries;
}

/* Shows @entries instead; of what stays the same nothing is said. */
static void
replace_entries (TambourTimelineModel *self,
                 GPtrArray            *entries)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->entries);
  guint most = MIN (old->len, entries->len);
  guint before = 0, behind = 0;

  self->entries = entries;
  while (before < most && is_same (g_ptr_array_index (old, before), g_ptr_array_index (entries, before)))
    before++;
  while (behind < most - before &&
         is_same (g_ptr_array_index (old, old->len - 1 - behind), g_ptr_array_index (entries, entries->len - 1 - behind)))
    behind++;

  if (old->len != before + behind || entries->len != before + behind)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - behind, entries->len - before - behind);
}

static void
append_entries (TambourTimelineModel *self,
                GPtrArray            *entries)
{
  guint position = self->entries->len;

  g_ptr_array_extend_and_steal (self->entries, entries);
  if (self->entries->len > position)
    g_list_model_items_changed (G_LIST_MODEL (self), position, 0, self->entries->len - position);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourTimelineModel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Page) page = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->portfolio == NULL)
    return;

  g_clear_object (&self->loading);
  g_clear_error (&self->error);
  self->is_loaded = TRUE;
  self->error = g_steal_pointer (&error);
  if (page != NULL)
    {
      self->place = page->place;
      self->has_ended = page->has_ended;
      if (page->from_now)
        replace_entries (self, wrap (page));
      else
        append_entries (self, wrap (page));
    }

  g_signal_emit (self, signals[LOADED], 0);
}

static void
request_page (TambourTimelineModel *self,
              gboolean              from_now,
              guint                 limit)
{
  Request *request = g_new0 (Request, 1);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  request->account_id = g_strdup (self->account_id);
  request->kinds = self->kinds;
  request->place = self->place;
  request->from_now = from_now;
  request->limit = limit;
  tambour_portfolio_load_async (self->portfolio, load_page, request, (GDestroyNotify) request_free, (GDestroyNotify) page_free,
                                self->loading, loaded_cb, g_object_ref (self));
}

static void
tambour_timeline_model_dispose (GObject *object)
{
  tambour_timeline_model_close (TAMBOUR_TIMELINE_MODEL (object));

  G_OBJECT_CLASS (tambour_timeline_model_parent_class)->dispose (object);
}

static void
tambour_timeline_model_finalize (GObject *object)
{
  TambourTimelineModel *self = TAMBOUR_TIMELINE_MODEL (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tambour_timeline_model_parent_class)->finalize (object);
}

static void
tambour_timeline_model_class_init (TambourTimelineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_timeline_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_timeline_model_finalize;

  /**
   * TambourTimelineModel::loaded:
   *
   * A page has been read, or could not be.
   */
  signals[LOADED] =
    g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_timeline_model_init (TambourTimelineModel *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tambour_timeline_model_new:
 *
 * Returns: (transfer full): a model of nothing
 */
TambourTimelineModel *
tambour_timeline_model_new (void)
{
  return g_object_new (TAMBOUR_TYPE_TIMELINE_MODEL, NULL);
}

/**
 * tambour_timeline_model_show:
 * @self: a timeline model
 * @portfolio: a portfolio
 * @account_id: an account in it
 * @kinds: what is wanted
 *
 * Begins with the newest.
 */
void
tambour_timeline_model_show (TambourTimelineModel *self,
                             TambourPortfolio     *portfolio,
                             const char           *account_id,
                             TambourTimelineKinds  kinds)
{
  g_return_if_fail (TAMBOUR_IS_TIMELINE_MODEL (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_str (&self->account_id, account_id);
  self->kinds = kinds;
  self->is_loaded = FALSE;
  request_page (self, TRUE, PAGE_SIZE);
}

/**
 * tambour_timeline_model_reload:
 * @self: a timeline model that shows something
 *
 * Reads anew what it has.
 */
void
tambour_timeline_model_reload (TambourTimelineModel *self)
{
  g_return_if_fail (TAMBOUR_IS_TIMELINE_MODEL (self));

  if (self->portfolio != NULL)
    request_page (self, TRUE, CLAMP (self->entries->len, PAGE_SIZE, MAX_RELOAD));
}

/**
 * tambour_timeline_model_load_more:
 * @self: a timeline model
 *
 * Reads the page behind the last one, unless it is being read or there is none.
 */
void
tambour_timeline_model_load_more (TambourTimelineModel *self)
{
  g_return_if_fail (TAMBOUR_IS_TIMELINE_MODEL (self));

  if (self->portfolio != NULL && self->loading == NULL && !self->has_ended && self->error == NULL)
    request_page (self, FALSE, PAGE_SIZE);
}

/**
 * tambour_timeline_model_is_loaded:
 * @self: a timeline model
 *
 * Returns: whether the first page has been read
 */
gboolean
tambour_timeline_model_is_loaded (TambourTimelineModel *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TIMELINE_MODEL (self), FALSE);

  return self->is_loaded;
}

/**
 * tambour_timeline_model_has_ended:
 * @self: a timeline model
 *
 * Returns: whether there is no page behind the last one
 */
gboolean
tambour_timeline_model_has_ended (TambourTimelineModel *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TIMELINE_MODEL (self), FALSE);

  return self->has_ended;
}

/**
 * tambour_timeline_model_get_error:
 * @self: a timeline model
 *
 * Returns: (transfer none) (nullable): why the last page could not be read
 */
const GError *
tambour_timeline_model_get_error (TambourTimelineModel *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TIMELINE_MODEL (self), NULL);

  return self->error;
}

/**
 * tambour_timeline_model_close:
 * @self: a timeline model
 *
 * Reads no more.
 */
void
tambour_timeline_model_close (TambourTimelineModel *self)
{
  g_return_if_fail (TAMBOUR_IS_TIMELINE_MODEL (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->portfolio);
}
