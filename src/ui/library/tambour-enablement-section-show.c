/* tambour-enablement-section-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-enablement-section-private.h"
#include "tambour-library-doing.h"
#include "tambour-library-text.h"
#include "tambour-notice-row.h"
#include "tambour-plan-row.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-row-record.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/* The lists of what an account learns, gets, tries and uses. */

/* As many as one reads through: the records have the rest. */
#define MAX_SUGGESTIONS 8
#define MAX_SHARES      6
#define MAX_GUESTS      8
#define MAX_TRAININGS   6
#define MAX_FEATURES    14

static TambourEnablementSection *
find_section (GtkWidget *row)
{
  return TAMBOUR_ENABLEMENT_SECTION (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_ENABLEMENT_SECTION));
}

static const char *
get_account (TambourEnablementSection *self)
{
  return tambour_section_get_account (TAMBOUR_SECTION (self));
}

/* --- suggested ------------------------------------------------------------------ */

static char *
dup_suggestion_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourSuggestion *) item)->item)->id);
}

static GtkWidget *
new_row (gpointer data)
{
  return tambour_plan_row_new (NULL);
}

static void
show_suggestion (GtkWidget *row,
                 gpointer   item)
{
  const TambourSuggestion *suggestion = item;
  TambourEnablementSection *self = find_section (row);
  TambourRecord *record = TAMBOUR_RECORD (suggestion->item);
  g_autofree char *line = tambour_library_text_suggestion (suggestion);
  g_autofree char *length = tambour_library_text_length (suggestion->item);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set (row, record);
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .icon = "tambour-library-symbolic",
                                                   .title = suggestion->item->title,
                                                   .line = line,
                                                   .end = length,
                                                 });
  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    {
      tambour_row_menu_item (menu, _("Share…"), "win.ask-library",
                             tambour_library_new_question (TAMBOUR_LIBRARY_MOVE_SHARE, record->id, get_account (self)));
      tambour_row_menu_item (menu, _("Not for Them"), "enablement.leave-out", g_variant_new_string (record->id));
    }
  tambour_row_menu_record (menu, _("Open"), "win.open-record", record);
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_suggestions (TambourEnablementSection *self)
{
  static const TambourRowList rows = { dup_suggestion_key, new_row, show_suggestion, NULL };
  GPtrArray *suggestions = self->sheet->suggestions;

  tambour_heading_set_part (self->suggestions_heading, MAX_SUGGESTIONS, suggestions->len, NULL);
  if (suggestions->len > 0)
    tambour_row_list_show (self->suggestions_list, &rows, suggestions, MIN (suggestions->len, MAX_SUGGESTIONS), self);
  else
    tambour_row_list_say (self->suggestions_list, tambour_notice_row_new ("tambour-library-symbolic", _("Nothing is suggested"),
                                                                          _("Findings, products and tags decide what is")));
}

/* --- shared ---------------------------------------------------------------------- */

static char *
dup_share_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourLibraryShare *) item)->share)->id);
}

static GtkWidget *
new_share_row (gpointer data)
{
  return tambour_plan_row_new (((TambourEnablementSection *) data)->share_days);
}

static void
show_share (GtkWidget *row,
            gpointer   item)
{
  const TambourLibraryShare *share = item;
  TambourEnablementSection *self = find_section (row);
  TambourRecord *record = TAMBOUR_RECORD (share->share);
  g_autofree char *day = tambour_when_date (share->share->on, self->sheet->today);
  g_autofree char *line = tambour_library_text_share (share, TRUE);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set (row, record);
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = day,
                                                   .title = share->share->title,
                                                   .line = line,
                                                   .tag = tambour_library_text_outcome (share->share),
                                                   .tag_style = tambour_library_text_outcome_style (share->share),
                                                 });
  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    {
      tambour_row_menu_item (menu, _("What Came of It…"), "win.ask-library",
                             tambour_library_new_question (TAMBOUR_LIBRARY_MOVE_OUTCOME, record->id, get_account (self)));
      tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", record);
    }
  if (share->share->library_item_id.id != NULL)
    tambour_row_menu_item (menu, _("Open Item"), "win.open-record", g_variant_new ("(ss)", "library_item", share->share->library_item_id.id));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_shares (TambourEnablementSection *self)
{
  static const TambourRowList rows = { dup_share_key, new_share_row, show_share, NULL };
  GPtrArray *shares = self->sheet->shares;

  tambour_heading_set_part (self->shares_heading, MAX_SHARES, self->sheet->n_shares, NULL);
  if (shares->len > 0)
    tambour_row_list_show (self->shares_list, &rows, shares, MIN (shares->len, MAX_SHARES), self);
  else
    tambour_row_list_say (self->shares_list, tambour_notice_row_new ("document-send-symbolic", _("Nothing was shared yet"),
                                                                     _("What is shared and what came of it stands here")));
}

/* --- invited ---------------------------------------------------------------------- */

static char *
dup_guest_key (gconstpointer item)
{
  return g_strdup (((const TambourGuest *) item)->record->id);
}

static GtkWidget *
new_guest_row (gpointer data)
{
  return tambour_plan_row_new (((TambourEnablementSection *) data)->guest_days);
}

static GMenu *
new_guest_menu (TambourEnablementSection *self,
                const TambourGuest       *guest)
{
  GMenu *menu = g_menu_new ();
  const char *id = guest->record->id;

  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    {
      if (guest->programme_id == NULL && guest->state != TAMBOUR_GUEST_SEATED)
        tambour_row_menu_item (menu, _("Accepts"), "enablement.answer", g_variant_new ("(sb)", id, TRUE));
      if (guest->state != TAMBOUR_GUEST_DECLINED)
        tambour_row_menu_item (menu, _("Declines"), "enablement.answer", g_variant_new ("(sb)", id, FALSE));
      tambour_row_menu_item (menu, _("Follow Up…"), "win.ask-library", tambour_library_new_question (TAMBOUR_LIBRARY_MOVE_FOLLOW_UP, id, NULL));
      if (tambour_date_is_stated (guest->follow_up_on) && !tambour_date_is_stated (guest->followed_up_on))
        tambour_row_menu_item (menu, _("Followed Up"), "enablement.followed-up", g_variant_new_string (id));
      tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", guest->record);
    }
  if (guest->programme_id != NULL)
    tambour_row_menu_item (menu, _("Open Programme"), "win.open-record", g_variant_new ("(ss)", "programme", guest->programme_id));

  return menu;
}

static void
show_guest (GtkWidget *row,
            gpointer   item)
{
  const TambourGuest *guest = item;
  TambourEnablementSection *self = find_section (row);
  g_autofree char *day = tambour_when_date (guest->invited_on, self->sheet->today);
  g_autofree char *line = tambour_library_text_guest (guest, self->sheet->today);
  g_autofree char *state = tambour_library_text_state (guest);
  g_autoptr(GMenu) menu = new_guest_menu (self, guest);

  tambour_row_record_set (row, guest->record);
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = day,
                                                   .icon = tambour_guest_is_due (guest, self->sheet->today) ? "alarm-symbolic" : NULL,
                                                   .title = guest->title,
                                                   .line = line,
                                                   .tag = state,
                                                   .tag_style = tambour_library_text_state_style (guest),
                                                 });
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_guests (TambourEnablementSection *self)
{
  static const TambourRowList rows = { dup_guest_key, new_guest_row, show_guest, NULL };
  GPtrArray *guests = self->sheet->guests;
  guint n_due = 0;
  g_autofree char *due = NULL;

  for (guint i = 0; i < guests->len; i++)
    n_due += tambour_guest_is_due (g_ptr_array_index (guests, i), self->sheet->today);
  if (n_due > 0)
    due = g_strdup_printf (ngettext ("%d to follow up now", "%d to follow up now", n_due), (int) n_due);
  tambour_heading_set_remark (self->guests_heading, due);
  if (guests->len > 0)
    tambour_row_list_show (self->guests_list, &rows, guests, MIN (guests->len, MAX_GUESTS), self);
  else
    tambour_row_list_say (self->guests_list, tambour_notice_row_new ("x-office-calendar-symbolic", _("They are invited to nothing"),
                                                                     _("Invite them from a programme of the library")));
}

/* --- taught ------------------------------------------------------------------------ */

static char *
dup_record_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (item)->id);
}

static GtkWidget *
new_training_row (gpointer data)
{
  return tambour_plan_row_new (((TambourEnablementSection *) data)->training_days);
}

static void
show_training (GtkWidget *row,
               gpointer   item)
{
  TambourTraining *training = item;
  TambourEnablementSection *self = find_section (row);
  g_autofree char *day = tambour_when_date (training->on, self->sheet->today);
  g_autofree char *line = tambour_library_text_training (training);
  g_autoptr(GMenu) menu = g_menu_new ();
  gboolean is_coming = training->on.julian > self->sheet->today.julian;

  tambour_row_record_set (row, TAMBOUR_RECORD (training));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = day,
                                                   .title = training->topic,
                                                   .line = line,
                                                   .tag = is_coming ? _("Planned") : NULL,
                                                   .tag_style = "accent",
                                                 });
  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", TAMBOUR_RECORD (training));
  tambour_row_menu_record (menu, _("Open"), "win.open-record", TAMBOUR_RECORD (training));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_trainings (TambourEnablementSection *self)
{
  static const TambourRowList rows = { dup_record_key, new_training_row, show_training, NULL };
  GPtrArray *trainings = self->sheet->trainings;
  g_autofree char *sum = tambour_library_text_sum (&self->sheet->sum, self->sheet->today);

  gtk_label_set_text (self->sum_label, sum);
  tambour_tooltip_set (self->sum_label, sum);
  gtk_widget_set_visible (GTK_WIDGET (self->sum_label), trainings->len > 0);
  if (trainings->len > 0)
    tambour_row_list_show (self->trainings_list, &rows, trainings, MIN (trainings->len, MAX_TRAININGS), self);
  else
    tambour_row_list_say (self->trainings_list, tambour_notice_row_new ("tambour-people-symbolic", _("Nobody was taught yet"),
                                                                        _("Who came and for how long counts in the review")));
}

/* --- used --------------------------------------------------------------------------- */

static void
show_feature (GtkWidget *row,
              gpointer   item)
{
  TambourFeatureAdoption *feature = item;
  TambourEnablementSection *self = find_section (row);
  g_autofree char *since = tambour_library_text_feature (feature, self->sheet->today);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set (row, TAMBOUR_RECORD (feature));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .title = feature->feature,
                                                   .end = since,
                                                   .tag = feature->in_use ? NULL : _("Not in use"),
                                                 });
  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    {
      tambour_row_menu_item (menu, feature->in_use ? _("Not in Use Any More") : _("In Use"), "enablement.use",
                             g_variant_new ("(sb)", TAMBOUR_RECORD (feature)->id, !feature->in_use));
      tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", TAMBOUR_RECORD (feature));
    }
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_features (TambourEnablementSection *self)
{
  static const TambourRowList rows = { dup_record_key, new_row, show_feature, NULL };
  GPtrArray *features = self->sheet->features;
  g_autofree char *adoption = tambour_library_text_adoption (self->sheet);

  tambour_heading_set_remark (self->features_heading, adoption);
  gtk_widget_set_visible (GTK_WIDGET (self->features_bar), features->len > 0);
  tambour_bar_set_part (self->features_bar, features->len > 0 ? (double) self->sheet->n_in_use / features->len : 0);
  if (features->len > 0)
    tambour_row_list_show (self->features_list, &rows, features, MIN (features->len, MAX_FEATURES), self);
  else
    tambour_row_list_say (self->features_list, tambour_notice_row_new ("view-grid-symbolic", _("No feature is written down"),
                                                                       _("Which are theirs, relevant, and in use")));
}

/**
 * tambour_enablement_section_show:
 * @self: a section that has read its sheet
 */
void
tambour_enablement_section_show (TambourEnablementSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
  show_suggestions (self);
  show_shares (self);
  show_guests (self);
  show_trainings (self);
  show_features (self);
}
