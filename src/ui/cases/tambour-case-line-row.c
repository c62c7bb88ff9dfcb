/* tambour-case-line-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case-line-row.h"
#include "tambour-clock-text.h"
#include "tambour-priority-label.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourCaseLineRow:
 *
 * A case in a list: how urgent it is, what about, and the time that matters where
 * it stands: until the answer, until the next update, or how long it has waited.
 */
struct _TambourCaseLineRow
{
  GtkBox    parent_instance;

  /* Template widgets */
  GtkLabel *priority_label;
  GtkLabel *title_label;
  GtkLabel *line_label;
  GtkLabel *owner_label;
  GtkLabel *ask_label;
  GtkLabel *time_label;
};

G_DEFINE_FINAL_TYPE (TambourCaseLineRow, tambour_case_line_row, GTK_TYPE_BOX)

static void
tambour_case_line_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_CASE_LINE_ROW);

  G_OBJECT_CLASS (tambour_case_line_row_parent_class)->dispose (object);
}

static void
tambour_case_line_row_class_init (TambourCaseLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_case_line_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-case-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCaseLineRow, priority_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseLineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseLineRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseLineRow, owner_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseLineRow, ask_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseLineRow, time_label);
}

static void
tambour_case_line_row_init (TambourCaseLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_case_line_row_new:
 *
 * Returns: (transfer floating): a row without a case
 */
GtkWidget *
tambour_case_line_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_CASE_LINE_ROW, NULL);
}

/* "4 h" today, the weekday within a week, else the date; how late it is. */
static char *
say_update (TambourInstant   due,
            TambourInstant   now,
            const char     **style)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  TambourDate date, today;
  g_autofree char *late = NULL;

  *style = "dimmed";
  if (!tambour_instant_is_stated (due))
    return g_strdup ("");

  date = tambour_zone_date_of (here, due);
  today = tambour_zone_date_of (here, now);
  if (due.seconds >= now.seconds && date.julian != today.julian)
    return tambour_when_day (date, today);

  *style = due.seconds < now.seconds ? "error" : NULL;
  late = tambour_when_duration (due.seconds - now.seconds, TAMBOUR_WHEN_SHORT);

  /* Translators: %s is a length of time */
  return due.seconds < now.seconds ? g_strdup_printf (_("%s late"), late) : g_steal_pointer (&late);
}

static char *
say_clock (const TambourClockFacts  *clock,
           TambourInstant            now,
           const char              **style)
{
  TambourClockMeasure measure;
  g_autofree char *length = NULL;

  tambour_clock_facts_measure (clock, now, &measure);
  length = tambour_when_duration (measure.seconds, TAMBOUR_WHEN_SHORT);
  *style = measure.seconds < TAMBOUR_DAY ? NULL : "dimmed";
  if (measure.state == TAMBOUR_CLOCK_STATE_MISSED || measure.left <= .1 || clock->priority == TAMBOUR_PRIORITY_P1)
    *style = "error";
  else if (measure.left <= .25)
    *style = "warning";

  return measure.state == TAMBOUR_CLOCK_STATE_MISSED ? g_strdup_printf (_("%s late"), length) : g_steal_pointer (&length);
}

static char *
say_time (const TambourCaseLine  *line,
          TambourInstant          now,
          const char            **style)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  switch (line->group)
    {
    case TAMBOUR_CASE_GROUP_ANSWER:
      return say_clock (line->clock, now, style);
    case TAMBOUR_CASE_GROUP_WORK:
    case TAMBOUR_CASE_GROUP_ESCALATED:
      return say_update (line->record->next_update_due, now, style);
    case TAMBOUR_CASE_GROUP_VENDOR:
    case TAMBOUR_CASE_GROUP_CUSTOMER:
      *style = "dimmed";
      return tambour_when_duration (now.seconds - line->since.seconds, TAMBOUR_WHEN_SHORT);
    case TAMBOUR_CASE_GROUP_OVER:
      *style = "dimmed";
      return tambour_when_date (tambour_zone_date_of (here, line->since), tambour_zone_date_of (here, now));
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_case_line_row_show_time:
 * @self: a row
 * @line: its case
 * @now: the time that is "now"
 */
void
tambour_case_line_row_show_time (TambourCaseLineRow    *self,
                                 const TambourCaseLine *line,
                                 TambourInstant         now)
{
  const char *style = NULL;
  g_autofree char *time = say_time (line, now, &style);
  const char *classes[] = { "small", "numeric", style, style && g_str_equal (style, "error") ? "strong" : NULL, NULL };

  gtk_label_set_text (self->time_label, time);
  gtk_widget_set_css_classes (GTK_WIDGET (self->time_label), classes);
}

/* Who answers for it, since when it is escalated, and whether they have taken it. */
static char *
say_owner (TambourEscalation *escalation,
           TambourInstant     now)
{
  gboolean is_taken = tambour_instant_is_stated (escalation->acknowledged_at);
  const char *owner = escalation->owner && *escalation->owner ? escalation->owner : _("Nobody");
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  TambourDate date = tambour_zone_date_of (here, escalation->declared_at);
  TambourDate today = tambour_zone_date_of (here, now);
  g_autofree char *day = date.julian == today.julian ? g_strdup (_("today")) : tambour_when_date (date, today);

  if (is_taken)
    /* Translators: who answers for an escalation, and since when */
    return g_strdup_printf (_("%1$s since %2$s"), owner, day);

  /* Translators: who should answer for an escalation, and since when */
  return g_strdup_printf (_("%1$s since %2$s, not taken"), owner, day);
}

static void
show_escalation (TambourCaseLineRow *self,
                 TambourEscalation  *escalation,
                 TambourInstant      now)
{
  g_autofree char *owner = escalation ? say_owner (escalation, now) : NULL;
  const char *ask = escalation && escalation->ask ? escalation->ask : "";

  gtk_label_set_text (self->owner_label, owner ? owner : "");
  gtk_label_set_text (self->ask_label, ask);
  tambour_tooltip_set (self->ask_label, ask);
  gtk_widget_set_visible (GTK_WIDGET (self->owner_label), owner != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_label), *ask != '\0');
  if (escalation != NULL && !tambour_instant_is_stated (escalation->acknowledged_at))
    gtk_widget_add_css_class (GTK_WIDGET (self->owner_label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->owner_label), "warning");
}

/* "#4117", and how many other cases are escalated with it. */
static char *
dup_number (const TambourCaseLine *line)
{
  const char *number = line->record->number ? line->record->number : "";
  int n = (int) line->n_joined;

  if (n == 0)
    return g_strdup_printf ("#%s", number);

  /* Translators: the number of a case, and how many others are escalated with it */
  return g_strdup_printf (ngettext ("#%1$s and %2$d more", "#%1$s and %2$d more", n), number, n);
}

/**
 * tambour_case_line_row_show:
 * @self: a row
 * @line: a case
 * @now: the time that is "now"
 *
 * Returns: (transfer full): what it says, for who cannot see it
 */
char *
tambour_case_line_row_show (TambourCaseLineRow    *self,
                            const TambourCaseLine *line,
                            TambourInstant         now)
{
  TambourCase *record = line->record;
  const char *priority = tambour_clock_text_priority (record->priority);
  const char *title = record->title && *record->title ? record->title : _("Untitled case");
  g_autofree char *number = dup_number (line);
  g_autofree char *source = line->account ? g_strdup_printf ("%s · %s", number, line->account) : g_strdup (number);
  g_autofree char *name = NULL;

  /* Titles begin below each other, whether there is a priority or not. */
  gtk_widget_set_opacity (GTK_WIDGET (self->priority_label), tambour_priority_label_show (self->priority_label, record->priority) ? 1 : 0);
  gtk_label_set_text (self->title_label, title);
  tambour_tooltip_set (self->title_label, title);
  gtk_label_set_text (self->line_label, source);
  show_escalation (self, line->escalation, now);
  tambour_case_line_row_show_time (self, line, now);

  /* Translators: priority, title, number and account of a case, and its time, for screen readers */
  name = g_strdup_printf (_("%1$s %2$s, %3$s, %4$s"), priority, title, source, gtk_label_get_text (self->time_label));

  return line->escalation ? g_strjoin (", ", name, gtk_label_get_text (self->owner_label), gtk_label_get_text (self->ask_label), NULL)
                          : g_steal_pointer (&name);
}
