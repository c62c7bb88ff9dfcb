/* tambour-prep-sheet-dialog-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-fact-cell.h"
#include "tambour-notice-row.h"
#include "tambour-prep-sheet-dialog-private.h"
#include "tambour-prep-sheet-row.h"
#include "tambour-prep-sheet-text.h"
#include "tambour-row-list.h"
#include "tambour-when.h"
#include "tambour-work-row.h"

/* How many open actions there are at most, until one asks for all. */
#define MOST_WORK 3

#define AVATAR 26

static TambourPrepSheetDialog *
find_dialog (GtkWidget *row)
{
  return TAMBOUR_PREP_SHEET_DIALOG (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_PREP_SHEET_DIALOG));
}

/* --- what to raise --------------------------------------------------------- */

static char *
dup_point_key (gconstpointer item)
{
  return g_strdup (((const TambourPrepPoint *) item)->key);
}

static void
entered_cb (TambourPrepSheetDialog *self,
            GtkWidget              *row)
{
  tambour_prep_sheet_dialog_entered (self, row);
}

static GtkWidget *
new_point_row (gpointer data)
{
  GtkWidget *row = tambour_prep_sheet_row_new ();

  g_signal_connect_object (row, "edited", G_CALLBACK (tambour_prep_sheet_dialog_edited), data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), data, G_CONNECT_SWAPPED);

  return row;
}

static void
show_point (GtkWidget *row,
            gpointer   item)
{
  TambourPrepSheetDialog *self = find_dialog (row);

  tambour_prep_sheet_row_show (TAMBOUR_PREP_SHEET_ROW (row), item, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)),
                               self->shown->len, self->sheet, tambour_portfolio_now (self->portfolio));
}

/**
 * tambour_prep_sheet_dialog_show_points:
 * @self: a dialog that has read
 *
 * Shows the points as the person wants them; rows that stay keep the keyboard.
 */
void
tambour_prep_sheet_dialog_show_points (TambourPrepSheetDialog *self)
{
  static const TambourRowList rows = { dup_point_key, new_point_row, show_point };

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = tambour_prep_choice_apply (self->choice, self->sheet->points);
  if (self->shown->len > 0)
    tambour_row_list_show (self->points_list, &rows, self->shown, self->shown->len, self);
  else
    tambour_row_list_say (self->points_list, tambour_notice_row_new ("object-select-symbolic", _("Nothing has to be raised"),
                                                                     _("Add what you want to speak about")));
}

/* --- open actions ---------------------------------------------------------- */

static char *
dup_work_key (gconstpointer item)
{
  return g_strdup (((const TambourTodayWork *) item)->id);
}

static GtkWidget *
new_work_row (gpointer data)
{
  return tambour_work_row_new ();
}

static gboolean
is_ours (TambourPrepSheetDialog *self,
         const TambourTodayWork *work)
{
  for (guint i = 0; i < self->sheet->n_ours; i++)
    if (g_ptr_array_index (self->sheet->work, i) == work)
      return TRUE;

  return FALSE;
}

static void
show_work (GtkWidget *row,
           gpointer   item)
{
  TambourPrepSheetDialog *self = find_dialog (row);
  g_autofree char *owner = tambour_prep_text_owner (item, self->sheet, is_ours (self, item));

  tambour_work_row_show_from (TAMBOUR_WORK_ROW (row), item, owner, tambour_portfolio_now (self->portfolio));
}

/**
 * tambour_prep_sheet_dialog_show_work:
 * @self: a dialog that has read
 *
 * Shows the open actions, or the first of them.
 */
void
tambour_prep_sheet_dialog_show_work (TambourPrepSheetDialog *self)
{
  static const TambourRowList rows = { dup_work_key, new_work_row, show_work };
  GPtrArray *work = self->sheet->work;
  guint n = self->shows_all_work ? work->len : MIN (work->len, MOST_WORK);
  g_autofree char *count = tambour_when_number (work->len);
  /* Translators: %s is how many there are */
  g_autofree char *all = g_strdup_printf (_("All %s"), count);

  if (n > 0)
    tambour_row_list_show (self->work_list, &rows, work, n, self);
  else
    tambour_row_list_say (self->work_list, tambour_notice_row_new ("object-select-symbolic", _("Nothing is open on either side"), NULL));

  gtk_button_set_label (self->work_button, self->shows_all_work ? _("Fewer") : all);
  gtk_widget_set_visible (GTK_WIDGET (self->work_button), work->len > MOST_WORK);
}

/* --- the last call, and what happened since -------------------------------- */

static void
show_minutes (TambourPrepSheetDialog *self)
{
  g_autofree char *heading = tambour_prep_text_minutes (self->sheet);
  const char *minutes = self->sheet->minutes ? self->sheet->minutes :
                        self->sheet->last    ? _("Nobody wrote minutes.") :
                                               _("No call was held yet.");

  g_object_set (self->minutes_heading, "title", heading, NULL);
  gtk_label_set_text (self->minutes_label, minutes);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_button), self->sheet->last != NULL);
}

static void
add_figure (TambourPrepSheetDialog *self,
            const char             *figure,
            const char             *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = g_object_new (GTK_TYPE_LABEL, "label", figure, "xalign", 0., "css-classes", (const char *[]) { "heading", "numeric", NULL }, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", caption, "xalign", 0., "wrap", TRUE, "css-classes", (const char *[]) { "meta", NULL }, NULL);

  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->figures, box);
}

static void
show_since (TambourPrepSheetDialog *self)
{
  TambourPrepSheet *sheet = self->sheet;
  g_autofree char *heading = tambour_prep_text_since (sheet);
  g_autofree char *opened = tambour_when_number (sheet->n_opened);
  g_autofree char *solved = tambour_when_number (sheet->n_solved);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))))
    gtk_box_remove (self->figures, child);

  gtk_label_set_text (self->since_label, heading);
  add_figure (self, opened, ngettext ("case opened", "cases opened", sheet->n_opened));
  add_figure (self, solved, ngettext ("case solved", "cases solved", sheet->n_solved));
  if (sheet->metric != NULL && !isnan (sheet->change))
    {
      g_autofree char *change = tambour_prep_text_change (sheet);

      add_figure (self, change, tambour_prep_text_metric (sheet->metric));
    }
}

/* --- people, and what to share --------------------------------------------- */

static char *
dup_person_key (gconstpointer item)
{
  return g_strdup (((const TambourPrepPerson *) item)->name);
}

static GtkWidget *
new_person_row (gpointer data)
{
  GtkWidget *avatar = g_object_new (ADW_TYPE_AVATAR, "size", AVATAR, "show-initials", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  return tambour_fact_cell_new_row (avatar, TRUE);
}

static void
show_person (GtkWidget *row,
             gpointer   item)
{
  const TambourPrepPerson *person = item;
  TambourFactCell *cell = tambour_fact_cell_of_row (row);
  g_autofree char *line = tambour_prep_text_person (person, find_dialog (row)->sheet->today);

  adw_avatar_set_text (ADW_AVATAR (tambour_fact_cell_get_prefix (cell)), person->name);
  tambour_fact_cell_show (cell, person->name, line, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), person->id != NULL);
}

static void
show_people (TambourPrepSheetDialog *self)
{
  static const TambourRowList rows = { dup_person_key, new_person_row, show_person };
  GPtrArray *people = self->sheet->people;

  if (people->len > 0)
    tambour_row_list_show (self->people_list, &rows, people, people->len, self);
  else
    tambour_row_list_say (self->people_list, tambour_notice_row_new ("tambour-people-symbolic", _("Nobody is noted yet"),
                                                                     _("Who joins is known after the first call")));
}

static char *
dup_share_key (gconstpointer item)
{
  return g_strdup (((const TambourPrepShare *) item)->title);
}

static GtkWidget *
new_share_row (gpointer data)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "css-classes", (const char *[]) { "dimmed", NULL }, NULL);

  return tambour_fact_cell_new_row (image, TRUE);
}

static void
show_share (GtkWidget *row,
            gpointer   item)
{
  const TambourPrepShare *share = item;
  TambourFactCell *cell = tambour_fact_cell_of_row (row);
  g_autofree char *line = tambour_prep_text_share (share, find_dialog (row)->sheet->today);
  gboolean has_day = tambour_date_is_stated (share->on);

  gtk_image_set_from_icon_name (GTK_IMAGE (tambour_fact_cell_get_prefix (cell)), has_day ? "x-office-calendar-symbolic" : "tambour-library-symbolic");
  tambour_fact_cell_show (cell, share->title, line, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), share->id != NULL);
}

static void
show_shares (TambourPrepSheetDialog *self)
{
  static const TambourRowList rows = { dup_share_key, new_share_row, show_share };
  GPtrArray *shares = self->sheet->shares;

  if (shares->len > 0)
    tambour_row_list_show (self->shares_list, &rows, shares, shares->len, self);
  else
    tambour_row_list_say (self->shares_list, tambour_notice_row_new ("tambour-library-symbolic", _("Nothing new to share"), NULL));
}

/**
 * tambour_prep_sheet_dialog_show:
 * @self: a dialog that has read
 */
void
tambour_prep_sheet_dialog_show (TambourPrepSheetDialog *self)
{
  g_autofree char *subtitle = tambour_prep_text_subtitle (self->sheet, tambour_portfolio_now (self->portfolio));

  adw_window_title_set_subtitle (self->title, subtitle);
  tambour_prep_sheet_dialog_show_points (self);
  tambour_prep_sheet_dialog_show_work (self);
  show_minutes (self);
  show_since (self);
  show_people (self);
  show_shares (self);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
}
