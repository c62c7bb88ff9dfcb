/* tambour-work-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-today-text.h"
#include "tambour-when.h"
#include "tambour-work-row.h"

/**
 * TambourWorkRow:
 *
 * An action or a promise that is due: ticking it, or Space, says that it is
 * done.
 */
struct _TambourWorkRow
{
  GtkListBoxRow   parent_instance;

  char           *id;

  /* Template widgets */
  GtkCheckButton *check;
  GtkLabel       *title_label;
  GtkLabel       *source_label;
  GtkLabel       *due_label;
};

G_DEFINE_FINAL_TYPE (TambourWorkRow, tambour_work_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (TambourWorkRow *self)
{
  if (gtk_check_button_get_active (self->check))
    gtk_widget_activate_action (GTK_WIDGET (self), "today.settle", "s", self->id);
}

static void
tick_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourWorkRow *self = TAMBOUR_WORK_ROW (widget);

  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

static void
tambour_work_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_WORK_ROW);

  G_OBJECT_CLASS (tambour_work_row_parent_class)->dispose (object);
}

static void
tambour_work_row_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_WORK_ROW (object)->id, g_free);

  G_OBJECT_CLASS (tambour_work_row_parent_class)->finalize (object);
}

static void
tambour_work_row_class_init (TambourWorkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_work_row_dispose;
  object_class->finalize = tambour_work_row_finalize;

  gtk_widget_class_install_action (widget_class, "work.tick", NULL, tick_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "work.tick", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "work.tick", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-work-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourWorkRow, check);
  gtk_widget_class_bind_template_child (widget_class, TambourWorkRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourWorkRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, TambourWorkRow, due_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
tambour_work_row_init (TambourWorkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_work_row_new:
 *
 * Returns: (transfer floating): a row without anything to do
 */
GtkWidget *
tambour_work_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_WORK_ROW, NULL);
}

static void
show_due (TambourWorkRow         *self,
          const TambourTodayWork *work,
          TambourInstant          now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *due = tambour_today_text_due (work, now);
  gboolean is_today = work->due.julian == tambour_zone_date_of (here, now).julian;
  const char *classes[] = { is_today || work->is_overdue ? "small" : "meta", "numeric", work->is_overdue ? "error" : NULL, NULL };

  gtk_label_set_text (self->due_label, due);
  gtk_widget_set_css_classes (GTK_WIDGET (self->due_label), classes);
}

/**
 * tambour_work_row_show_from:
 * @self: a work row
 * @work: something to do
 * @source: what stands below it: whose it is, or where it comes from
 * @now: the time that is "now"
 */
void
tambour_work_row_show_from (TambourWorkRow         *self,
                            const TambourTodayWork *work,
                            const char             *source,
                            TambourInstant          now)
{
  g_autofree char *name = NULL;
  g_autofree char *done = NULL;

  g_return_if_fail (TAMBOUR_IS_WORK_ROW (self));

  g_set_str (&self->id, work->id);
  gtk_label_set_text (self->title_label, work->title ? work->title : "");
  gtk_label_set_text (self->source_label, source);
  show_due (self, work, now);

  /* It is open again, or could not be settled. */
  gtk_check_button_set_active (self->check, FALSE);

  /* Translators: title, due day, and account of something to do, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s"), gtk_label_get_text (self->title_label),
                          gtk_label_get_text (self->due_label), source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  /* Translators: %s is something to do; the label of its check button */
  done = g_strdup_printf (_("Done: %s"), gtk_label_get_text (self->title_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, done, -1);
}

/**
 * tambour_work_row_show:
 * @self: a work row
 * @work: something to do
 * @now: the time that is "now"
 */
void
tambour_work_row_show (TambourWorkRow         *self,
                       const TambourTodayWork *work,
                       TambourInstant          now)
{
  g_autofree char *origin = tambour_today_text_origin (work, now);
  g_autofree char *source = tambour_today_text_join (work->account.name ? work->account.name : "",
                                                     work->is_commitment ? _("promised") : "", origin, NULL);

  tambour_work_row_show_from (self, work, source, now);
}
