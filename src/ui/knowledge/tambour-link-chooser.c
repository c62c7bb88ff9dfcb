/* tambour-link-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit.h"
#include "tambour-case.h"
#include "tambour-environment.h"
#include "tambour-link-chooser.h"
#include "tambour-note.h"
#include "tambour-record-row.h"
#include "tambour-record-view.h"

/* As many of each kind as one sees at a glance. */
#define MOST_OF_A_KIND 6

/**
 * TambourLinkChooser:
 *
 * Finds a note, an environment, a case or a known issue, and says how a text links to it.
 */
struct _TambourLinkChooser
{
  AdwDialog         parent_instance;

  TambourPortfolio *portfolio;
  char             *account_id;
  GCancellable     *loading;

  /* Template widgets */
  GtkSearchEntry   *entry;
  GtkStack         *stack;
  GtkListBox       *list;
};

G_DEFINE_FINAL_TYPE (TambourLinkChooser, tambour_link_chooser, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- finding --------------------------------------------------------------- */

typedef struct
{
  char *account_id;
  char *text;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->text, g_free);
  g_free (wanted);
}

typedef struct
{
  GPtrArray  *records;
  GHashTable *others;
} Found;

static void
found_free (Found *found)
{
  g_clear_pointer (&found->records, g_ptr_array_unref);
  g_clear_pointer (&found->others, g_hash_table_unref);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gboolean
add (Found         *found,
     TambourStore  *store,
     const Wanted  *wanted,
     GType          type,
     const char    *account_id,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GPtrArray) records = NULL;

  if (account_id != NULL)
    tambour_query_account (query, account_id);
  if (*wanted->text != '\0')
    tambour_query_match (query, wanted->text);
  tambour_query_limit (query, MOST_OF_A_KIND, 0);
  if (!tambour_query_order (query, "row", TRUE, error) || !(records = tambour_store_list (store, query, cancellable, error)))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    tambour_others_add (found->others, store, g_ptr_array_index (records, i));
  g_ptr_array_extend (found->records, records, (GCopyFunc) g_object_ref, NULL);

  return TRUE;
}

static gpointer
find_records (TambourStore    *store,
              const char      *me,
              TambourInstant   now,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Wanted *wanted = data;
  g_autoptr(Found) found = g_new0 (Found, 1);

  found->records = g_ptr_array_new_with_free_func (g_object_unref);
  found->others = tambour_others_new ();
  for (TambourNoteGroup group = 0; group <= TAMBOUR_NOTE_GROUP_ENVIRONMENTS; group++)
    if (!add (found, store, wanted, G_TYPE_FROM_CLASS (tambour_note_get_kind (group)), wanted->account_id, cancellable, error))
      return NULL;

  if (!add (found, store, wanted, TAMBOUR_TYPE_CASE, wanted->account_id, cancellable, error) ||
      !add (found, store, wanted, TAMBOUR_TYPE_KNOWN_ISSUE, NULL, cancellable, error))
    return NULL;

  return g_steal_pointer (&found);
}

/* As it stands in a text: a known issue by the number that its title begins with. */
static char *
dup_link (TambourRecord *record)
{
  const char *title;

  if (TAMBOUR_IS_CASE (record))
    return g_strdup_printf ("#%s", TAMBOUR_CASE (record)->number);

  if (TAMBOUR_IS_ENVIRONMENT (record))
    return g_strdup_printf ("[[%s]]", TAMBOUR_ENVIRONMENT (record)->name);

  if (!TAMBOUR_IS_KNOWN_ISSUE (record))
    return g_strdup_printf ("[[%s]]", tambour_note_get_title (record));

  title = TAMBOUR_KNOWN_ISSUE (record)->title;

  return g_strndup (title, strcspn (title, " "));
}

static void
show_found (TambourLinkChooser *self,
            const Found        *found)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < found->records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (found->records, i);
      GtkWidget *row = tambour_record_row_in_list (record, found->others, tambour_portfolio_now (self->portfolio));

      g_object_set_data_full (G_OBJECT (row), "link", dup_link (record), g_free);
      gtk_list_box_append (self->list, row);
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, found->records->len > 0 ? "list" : "empty");
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourLinkChooser) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Found) found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (found != NULL)
    show_found (self, found);
}

static void
typed_cb (TambourLinkChooser *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->account_id = g_strdup (self->account_id);
  wanted->text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, find_records, wanted, (GDestroyNotify) wanted_free, (GDestroyNotify) found_free,
                                self->loading, found_cb, g_object_ref (self));
}

/* --- choosing -------------------------------------------------------------- */

static void
activated_cb (TambourLinkChooser *self,
              GtkListBoxRow      *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "link"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
entered_cb (TambourLinkChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    activated_cb (self, row);
}

static void
stopped_cb (TambourLinkChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The arrows lead through the list while the keyboard stays in the entry. */
static gboolean
key_pressed_cb (TambourLinkChooser *self,
                guint               key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1
                                                                                                           : 0;
  GtkListBoxRow *next = row && step ? gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step) : NULL;

  if (next != NULL)
    gtk_list_box_select_row (self->list, next);

  return step != 0;
}

static void
tambour_link_chooser_dispose (GObject *object)
{
  TambourLinkChooser *self = TAMBOUR_LINK_CHOOSER (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_LINK_CHOOSER);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_link_chooser_parent_class)->dispose (object);
}

static void
tambour_link_chooser_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_LINK_CHOOSER (object)->account_id, g_free);

  G_OBJECT_CLASS (tambour_link_chooser_parent_class)->finalize (object);
}

static void
tambour_link_chooser_class_init (TambourLinkChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_link_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_link_chooser_finalize;

  /**
   * TambourLinkChooser::chosen:
   * @self: a dialog
   * @link: how a text links to the record
   *
   * A record is chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-link-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourLinkChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, TambourLinkChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourLinkChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tambour_link_chooser_init (TambourLinkChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * tambour_link_chooser_new:
 * @portfolio: a portfolio
 * @account_id: (nullable): whose notes and cases are offered
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tambour_link_chooser_new (TambourPortfolio *portfolio,
                          const char       *account_id)
{
  TambourLinkChooser *self = g_object_new (TAMBOUR_TYPE_LINK_CHOOSER, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account_id = g_strdup (account_id);
  typed_cb (self);

  return ADW_DIALOG (self);
}
