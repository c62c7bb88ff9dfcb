/* tambour-completion.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-announce.h"
#include "tambour-choice-words.h"
#include "tambour-completion.h"
#include "tambour-people.h"
#include "tambour-priority-label.h"

/* As wide as most names with what they are. */
#define WIDTH 280

/* Longer ones are cut, so that a telephone has room for them. */
#define TITLE_CHARS  30
#define DETAIL_CHARS 24

/**
 * TambourCompletion:
 *
 * Offers whom or what somebody can mean who types into a text. The text keeps the
 * focus: the arrows move in what is offered, Enter takes what they came to, Tab
 * takes that or the first, and Escape sends the rest away. Enter alone is Enter.
 */
struct _TambourCompletion
{
  GObject       parent_instance;

  GtkWidget    *owner;         /* has it; NULL when it is gone */
  GtkPopover   *popover;
  GtkListBox   *list;
  gboolean      is_dismissed;  /* until something else is typed */
};

G_DEFINE_FINAL_TYPE (TambourCompletion, tambour_completion, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHOSEN,
} TambourCompletionSignals;

static guint signals[SIGNAL_CHOSEN + 1];

/* --- rows ------------------------------------------------------------------ */

static char *
dup_detail (TambourRecord *record)
{
  if (TAMBOUR_IS_CASE (record))
    return g_strdup_printf ("#%s · %s", TAMBOUR_CASE (record)->number,
                            _(tambour_choice_get_words (TAMBOUR_TYPE_CASE_STATUS, TAMBOUR_CASE (record)->status)));

  if (TAMBOUR_IS_CONTACT (record))
    return g_strdup (TAMBOUR_CONTACT (record)->title ? TAMBOUR_CONTACT (record)->title : "");

  return g_strdup (_("on our side"));
}

static GtkWidget *
new_sign (const TambourCallOffer *offer)
{
  GtkWidget *sign;

  if (!TAMBOUR_IS_CASE (offer->record))
    return g_object_new (ADW_TYPE_AVATAR, "size", 22, "show-initials", TRUE, "text", offer->title, NULL);

  sign = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, NULL);
  tambour_priority_label_show (GTK_LABEL (sign), TAMBOUR_CASE (offer->record)->priority);

  return sign;
}

/**
 * tambour_completion_new_row:
 * @offer: somebody or something, which must outlive the row
 *
 * Returns: (transfer floating): a row of a list box, which shows it
 */
GtkWidget *
tambour_completion_new_row (const TambourCallOffer *offer)
{
  g_autofree char *detail = dup_detail (offer->record);
  g_autofree char *name = g_strjoin (", ", offer->title, *detail ? detail : NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", offer->title, "xalign", 0.0, "hexpand", TRUE,
                                   "max-width-chars", TITLE_CHARS, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", detail, "max-width-chars", DETAIL_CHARS,
                                   "ellipsize", PANGO_ELLIPSIZE_END, "css-classes", (const char *[]) { "meta", NULL }, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);

  gtk_box_append (GTK_BOX (box), new_sign (offer));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (row), "offer", (gpointer) offer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "name", g_steal_pointer (&name), g_free);

  return row;
}

/**
 * tambour_completion_get_offer:
 * @row: a row
 *
 * Returns: (transfer none): what it shows
 */
const TambourCallOffer *
tambour_completion_get_offer (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "offer");
}

/* --- what is offered ------------------------------------------------------- */

static void
announce (TambourCompletion *self,
          const char        *words)
{
  tambour_announce (self->owner, words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hide (TambourCompletion *self)
{
  if (self->popover == NULL)
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->owner), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  gtk_popover_popdown (self->popover);
  gtk_list_box_remove_all (self->list);
}

static void
choose (TambourCompletion *self,
        GtkListBoxRow     *row)
{
  const TambourCallOffer *offer = tambour_completion_get_offer (row);

  hide (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, offer);
}

/* A screen reader stays in the text, so it is told where the arrows came to. */
static void
highlight (TambourCompletion *self,
           GtkListBoxRow     *row)
{
  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->owner), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->owner), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  announce (self, g_object_get_data (G_OBJECT (row), "name"));
}

/* Up from the first one comes back to the text. */
static void
move (TambourCompletion *self,
      int                step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int position = (selected ? gtk_list_box_row_get_index (selected) : -1) + step;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, position);

  if (next != NULL || position < 0)
    highlight (self, next);
}

static void
dismiss (TambourCompletion *self)
{
  hide (self);
  self->is_dismissed = TRUE;
}

static gboolean
key_pressed_cb (TambourCompletion     *self,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkEventControllerKey *controller)
{
  GtkListBoxRow *selected = self->list ? gtk_list_box_get_selected_row (self->list) : NULL;

  if (!tambour_completion_is_open (self) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      dismiss (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      choose (self, selected ? selected : gtk_list_box_get_row_at_index (self->list, 0));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (selected == NULL)
        return GDK_EVENT_PROPAGATE;
      choose (self, selected);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
leave (TambourCompletion *self)
{
  if (self->popover == NULL)
    return;

  gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  self->list = NULL;
  self->owner = NULL;
}

static void
tambour_completion_dispose (GObject *object)
{
  leave (TAMBOUR_COMPLETION (object));

  G_OBJECT_CLASS (tambour_completion_parent_class)->dispose (object);
}

static void
tambour_completion_class_init (TambourCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_completion_dispose;

  /**
   * TambourCompletion::chosen:
   * @self: a completion
   * @offer: (type gpointer): a #TambourCallOffer
   *
   * Somebody took what is offered.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tambour_completion_init (TambourCompletion *self)
{
  self->list = g_object_new (GTK_TYPE_LIST_BOX,
                             "selection-mode", GTK_SELECTION_SINGLE,
                             "width-request", WIDTH,
                             "css-classes", (const char *[]) { "navigation-sidebar", "offers", NULL },
                             NULL);
  self->popover = g_object_new (GTK_TYPE_POPOVER,
                                "autohide", FALSE,
                                "can-focus", FALSE,
                                "has-arrow", FALSE,
                                "halign", GTK_ALIGN_START,
                                "position", GTK_POS_BOTTOM,
                                "child", self->list,
                                "css-classes", (const char *[]) { "menu", NULL },
                                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
}

static void
listen (TambourCompletion *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->owner, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (tambour_completion_close), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->owner, focus);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->owner, "destroy", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
}

/**
 * tambour_completion_new:
 * @owner: a text into which somebody types
 *
 * Returns: (transfer full): what offers there
 */
TambourCompletion *
tambour_completion_new (GtkWidget *owner)
{
  TambourCompletion *self = g_object_new (TAMBOUR_TYPE_COMPLETION, NULL);

  self->owner = owner;
  gtk_widget_set_parent (GTK_WIDGET (self->popover), owner);
  gtk_accessible_update_property (GTK_ACCESSIBLE (owner), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE, GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, -1);
  listen (self);

  return self;
}

/**
 * tambour_completion_is_open:
 * @self: a completion
 *
 * Returns: whether something is offered
 */
gboolean
tambour_completion_is_open (TambourCompletion *self)
{
  return self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

static gboolean
is_shown_already (TambourCompletion *self,
                  GPtrArray         *offers)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (; (row = gtk_list_box_get_row_at_index (self->list, (int) n)); n++)
    if (n >= offers->len || tambour_completion_get_offer (row) != g_ptr_array_index (offers, n))
      return FALSE;

  return n == offers->len;
}

static void
show_offers (TambourCompletion *self,
             GPtrArray         *offers)
{
  g_autofree char *words = NULL;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->owner), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < offers->len; i++)
    {
      GtkWidget *row = tambour_completion_new_row (g_ptr_array_index (offers, i));

      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (self->list, row);
    }

  words = g_strdup_printf (ngettext ("%d suggestion", "%d suggestions", offers->len), (int) offers->len);
  announce (self, words);
}

/**
 * tambour_completion_offer:
 * @self: a completion
 * @offers: (element-type TambourCallOffer): what can be meant; each must live until
 *   tambour_completion_close()
 * @at: (nullable): where in the text that is typed; %NULL below all of it
 *
 * Offers it, unless somebody sent it away.
 */
void
tambour_completion_offer (TambourCompletion  *self,
                          GPtrArray          *offers,
                          const GdkRectangle *at)
{
  g_return_if_fail (TAMBOUR_IS_COMPLETION (self));

  if (self->popover == NULL || self->is_dismissed)
    return;

  if (offers->len == 0)
    {
      hide (self);
      return;
    }

  if (!is_shown_already (self, offers))
    show_offers (self, offers);
  gtk_popover_set_pointing_to (self->popover, at);
  gtk_popover_popup (self->popover);
}

/**
 * tambour_completion_close:
 * @self: a completion
 *
 * There is nothing to offer any more.
 */
void
tambour_completion_close (TambourCompletion *self)
{
  g_return_if_fail (TAMBOUR_IS_COMPLETION (self));

  hide (self);
  self->is_dismissed = FALSE;
}
