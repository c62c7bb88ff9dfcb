/* tambour-attendees.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-attendees.h"
#include "tambour-completion.h"

#define AVATAR_SIZE 20

/**
 * TambourAttendees:
 *
 * Who was there: names as one types them, each a chip that can be taken away. A
 * comma or Enter ends a name, Backspace at the beginning takes the last one back.
 * Who can be meant is offered meanwhile.
 */
struct _TambourAttendees
{
  AdwBin      parent_instance;

  AdwWrapBox *box;
  GtkWidget  *text;
  GPtrArray  *typed;     /* of each chip */
  GPtrArray  *chips;     /* element-type Chip */

  TambourCallOffers *offers;      /* belongs to whoever gave it */
  TambourCompletion *completion;
};

/* What is in a chip. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *mark;     /* nobody knows who that is */
  GtkWidget *avatar;
  GtkWidget *label;
} Chip;

G_DEFINE_FINAL_TYPE (TambourAttendees, tambour_attendees, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_CHANGED,
} TambourAttendeesSignals;

static guint signals[SIGNAL_CHANGED + 1];

static void
tell (TambourAttendees *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_at (TambourAttendees *self,
           guint             position)
{
  adw_wrap_box_remove (self->box, ((Chip *) g_ptr_array_index (self->chips, position))->box);
  g_ptr_array_remove_index (self->chips, position);
  g_ptr_array_remove_index (self->typed, position);
}

static guint
find_chip (TambourAttendees *self,
           GtkWidget        *box)
{
  guint position = 0;

  while (position < self->chips->len && ((Chip *) g_ptr_array_index (self->chips, position))->box != box)
    position++;

  return position;
}

static void
removed_cb (GtkButton        *button,
            TambourAttendees *self)
{
  guint position = find_chip (self, gtk_widget_get_parent (GTK_WIDGET (button)));

  if (position == self->chips->len)
    return;

  gtk_widget_grab_focus (self->text);
  remove_at (self, position);
  tell (self);
}

static void
name_chip (Chip       *chip,
           const char *name)
{
  adw_avatar_set_text (ADW_AVATAR (chip->avatar), name);
  gtk_label_set_text (GTK_LABEL (chip->label), name);
}

static Chip *
new_chip (TambourAttendees *self,
          const char       *name)
{
  Chip *chip = g_new0 (Chip, 1);
  g_autofree char *tooltip = g_strdup_printf (_("%s was not there"), name);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "window-close-symbolic",
                                    "tooltip-text", tooltip,
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "flat", "circular", NULL },
                                    NULL);

  chip->box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "css-classes", (const char *[]) { "chip", NULL }, NULL);
  chip->mark = g_object_new (GTK_TYPE_IMAGE,
                             "icon-name", "dialog-question-symbolic",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "margin-start", 4,
                             "visible", FALSE,
                             NULL);
  chip->avatar = g_object_new (ADW_TYPE_AVATAR, "size", AVATAR_SIZE, "show-initials", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  chip->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  name_chip (chip, name);

  g_signal_connect (button, "clicked", G_CALLBACK (removed_cb), self);
  gtk_box_append (GTK_BOX (chip->box), chip->mark);
  gtk_box_append (GTK_BOX (chip->box), chip->avatar);
  gtk_box_append (GTK_BOX (chip->box), chip->label);
  gtk_box_append (GTK_BOX (chip->box), button);

  return chip;
}

static void
add (TambourAttendees *self,
     const char       *typed)
{
  g_autofree char *name = g_strstrip (g_strdup (typed));
  Chip *last = self->chips->len > 0 ? g_ptr_array_index (self->chips, self->chips->len - 1) : NULL;
  Chip *chip;

  if (*name == '\0')
    return;

  chip = new_chip (self, name);
  adw_wrap_box_insert_child_after (self->box, chip->box, last ? last->box : NULL);
  g_ptr_array_add (self->chips, chip);
  g_ptr_array_add (self->typed, g_steal_pointer (&name));
}

/* Returns: (transfer full): what is in the entry, at the commas */
static GStrv
split_text (TambourAttendees *self)
{
  return g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->text)), ",;", -1);
}

static void
take_text (TambourAttendees *self)
{
  g_auto(GStrv) names = split_text (self);

  for (guint i = 0; names[i]; i++)
    add (self, names[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
}

/* Who is there already is not offered again. */
static GPtrArray *
find_offers (TambourAttendees *self,
             const char       *typed)
{
  GPtrArray *found = tambour_call_offers_match_people (self->offers, typed, NULL, TAMBOUR_COMPLETION_SHOWN + self->chips->len);

  for (guint i = found->len; i-- > 0;)
    {
      const TambourCallOffer *offer = g_ptr_array_index (found, i);

      for (guint n = 0; n < self->chips->len; n++)
        if (g_str_equal (gtk_label_get_text (GTK_LABEL (((Chip *) g_ptr_array_index (self->chips, n))->label)), offer->title))
          {
            g_ptr_array_remove_index (found, i);
            break;
          }
    }

  g_ptr_array_set_size (found, (int) MIN (found->len, TAMBOUR_COMPLETION_SHOWN));

  return found;
}

static void
offer (TambourAttendees *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  g_autoptr(GPtrArray) found = NULL;

  if (self->offers == NULL || *typed == '\0' || !gtk_widget_has_focus (self->text))
    {
      tambour_completion_close (self->completion);
      return;
    }

  found = find_offers (self, typed);
  tambour_completion_offer (self->completion, found, NULL);
}

static void
text_changed_cb (TambourAttendees *self)
{
  tell (self);
  offer (self);
}

static void
chosen_cb (TambourAttendees       *self,
           const TambourCallOffer *chosen)
{
  add (self, chosen->title);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
}

static gboolean
key_pressed_cb (TambourAttendees      *self,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkEventControllerKey *controller)
{
  if (key == GDK_KEY_comma || key == GDK_KEY_semicolon)
    {
      take_text (self);
      return GDK_EVENT_STOP;
    }

  if (key != GDK_KEY_BackSpace || self->chips->len == 0 || *gtk_editable_get_text (GTK_EDITABLE (self->text)) != '\0')
    return GDK_EVENT_PROPAGATE;

  remove_at (self, self->chips->len - 1);
  tell (self);

  return GDK_EVENT_STOP;
}

static void
tambour_attendees_dispose (GObject *object)
{
  TambourAttendees *self = TAMBOUR_ATTENDEES (object);

  g_clear_pointer (&self->typed, g_ptr_array_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_object (&self->completion);

  G_OBJECT_CLASS (tambour_attendees_parent_class)->dispose (object);
}

static void
tambour_attendees_class_init (TambourAttendeesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_attendees_dispose;

  /**
   * TambourAttendees::changed:
   * @self: names
   *
   * Somebody typed, or took one away.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tambour_attendees_init (TambourAttendees *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->typed = g_ptr_array_new_with_free_func (g_free);
  self->chips = g_ptr_array_new_with_free_func (g_free);
  self->box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);

  /* Outside of an entry, a text has no role of its own. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, "placeholder-text", _("Add name"), "width-request", 110, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attendees"), -1);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (take_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  self->completion = tambour_completion_new (self->text);
  g_signal_connect_object (self->completion, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, keys);
  adw_wrap_box_append (self->box, self->text);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * tambour_attendees_dup_typed:
 * @self: names
 *
 * Returns: (transfer full): them as they were typed, also the one that is not
 *   ended yet
 */
GStrv
tambour_attendees_dup_typed (TambourAttendees *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) last = NULL;

  g_return_val_if_fail (TAMBOUR_IS_ATTENDEES (self), NULL);

  for (guint i = 0; i < self->typed->len; i++)
    g_strv_builder_add (names, g_ptr_array_index (self->typed, i));

  last = split_text (self);
  for (guint i = 0; last[i]; i++)
    if (*g_strstrip (last[i]) != '\0')
      g_strv_builder_add (names, last[i]);

  return g_strv_builder_end (names);
}

/**
 * tambour_attendees_set_typed:
 * @self: names
 * @typed: names
 */
void
tambour_attendees_set_typed (TambourAttendees   *self,
                             const char * const *typed)
{
  g_return_if_fail (TAMBOUR_IS_ATTENDEES (self));

  while (self->chips->len > 0)
    remove_at (self, self->chips->len - 1);
  for (guint i = 0; typed && typed[i]; i++)
    add (self, typed[i]);
  tell (self);
}

/**
 * tambour_attendees_show_known:
 * @self: names
 * @names: (element-type utf8 utf8): what was typed → who that is, or %NULL if nobody
 *   knows; what is not in it stays as it was typed
 *
 * Shows who is meant, and of whom that is not known.
 */
void
tambour_attendees_show_known (TambourAttendees *self,
                              GHashTable       *names)
{
  g_return_if_fail (TAMBOUR_IS_ATTENDEES (self));

  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);
      const char *typed = g_ptr_array_index (self->typed, i);
      gpointer name = NULL;
      gboolean is_unknown = g_hash_table_lookup_extended (names, typed, NULL, &name) && name == NULL;

      name_chip (chip, name ? name : typed);
      gtk_widget_set_visible (chip->mark, is_unknown);
      gtk_widget_set_visible (chip->avatar, !is_unknown);
      if (is_unknown)
        gtk_widget_add_css_class (chip->box, "unknown");
      else
        gtk_widget_remove_css_class (chip->box, "unknown");
    }
}

/**
 * tambour_attendees_set_offers:
 * @self: names
 * @offers: (nullable) (transfer none): who can be meant; must live until others are set
 */
void
tambour_attendees_set_offers (TambourAttendees  *self,
                              TambourCallOffers *offers)
{
  g_return_if_fail (TAMBOUR_IS_ATTENDEES (self));

  tambour_completion_close (self->completion);
  self->offers = offers;
  offer (self);
}

/**
 * tambour_attendees_rename:
 * @self: names
 * @typed: somebody, as typed
 * @name: who that is
 */
void
tambour_attendees_rename (TambourAttendees *self,
                          const char       *typed,
                          const char       *name)
{
  g_autofree char *wanted = g_utf8_casefold (typed, -1);

  g_return_if_fail (TAMBOUR_IS_ATTENDEES (self));

  for (guint i = 0; i < self->typed->len; i++)
    {
      g_autofree char *folded = g_utf8_casefold (g_ptr_array_index (self->typed, i), -1);

      if (!g_str_equal (folded, wanted))
        continue;

      g_ptr_array_remove_index (self->typed, i);
      g_ptr_array_insert (self->typed, (int) i, g_strdup (name));
      name_chip (g_ptr_array_index (self->chips, i), name);
      tell (self);
    }
}
