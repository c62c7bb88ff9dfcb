/* tambour-health-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-health-card.h"
#include "tambour-health-dialog.h"
#include "tambour-health-mark.h"
#include "tambour-health-reason.h"
#include "tambour-health-text.h"

/* How many reasons there is room for. */
#define MAX_REASONS 4

/**
 * TambourHealthCard:
 *
 * How an account stands, and why: the worst reasons first, each leading to its
 * records. Internal: never in what is made for the customer.
 */
struct _TambourHealthCard
{
  GtkBox         parent_instance;

  TambourHealth *health;
  char          *account_id;
  TambourDate    today;

  /* Template widgets */
  GtkLabel      *title_label;
  GtkButton     *level_button;
  GtkImage      *mark;
  GtkLabel      *level_label;
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (TambourHealthCard, tambour_health_card, GTK_TYPE_BOX)

static void
show_parts_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourHealthCard *self = TAMBOUR_HEALTH_CARD (widget);

  if (self->health != NULL)
    adw_dialog_present (tambour_health_dialog_new (self->health, self->account_id, self->today), widget);
}

static void
row_activated_cb (TambourHealthCard *self,
                  GtkListBoxRow     *row)
{
  tambour_health_reason_open (row, GTK_WIDGET (self));
}

static void
tambour_health_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_HEALTH_CARD);

  G_OBJECT_CLASS (tambour_health_card_parent_class)->dispose (object);
}

static void
tambour_health_card_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_HEALTH_CARD (object)->account_id, g_free);

  G_OBJECT_CLASS (tambour_health_card_parent_class)->finalize (object);
}

static void
tambour_health_card_class_init (TambourHealthCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_health_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_health_card_finalize;

  gtk_widget_class_install_action (widget_class, "health.show-parts", NULL, show_parts_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-health-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourHealthCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourHealthCard, level_button);
  gtk_widget_class_bind_template_child (widget_class, TambourHealthCard, mark);
  gtk_widget_class_bind_template_child (widget_class, TambourHealthCard, level_label);
  gtk_widget_class_bind_template_child (widget_class, TambourHealthCard, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_health_card_init (TambourHealthCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
style_of (TambourHealthLevel level)
{
  switch (level)
    {
    case TAMBOUR_HEALTH_NONE:
      return "dimmed";
    case TAMBOUR_HEALTH_GOOD:
      return "success";
    case TAMBOUR_HEALTH_ATTENTION:
      return "warning";
    case TAMBOUR_HEALTH_RISK:
      return "error";
    }

  g_return_val_if_reached (NULL);
}

static void
show_level (TambourHealthCard *self)
{
  TambourHealthLevel level = self->health->level;
  const char *classes[] = { "small", "strong", style_of (level), NULL };
  g_autofree char *score = tambour_health_text_score (self->health);

  tambour_health_mark_set (self->mark, level);
  gtk_label_set_text (self->level_label, tambour_health_mark_name (level));
  gtk_widget_set_css_classes (GTK_WIDGET (self->level_label), classes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->level_button), score);
}

/* What speaks against and for it; what does neither, only where there is room. */
static void
show_reasons (TambourHealthCard *self)
{
  guint n = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->health->parts->len && n < MAX_REASONS; i++)
    {
      TambourHealthPart *part = g_ptr_array_index (self->health->parts, i);

      if (isnan (part->value))
        continue;

      gtk_list_box_append (self->list, tambour_health_reason_new (part, self->account_id, self->today));
      n++;
    }

  if (n == 0)
    gtk_list_box_append (self->list, tambour_health_reason_new_empty ());
}

/**
 * tambour_health_card_show:
 * @self: a health card
 * @health: (transfer none): an account's health, which stays until the next one is shown
 * @account_id: the account
 * @today: the day that is today
 */
void
tambour_health_card_show (TambourHealthCard *self,
                          TambourHealth     *health,
                          const char        *account_id,
                          TambourDate        today)
{
  int focused = -1;
  GtkWidget *child;

  g_return_if_fail (TAMBOUR_IS_HEALTH_CARD (self));

  child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  if (child != NULL)
    focused = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child));

  self->health = health;
  self->today = today;
  g_set_str (&self->account_id, account_id);
  show_level (self);
  show_reasons (self);

  if (focused >= 0 && gtk_list_box_get_row_at_index (self->list, focused) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, focused)));
}
