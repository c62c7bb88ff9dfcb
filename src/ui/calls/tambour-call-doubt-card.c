/* tambour-call-doubt-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-call-doubt-card.h"
#include "tambour-completion.h"

/* The others are found by typing. */
#define MAX_SHOWN 8

/**
 * TambourCallDoubtCard:
 *
 * A name in a call of which nobody knows who that is, and what can be done about
 * it. Nothing has to be: the name is kept as it was typed.
 */
struct _TambourCallDoubtCard
{
  GtkBox             parent_instance;

  char              *typed;
  TambourCallOffers *offers;  /* belongs to whoever gave it */

  /* Template widgets */
  GtkLabel          *text_label;
  GtkWidget         *add_button;
  GtkLabel          *add_label;
  GtkPopover        *add_popover;
  GtkEditable       *name_entry;
  GtkWidget         *confirm_button;
  GtkWidget         *choose_button;
  GtkPopover        *choose_popover;
  GtkEditable       *search_entry;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (TambourCallDoubtCard, tambour_call_doubt_card, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_ADDED,
  SIGNAL_CHOSEN,
} TambourCallDoubtCardSignals;

static guint signals[SIGNAL_CHOSEN + 1];

/* --- somebody new ---------------------------------------------------------- */

/* A name begins with a capital where there are such. */
static char *
dup_name (const char *typed)
{
  GString *name = g_string_new (NULL);

  g_string_append_unichar (name, g_unichar_totitle (g_utf8_get_char (typed)));
  g_string_append (name, g_utf8_next_char (typed));

  return g_string_free (name, FALSE);
}

static char *
dup_entered (TambourCallDoubtCard *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));
}

static void
add_shown_cb (TambourCallDoubtCard *self)
{
  g_autofree char *name = dup_name (self->typed);

  gtk_editable_set_text (self->name_entry, name);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  gtk_editable_set_position (self->name_entry, -1);
}

static void
name_changed_cb (TambourCallDoubtCard *self)
{
  g_autofree char *name = dup_entered (self);

  gtk_widget_set_sensitive (self->confirm_button, *name != '\0');
}

static void
add_cb (TambourCallDoubtCard *self)
{
  g_autofree char *name = dup_entered (self);

  if (*name == '\0')
    return;

  gtk_popover_popdown (self->add_popover);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, name);
}

/* --- somebody known -------------------------------------------------------- */

static void
show_people (TambourCallDoubtCard *self,
             const char           *typed)
{
  g_autoptr(GPtrArray) found = self->offers ? tambour_call_offers_match_people (self->offers, typed, NULL, MAX_SHOWN)
                                            : g_ptr_array_new ();

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, tambour_completion_new_row (g_ptr_array_index (found, i)));
}

static void
search_changed_cb (TambourCallDoubtCard *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  show_people (self, typed);
}

/* Of several, those who can be meant come first. */
static void
choose_shown_cb (TambourCallDoubtCard *self)
{
  gtk_editable_set_text (self->search_entry, "");
  show_people (self, gtk_widget_get_visible (self->add_button) ? "" : self->typed);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
row_activated_cb (TambourCallDoubtCard *self,
                  GtkListBoxRow        *row)
{
  const TambourCallOffer *offer = tambour_completion_get_offer (row);

  gtk_popover_popdown (self->choose_popover);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, offer);
}

static void
search_activate_cb (TambourCallDoubtCard *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    row_activated_cb (self, first);
}

/* --- the card -------------------------------------------------------------- */

static void
tambour_call_doubt_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_CALL_DOUBT_CARD);

  G_OBJECT_CLASS (tambour_call_doubt_card_parent_class)->dispose (object);
}

static void
tambour_call_doubt_card_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_CALL_DOUBT_CARD (object)->typed, g_free);

  G_OBJECT_CLASS (tambour_call_doubt_card_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  /**
   * TambourCallDoubtCard::added:
   * @self: a card
   * @name: the whole name
   *
   * It is somebody new.
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TambourCallDoubtCard::chosen:
   * @self: a card
   * @offer: (type gpointer): a #TambourCallOffer
   *
   * It is somebody who is known.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tambour_call_doubt_card_class_init (TambourCallDoubtCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_call_doubt_card_dispose;
  object_class->finalize = tambour_call_doubt_card_finalize;
  add_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-call-doubt-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, add_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, add_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, add_popover);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, name_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, choose_popover);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourCallDoubtCard, list);
  gtk_widget_class_bind_template_callback (widget_class, add_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_call_doubt_card_init (TambourCallDoubtCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_call_doubt_card_new:
 * @entry: what names somebody whom nobody knows
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
tambour_call_doubt_card_new (const TambourCallEntry *entry)
{
  TambourCallDoubtCard *self = g_object_new (TAMBOUR_TYPE_CALL_DOUBT_CARD, NULL);
  g_autofree char *whole = tambour_call_entry_dup_doubt (entry);
  g_autofree char *name = dup_name (entry->typed);
  g_autofree char *text = entry->doubt == TAMBOUR_CALL_NOBODY ? g_strdup_printf (_("“%s” is not in People"), entry->typed)
                                                              : g_strdup_printf (_("“%s” can be more than one person"), entry->typed);
  g_autofree char *label = g_strdup_printf (_("Add %s…"), name);
  g_autofree char *choose = g_strdup_printf (_("Choose who “%s” is"), entry->typed);

  self->typed = g_strdup (entry->typed);
  gtk_label_set_text (self->text_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text_label), whole);
  gtk_label_set_text (self->add_label, label);
  gtk_widget_set_visible (self->add_button, entry->doubt == TAMBOUR_CALL_NOBODY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose_button), GTK_ACCESSIBLE_PROPERTY_LABEL, choose, -1);

  return GTK_WIDGET (self);
}

/**
 * tambour_call_doubt_card_set_offers:
 * @self: a card
 * @offers: (nullable) (transfer none): who can be meant; must live until others are set
 */
void
tambour_call_doubt_card_set_offers (TambourCallDoubtCard *self,
                                    TambourCallOffers    *offers)
{
  g_return_if_fail (TAMBOUR_IS_CALL_DOUBT_CARD (self));

  gtk_list_box_remove_all (self->list);
  self->offers = offers;
  if (gtk_widget_get_visible (GTK_WIDGET (self->choose_popover)))
    search_changed_cb (self);
}

/**
 * tambour_call_doubt_card_get_typed:
 * @self: a card
 *
 * Returns: (transfer none): the name as it was typed
 */
const char *
tambour_call_doubt_card_get_typed (TambourCallDoubtCard *self)
{
  return self->typed;
}
