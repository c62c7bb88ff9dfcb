/* tambour-account-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-row.h"
#include "tambour-health-mark.h"
#include "tambour-initials.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/* From here on a renewal is told in days. */
#define DAYS_SOON 60

/**
 * TambourAccountRow:
 *
 * An account in the sidebar: its name, plan and renewal, and how it stands.
 */
struct _TambourAccountRow
{
  GtkListBoxRow          parent_instance;

  TambourAccountSummary *summary;

  /* Template widgets */
  GtkLabel              *initials_label;
  GtkLabel              *name_label;
  GtkLabel              *plan_label;
  GtkImage              *health_image;
};

G_DEFINE_FINAL_TYPE (TambourAccountRow, tambour_account_row, GTK_TYPE_LIST_BOX_ROW)

static char *
dup_month (TambourDate date)
{
  g_autofree char *month = tambour_when_month (date);
  int year, number, day;

  tambour_date_split (date, &year, &number, &day);

  /* Translators: a short month and a year: "Jun 2027" */
  return g_strdup_printf (C_("date", "%1$s %2$d"), month, year);
}

static char *
dup_renewal (const TambourAccountSummary *summary)
{
  g_autofree char *month = NULL;

  if (summary->status == TAMBOUR_ACCOUNT_STATUS_CLOSED)
    return g_strdup (_("archived"));

  if (!tambour_date_is_stated (summary->ends))
    return g_strdup (_("no agreement"));

  if (summary->days_left <= DAYS_SOON)
    return g_strdup_printf (ngettext ("renews in %d day", "renews in %d days", summary->days_left), summary->days_left);

  month = dup_month (summary->ends);

  /* Translators: %s is a month and a year */
  return g_strdup_printf (_("renews %s"), month);
}

/* A list would also select the row that the focus comes to, and so leave what is
 * shown: arrows go on from there, and Enter opens it.
 */
static gboolean
tambour_account_row_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
tambour_account_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_ACCOUNT_ROW);

  G_OBJECT_CLASS (tambour_account_row_parent_class)->dispose (object);
}

static void
tambour_account_row_finalize (GObject *object)
{
  TambourAccountRow *self = TAMBOUR_ACCOUNT_ROW (object);

  g_clear_pointer (&self->summary, tambour_account_summary_free);

  G_OBJECT_CLASS (tambour_account_row_parent_class)->finalize (object);
}

static void
tambour_account_row_class_init (TambourAccountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_account_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_account_row_finalize;

  widget_class->focus = tambour_account_row_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-account-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAccountRow, initials_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountRow, plan_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAccountRow, health_image);
}

static void
tambour_account_row_init (TambourAccountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_account_row_new:
 *
 * Returns: (transfer floating): a row of no account yet
 */
GtkWidget *
tambour_account_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_ACCOUNT_ROW, NULL);
}

/**
 * tambour_account_row_take:
 * @self: a row
 * @summary: (transfer full): what it shows
 */
void
tambour_account_row_take (TambourAccountRow     *self,
                          TambourAccountSummary *summary)
{
  g_autofree char *renewal = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_ACCOUNT_ROW (self));

  g_clear_pointer (&self->summary, tambour_account_summary_free);
  self->summary = summary;

  renewal = dup_renewal (summary);
  text = summary->plan ? g_strdup_printf ("%s · %s", summary->plan, renewal) : g_steal_pointer (&renewal);
  name = g_strdup_printf ("%s, %s, %s", summary->name, text, tambour_health_mark_name (summary->health));

  tambour_initials_show (self->initials_label, summary->name);
  gtk_label_set_text (self->name_label, summary->name);
  gtk_label_set_text (self->plan_label, text);
  tambour_health_mark_set (self->health_image, summary->health);
  tambour_tooltip_set (self->name_label, summary->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tambour_account_row_get_summary:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const TambourAccountSummary *
tambour_account_row_get_summary (TambourAccountRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ACCOUNT_ROW (self), NULL);

  return self->summary;
}
