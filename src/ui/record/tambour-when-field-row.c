/* tambour-when-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-record-words.h"
#include "tambour-when-field-row.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/* What an instant gets when only a day was chosen in the calendar. */
#define USUAL_HOUR (9 * TAMBOUR_HOUR)

/**
 * TambourWhenFieldRow:
 *
 * Edits a date, or a date and a time here, by typing or in a calendar. Says below
 * how it understands what was typed.
 */
struct _TambourWhenFieldRow
{
  TambourFieldRow  parent_instance;

  GtkEntry        *entry;
  GtkMenuButton   *button;
  GtkCalendar     *calendar;
  GTimeZone       *zone;
  char            *shown;
  gboolean         is_opening;
};

G_DEFINE_FINAL_TYPE (TambourWhenFieldRow, tambour_when_field_row, TAMBOUR_TYPE_FIELD_ROW)

static gboolean
is_date (gpointer self)
{
  return tambour_field_row_get_field (self)->kind == TAMBOUR_KIND_DATE;
}

static TambourInstant
get_now (gpointer self)
{
  return tambour_portfolio_now (tambour_field_row_get_portfolio (self));
}

static TambourDate
get_today (TambourWhenFieldRow *self)
{
  return tambour_zone_date_of (self->zone, get_now (self));
}

static const char *
get_text (TambourWhenFieldRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
parse_date (TambourWhenFieldRow *self,
            TambourDate         *date)
{
  TambourInstant instant;
  gboolean has_time;

  if (is_date (self))
    return tambour_when_parse_date (get_text (self), get_today (self), date);

  if (!tambour_when_parse_moment (get_text (self), self->zone, get_now (self), &instant, &has_time))
    return tambour_when_parse_date (get_text (self), get_today (self), date);

  *date = tambour_zone_date_of (self->zone, instant);

  return TRUE;
}

/* Where the computer is, since that is where the time is typed for. */
static char *
dup_city (TambourWhenFieldRow *self)
{
  const char *name = g_time_zone_get_identifier (self->zone);

  return tambour_when_city (name != NULL && strchr (name, '/') != NULL ? name : NULL);
}

static void
show_date (TambourWhenFieldRow *self)
{
  TambourDate date;
  g_autofree char *weekday = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *remark = NULL;

  if (tambour_when_parse_date (get_text (self), get_today (self), &date))
    {
      weekday = tambour_when_weekday (date);
      plain = tambour_when_edit_date (date);
      if (g_strcmp0 (plain, get_text (self)) != 0)
        remark = tambour_words_weekday (date, get_now (self));
    }

  tambour_field_row_set_aside (TAMBOUR_FIELD_ROW (self), weekday);
  tambour_field_row_set_remark (TAMBOUR_FIELD_ROW (self), remark);
}

static void
show_moment (TambourWhenFieldRow *self)
{
  TambourInstant instant;
  gboolean has_time;
  g_autofree char *city = dup_city (self);
  g_autofree char *weekday = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *remark = NULL;

  if (tambour_when_parse_moment (get_text (self), self->zone, get_now (self), &instant, &has_time))
    {
      weekday = tambour_when_weekday (tambour_zone_date_of (self->zone, instant));
      aside = *city ? g_strdup_printf ("%s · %s", weekday, city) : g_strdup (weekday);
      plain = tambour_when_edit_moment (instant, self->zone);
      if (g_strcmp0 (plain, get_text (self)) != 0)
        remark = tambour_words_moment (instant, get_now (self));
    }

  tambour_field_row_set_aside (TAMBOUR_FIELD_ROW (self), aside ? aside : city);
  tambour_field_row_set_remark (TAMBOUR_FIELD_ROW (self), remark);
}

/* How it is understood; in full where it was typed otherwise. */
static void
show_remark (TambourWhenFieldRow *self)
{
  if (is_date (self))
    show_date (self);
  else
    show_moment (self);
}

static void
changed_cb (TambourWhenFieldRow *self)
{
  show_remark (self);
  tambour_field_row_edited (TAMBOUR_FIELD_ROW (self));
}

/* A time that was there already stays when another day is chosen. */
static void
choose (TambourWhenFieldRow *self,
        TambourDate          date)
{
  TambourInstant instant;
  gboolean has_time;
  g_autofree char *text = NULL;

  if (is_date (self))
    text = tambour_when_edit_date (date);
  else
    {
      gint64 local = USUAL_HOUR;

      if (tambour_when_parse_moment (get_text (self), self->zone, get_now (self), &instant, &has_time))
        local = tambour_zone_local_of (self->zone, instant) % TAMBOUR_DAY;

      local = tambour_when_local_start (date) + (local + TAMBOUR_DAY) % TAMBOUR_DAY;
      text = tambour_when_edit_moment (tambour_zone_instant_of (self->zone, local), self->zone);
    }

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
day_selected_cb (TambourWhenFieldRow *self)
{
  if (self->is_opening)
    return;

  choose (self, tambour_date_new (gtk_calendar_get_year (self->calendar),
                                  gtk_calendar_get_month (self->calendar) + 1,
                                  gtk_calendar_get_day (self->calendar)));
}

static void
opened_cb (GtkPopover          *popover,
           TambourWhenFieldRow *self)
{
  TambourDate date;
  int year, month, day;

  if (!parse_date (self, &date))
    date = get_today (self);

  tambour_date_split (date, &year, &month, &day);
  self->is_opening = TRUE;
  gtk_calendar_set_day (self->calendar, 1);
  gtk_calendar_set_year (self->calendar, year);
  gtk_calendar_set_month (self->calendar, month - 1);
  gtk_calendar_set_day (self->calendar, day);
  self->is_opening = FALSE;
}

static void
today_clicked_cb (TambourWhenFieldRow *self)
{
  choose (self, get_today (self));
  gtk_menu_button_popdown (self->button);
}

static GtkWidget *
new_popover (TambourWhenFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *today = gtk_button_new_with_mnemonic (_("_Today"));
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (today, "clicked", G_CALLBACK (today_clicked_cb), self);
  g_signal_connect_object (popover, "show", G_CALLBACK (opened_cb), self, 0);

  return popover;
}

static void
tambour_when_field_row_set_up (TambourFieldRow *row)
{
  TambourWhenFieldRow *self = TAMBOUR_WHEN_FIELD_ROW (row);

  self->zone = g_time_zone_new_local ();
  self->entry = g_object_new (GTK_TYPE_ENTRY, "has-frame", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  gtk_entry_set_placeholder_text (self->entry, is_date (self) ? _("today, fri, +3d, 4 Dec") : _("today 14:30, fri 9:00"));
  tambour_field_row_set_editor (row, GTK_WIDGET (self->entry), NULL);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);

  self->button = g_object_new (GTK_TYPE_MENU_BUTTON,
                               "icon-name", "x-office-calendar-symbolic",
                               "tooltip-text", _("Choose in a Calendar"),
                               "popover", new_popover (self),
                               "css-classes", (const char *[]) { "flat", NULL },
                               NULL);
  tambour_field_row_add_suffix (row, GTK_WIDGET (self->button));
}

static void
tambour_when_field_row_show (TambourFieldRow *row,
                             TambourRecord   *record,
                             GHashTable      *others)
{
  TambourWhenFieldRow *self = TAMBOUR_WHEN_FIELD_ROW (row);
  const TambourField *field = tambour_field_row_get_field (row);

  g_clear_pointer (&self->shown, g_free);
  self->shown = is_date (self) ? tambour_when_edit_date (AT (field, record, TambourDate))
                               : tambour_when_edit_moment (AT (field, record, TambourInstant), self->zone);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  show_remark (self);
}

static char *
read_moment (TambourWhenFieldRow *self,
             TambourInstant      *instant)
{
  gboolean has_time;

  if (tambour_when_parse_moment (get_text (self), self->zone, get_now (self), instant, &has_time))
    return NULL;

  return g_strdup (has_time ? _("This takes a date and a time, such as today 14:30") : _("Add a time, such as 14:30"));
}

static char *
tambour_when_field_row_read (TambourFieldRow *row,
                             TambourRecord   *record)
{
  TambourWhenFieldRow *self = TAMBOUR_WHEN_FIELD_ROW (row);
  const TambourField *field = tambour_field_row_get_field (row);

  if (g_strcmp0 (get_text (self), self->shown) == 0)
    return NULL;

  if (*get_text (self) == '\0')
    {
      tambour_field_clear (field, record);
      return NULL;
    }

  if (!is_date (self))
    return read_moment (self, &AT (field, record, TambourInstant));

  return tambour_when_parse_date (get_text (self), get_today (self), &AT (field, record, TambourDate)) ? NULL
                                                                                                       : g_strdup (_("This takes a date, such as 4 Dec, fri or +3d"));
}

static char *
tambour_when_field_row_dup_draft (TambourFieldRow *row)
{
  return g_strdup (get_text (TAMBOUR_WHEN_FIELD_ROW (row)));
}

static void
tambour_when_field_row_take_draft (TambourFieldRow *row,
                                   const char      *draft)
{
  gtk_editable_set_text (GTK_EDITABLE (TAMBOUR_WHEN_FIELD_ROW (row)->entry), draft);
}

static void
tambour_when_field_row_set_editable (TambourFieldRow *row,
                                     gboolean         is_editable)
{
  TambourWhenFieldRow *self = TAMBOUR_WHEN_FIELD_ROW (row);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), is_editable);
  gtk_widget_set_visible (GTK_WIDGET (self->button), is_editable);
}

static void
tambour_when_field_row_finalize (GObject *object)
{
  TambourWhenFieldRow *self = TAMBOUR_WHEN_FIELD_ROW (object);

  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (tambour_when_field_row_parent_class)->finalize (object);
}

static void
tambour_when_field_row_class_init (TambourWhenFieldRowClass *klass)
{
  TambourFieldRowClass *row_class = TAMBOUR_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_when_field_row_finalize;
  row_class->set_up = tambour_when_field_row_set_up;
  row_class->show = tambour_when_field_row_show;
  row_class->read = tambour_when_field_row_read;
  row_class->dup_draft = tambour_when_field_row_dup_draft;
  row_class->take_draft = tambour_when_field_row_take_draft;
  row_class->set_editable = tambour_when_field_row_set_editable;
}

static void
tambour_when_field_row_init (TambourWhenFieldRow *self)
{
}
