/* tambour-prep-sheet-dialog-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-calendar-export.h"
#include "tambour-prep-sheet-dialog-private.h"
#include "tambour-saved-file.h"

/* The call that is prepared, as an event that others can take into their calendars. */

/* What somebody took off the plan meanwhile is no event. */
static gboolean
write_calendar (TambourStore    *store,
                const char      *path,
                TambourInstant   now,
                gpointer         data,
                GError         **error)
{
  const TambourCalendarWanted wanted = { .engagement_id = data, .now = now };
  g_autofree char *text = tambour_calendar_export (store, &wanted, NULL, error);

  if (text == NULL)
    return FALSE;
  if (strstr (text, "BEGIN:VEVENT") == NULL)
    {
      g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND, _("This call is not planned any more. Plan it again to save it."));
      return FALSE;
    }

  return g_file_set_contents (path, text, -1, error);
}

static void
save (GtkWidget *widget,
      GFile     *file)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);

  if (self->meeting_id != NULL)
    tambour_saved_file_write (widget, self->portfolio, file, "prep.save-calendar", write_calendar, g_strdup (self->meeting_id), g_free);
}

static void
save_calendar_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourPrepSheetDialog *self = TAMBOUR_PREP_SHEET_DIALOG (widget);
  g_autoptr(GDateTime) start = NULL;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (!tambour_prep_sheet_dialog_can_save (self))
    return;

  start = g_date_time_new_from_unix_local (self->sheet->meeting->planned_start.seconds);
  day = g_date_time_format (start, "%Y-%m-%d");
  name = g_strdup_printf ("%s %s.ics", self->sheet->account->name ? self->sheet->account->name : "", day);
  tambour_saved_file_ask (widget, _("Save as Calendar File"), g_strchug (name), save);
}

/**
 * tambour_prep_sheet_dialog_can_save:
 * @self: a dialog
 *
 * Returns: whether it prepares a call that is planned, which can be saved for a calendar
 */
gboolean
tambour_prep_sheet_dialog_can_save (TambourPrepSheetDialog *self)
{
  const TambourEngagement *meeting = self->sheet ? self->sheet->meeting : NULL;

  return meeting != NULL && meeting->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED && tambour_instant_is_stated (meeting->planned_start);
}

/**
 * tambour_prep_sheet_dialog_install_saving:
 * @widget_class: the class of dialogs
 */
void
tambour_prep_sheet_dialog_install_saving (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "prep.save-calendar", NULL, save_calendar_action);
}
