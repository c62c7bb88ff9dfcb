/* tambour-account-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-list.h"
#include "tambour-later.h"

/* Rows come when the window is drawn: what stands in it at first, then so many at a
 * time that nobody waits for them.
 */
#define ROWS_AT_FIRST 16
#define ROWS_AT_ONCE  8

/**
 * TambourAccountList:
 *
 * What fills the list of accounts: in the chosen order, rows that stay where they
 * are when only what they say has changed, and one that is selected.
 */
struct _TambourAccountList
{
  GObject     parent_instance;

  GtkListBox *list;          /* not ours */
  char       *order;         /* "name", "renewal" or "health" */
  char       *selected;      /* the id of the account that is shown */
  gboolean    is_selecting;
  GPtrArray  *waiting;       /* of TambourAccountSummary that have no row yet, the last first */
};

G_DEFINE_FINAL_TYPE (TambourAccountList, tambour_account_list, G_TYPE_OBJECT)

static const TambourAccountSummary *
get_summary (GtkListBoxRow *row)
{
  return tambour_account_row_get_summary (TAMBOUR_ACCOUNT_ROW (row));
}

static int
compare_renewal (const TambourAccountSummary *a,
                 const TambourAccountSummary *b)
{
  gint64 x = tambour_date_is_stated (a->ends) ? a->ends.julian : G_MAXINT64;
  gint64 y = tambour_date_is_stated (b->ends) ? b->ends.julian : G_MAXINT64;

  return (x > y) - (x < y);
}

static int
compare (TambourAccountList          *self,
         const TambourAccountSummary *a,
         const TambourAccountSummary *b)
{
  int order = 0;

  if (g_str_equal (self->order, "renewal"))
    order = compare_renewal (a, b);
  else if (g_str_equal (self->order, "health"))
    order = (int) b->health - (int) a->health;

  return order ? order : g_utf8_collate (a->name, b->name);
}

static int
compare_rows_cb (GtkListBoxRow *a,
                 GtkListBoxRow *b,
                 gpointer       user_data)
{
  return compare (user_data, get_summary (a), get_summary (b));
}

static int
compare_last_first_cb (gconstpointer a,
                       gconstpointer b,
                       gpointer      user_data)
{
  return -compare (user_data, *(TambourAccountSummary * const *) a, *(TambourAccountSummary * const *) b);
}

static TambourAccountRow *
find_row (TambourAccountList *self,
          const char         *account_id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (g_strcmp0 (get_summary (row)->account_id, account_id) == 0)
      return TAMBOUR_ACCOUNT_ROW (row);

  return NULL;
}

/* Shows the selection without saying that somebody chose it. */
static void
show_selected (TambourAccountList *self)
{
  self->is_selecting = TRUE;
  gtk_list_box_select_row (self->list, self->selected ? GTK_LIST_BOX_ROW (find_row (self, self->selected)) : NULL);
  self->is_selecting = FALSE;
}

/* gtk_list_box_remove_all() would take the placeholder as well. */
static void
remove_gone (TambourAccountList *self,
             GPtrArray          *summaries)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *row;

  for (guint i = 0; i < summaries->len; i++)
    g_hash_table_add (ids, ((TambourAccountSummary *) g_ptr_array_index (summaries, i))->account_id);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i));)
    if (g_hash_table_contains (ids, get_summary (row)->account_id))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_rows (TambourAccountList *self,
          guint               n)
{
  for (guint i = 0; i < n && self->waiting->len > 0; i++)
    {
      GtkWidget *row = tambour_account_row_new ();

      tambour_account_row_take (TAMBOUR_ACCOUNT_ROW (row), g_ptr_array_steal_index (self->waiting, self->waiting->len - 1));
      gtk_list_box_append (self->list, row);
    }

  show_selected (self);
}

static gboolean
add_waiting (gpointer data)
{
  TambourAccountList *self = data;

  add_rows (self, tambour_account_list_is_empty (self) ? ROWS_AT_FIRST : ROWS_AT_ONCE);

  return self->waiting->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
tambour_account_list_dispose (GObject *object)
{
  TambourAccountList *self = TAMBOUR_ACCOUNT_LIST (object);

  if (self->list != NULL)
    gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
  self->list = NULL;

  G_OBJECT_CLASS (tambour_account_list_parent_class)->dispose (object);
}

static void
tambour_account_list_finalize (GObject *object)
{
  TambourAccountList *self = TAMBOUR_ACCOUNT_LIST (object);

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (tambour_account_list_parent_class)->finalize (object);
}

static void
tambour_account_list_class_init (TambourAccountListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_account_list_dispose;
  object_class->finalize = tambour_account_list_finalize;
}

static void
tambour_account_list_init (TambourAccountList *self)
{
  self->order = g_strdup ("name");
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_account_summary_free);
}

/**
 * tambour_account_list_new:
 * @list: what it fills; it must be there as long as this
 *
 * Returns: (transfer full): a list of no accounts, ordered by name
 */
TambourAccountList *
tambour_account_list_new (GtkListBox *list)
{
  TambourAccountList *self = g_object_new (TAMBOUR_TYPE_ACCOUNT_LIST, NULL);

  self->list = list;
  gtk_list_box_set_sort_func (list, compare_rows_cb, self, NULL);

  return self;
}

/**
 * tambour_account_list_set_order:
 * @self: a list
 * @order: "name", "renewal" or "health"
 *
 * Returns: whether that is another order than before
 */
gboolean
tambour_account_list_set_order (TambourAccountList *self,
                                const char         *order)
{
  if (!g_set_str (&self->order, order))
    return FALSE;

  add_rows (self, self->waiting->len);
  gtk_list_box_invalidate_sort (self->list);

  return TRUE;
}

/**
 * tambour_account_list_get_order:
 * @self: a list
 *
 * Returns: (transfer none): what it is ordered by
 */
const char *
tambour_account_list_get_order (TambourAccountList *self)
{
  return self->order;
}

/**
 * tambour_account_list_is_empty:
 * @self: a list
 *
 * Returns: whether it shows no account
 */
gboolean
tambour_account_list_is_empty (TambourAccountList *self)
{
  return gtk_list_box_get_row_at_index (self->list, 0) == NULL;
}

/**
 * tambour_account_list_show:
 * @self: a list
 * @summaries: (element-type TambourAccountSummary): accounts, which it takes out
 *   of the array
 *
 * Shows these accounts; what was selected stays so.
 */
void
tambour_account_list_show (TambourAccountList *self,
                           GPtrArray          *summaries)
{
  g_return_if_fail (TAMBOUR_IS_ACCOUNT_LIST (self));

  g_ptr_array_set_size (self->waiting, 0);
  remove_gone (self, summaries);

  while (summaries->len > 0)
    {
      TambourAccountSummary *summary = g_ptr_array_steal_index_fast (summaries, summaries->len - 1);
      TambourAccountRow *row = find_row (self, summary->account_id);

      if (row != NULL)
        tambour_account_row_take (row, summary);
      else
        g_ptr_array_add (self->waiting, summary);
    }

  g_ptr_array_sort_with_data (self->waiting, compare_last_first_cb, self);
  gtk_list_box_invalidate_sort (self->list);
  show_selected (self);
  tambour_later_run (self, GTK_WIDGET (self->list), add_waiting);
}

/**
 * tambour_account_list_clear:
 * @self: a list
 *
 * Shows no account.
 */
void
tambour_account_list_clear (TambourAccountList *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  tambour_account_list_show (self, none);
}

/**
 * tambour_account_list_select:
 * @self: a list
 * @account_id: (nullable): the account that is shown beside it
 *
 * Selects that account, now or when it comes.
 */
void
tambour_account_list_select (TambourAccountList *self,
                             const char         *account_id)
{
  g_return_if_fail (TAMBOUR_IS_ACCOUNT_LIST (self));

  g_set_str (&self->selected, account_id);
  show_selected (self);
}

/**
 * tambour_account_list_is_selecting:
 * @self: a list
 *
 * Returns: whether it selects just now what is shown already
 */
gboolean
tambour_account_list_is_selecting (TambourAccountList *self)
{
  return self->is_selecting;
}

/**
 * tambour_account_list_dup_neighbour:
 * @self: a list
 * @account_id: (nullable): an account
 * @step: 1 for the next, -1 for the one before
 *
 * Returns: (transfer full) (nullable): the id of the account beside it in the
 *   list, or %NULL if there is none
 */
char *
tambour_account_list_dup_neighbour (TambourAccountList *self,
                                    const char         *account_id,
                                    int                 step)
{
  TambourAccountRow *row;
  GtkListBoxRow *neighbour;
  int index = step > 0 ? -1 : 0;

  add_rows (self, self->waiting->len);
  row = account_id ? find_row (self, account_id) : NULL;
  if (row != NULL)
    index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  neighbour = index + step >= 0 ? gtk_list_box_get_row_at_index (self->list, index + step) : NULL;

  return neighbour ? g_strdup (get_summary (neighbour)->account_id) : NULL;
}
