/* tambour-figure-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-figure-chooser.h"
#include "tambour-record-row.h"
#include "tambour-review-text.h"

/**
 * TambourFigureChooser:
 *
 * Finds a figure of a review by its name or its value, and says how a text refers to it.
 */
struct _TambourFigureChooser
{
  AdwDialog           parent_instance;

  TambourReviewHeld  *held;
  GtkStringList      *keys;       /* those that are found */
  GtkSingleSelection *selection;
  GHashTable         *words;      /* key → what is searched, folded */
  char               *chosen;

  /* Template widgets */
  GtkSearchEntry     *entry;
  GtkStack           *stack;
  GtkListView        *list_view;
};

G_DEFINE_FINAL_TYPE (TambourFigureChooser, tambour_figure_chooser, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TambourFact *
find_fact (TambourFigureChooser *self,
           const char           *key)
{
  return tambour_facts_find (self->held->file->facts, key);
}

/* --- finding ------------------------------------------------------------------- */

static gboolean
has_words (TambourFigureChooser *self,
           const char           *key,
           const char * const   *words)
{
  const char *text = g_hash_table_lookup (self->words, key);

  for (guint i = 0; words[i]; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* What is not measured has no value to show. */
static void
typed_cb (TambourFigureChooser *self)
{
  GPtrArray *all = self->held->file->facts->all;
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr(GStrvBuilder) found = g_strv_builder_new ();
  g_auto(GStrv) keys = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (all, i);

      if (g_hash_table_contains (self->words, fact->key) && has_words (self, fact->key, (const char * const *) words))
        g_strv_builder_add (found, fact->key);
    }

  keys = g_strv_builder_end (found);
  gtk_string_list_splice (self->keys, 0, g_list_model_get_n_items (G_LIST_MODEL (self->keys)), (const char * const *) keys);
  gtk_stack_set_visible_child_name (self->stack, keys[0] != NULL ? "list" : "empty");
}

static void
add_words (TambourFigureChooser *self)
{
  TambourFacts *facts = self->held->file->facts;

  for (guint i = 0; i < facts->all->len; i++)
    {
      TambourFact *fact = g_ptr_array_index (facts->all, i);
      g_autofree char *name = tambour_measure_is_known (&fact->now) ? tambour_review_text_name (fact) : NULL;
      g_autofree char *value = name ? tambour_review_text_shown (fact, facts) : NULL;
      g_autofree char *text = name ? g_strjoin (" ", name, value, fact->metric, NULL) : NULL;

      /* Each key once: the first is the one that it names. */
      if (text != NULL && find_fact (self, fact->key) == fact)
        g_hash_table_insert (self->words, fact->key, g_utf8_casefold (text, -1));
    }
}

/* --- rows ------------------------------------------------------------------------ */

static void
setup_cb (TambourFigureChooser     *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  gtk_list_item_set_child (item, tambour_record_row_new ());
}

static void
bind_cb (TambourFigureChooser     *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TambourRecordRow *row = TAMBOUR_RECORD_ROW (gtk_list_item_get_child (item));
  const TambourFact *fact = find_fact (self, gtk_string_object_get_string (gtk_list_item_get_item (item)));
  g_autofree char *name = tambour_review_text_name (fact);
  g_autofree char *value = tambour_review_text_shown (fact, self->held->file->facts);
  g_autofree char *source = tambour_review_text_source (fact);
  g_autofree char *label = NULL;

  tambour_record_row_show_text (row, name, source, value);
  label = tambour_record_row_dup_name (row);
  gtk_list_item_set_accessible_label (item, label);
}

/* --- choosing ---------------------------------------------------------------------- */

static void
activated_cb (TambourFigureChooser *self,
              guint                 position)
{
  const char *key = gtk_string_list_get_string (self->keys, position);

  if (key == NULL)
    return;

  g_set_str (&self->chosen, key);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The keyboard is where it was by then, and goes to the text. */
static void
tambour_figure_chooser_closed (AdwDialog *dialog)
{
  TambourFigureChooser *self = TAMBOUR_FIGURE_CHOOSER (dialog);

  if (self->chosen != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, self->chosen);
}

static void
entered_cb (TambourFigureChooser *self)
{
  activated_cb (self, gtk_single_selection_get_selected (self->selection));
}

static void
stopped_cb (TambourFigureChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The arrows lead through the list while the keyboard stays in the entry. */
static gboolean
key_pressed_cb (TambourFigureChooser *self,
                guint                 key)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->keys));

  if (n == 0 || (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Up && key != GDK_KEY_KP_Up))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    selected = MIN (selected + 1, n - 1);
  else
    selected = selected > 0 ? selected - 1 : 0;
  gtk_list_view_scroll_to (self->list_view, selected, GTK_LIST_SCROLL_SELECT, NULL);

  return GDK_EVENT_STOP;
}

static void
tambour_figure_chooser_dispose (GObject *object)
{
  TambourFigureChooser *self = TAMBOUR_FIGURE_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_FIGURE_CHOOSER);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (tambour_figure_chooser_parent_class)->dispose (object);
}

static void
tambour_figure_chooser_finalize (GObject *object)
{
  TambourFigureChooser *self = TAMBOUR_FIGURE_CHOOSER (object);

  g_clear_object (&self->keys);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->held, tambour_review_held_unref);

  G_OBJECT_CLASS (tambour_figure_chooser_parent_class)->finalize (object);
}

static void
tambour_figure_chooser_class_init (TambourFigureChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_figure_chooser_dispose;
  object_class->finalize = tambour_figure_chooser_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_figure_chooser_closed;

  /**
   * TambourFigureChooser::chosen:
   * @self: a dialog
   * @key: how a text refers to the figure
   *
   * A figure is chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-figure-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourFigureChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, TambourFigureChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourFigureChooser, list_view);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
tambour_figure_chooser_init (TambourFigureChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->keys = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->keys)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * tambour_figure_chooser_new:
 * @held: the review whose figures are offered
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tambour_figure_chooser_new (TambourReviewHeld *held)
{
  TambourFigureChooser *self = g_object_new (TAMBOUR_TYPE_FIGURE_CHOOSER, NULL);

  self->held = tambour_review_held_ref (held);
  add_words (self);
  typed_cb (self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  return ADW_DIALOG (self);
}
