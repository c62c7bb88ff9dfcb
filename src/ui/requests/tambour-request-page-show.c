/* tambour-request-page-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-detail-row.h"
#include "tambour-evidence-row.h"
#include "tambour-listener-row.h"
#include "tambour-notice-row.h"
#include "tambour-plan-row.h"
#include "tambour-request-page-private.h"
#include "tambour-requests-text.h"
#include "tambour-roadmap-text.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-row-record.h"
#include "tambour-today-text.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/* As many as one reads through: the records have the rest. */
#define MAX_ROWS 40

/* The four facts, in their order. */
enum
{
  STATE,
  WEIGHT,
  AT_STAKE,
  ANSWERED,
  N_FACTS,
};

static TambourRequestPage *
find_page (GtkWidget *row)
{
  return TAMBOUR_REQUEST_PAGE (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_REQUEST_PAGE));
}

/* --- facts ------------------------------------------------------------------ */

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "css-classes", (const char *[]) { style, "numeric", NULL }, NULL);
}

/* Two of them always stand beside each other. */
static GtkBox *
get_pair (TambourRequestPage *self,
          guint               position)
{
  GtkWidget *pair = gtk_widget_get_first_child (GTK_WIDGET (self->facts));

  return GTK_BOX (position < N_FACTS / 2 ? pair : gtk_widget_get_next_sibling (pair));
}

/**
 * tambour_request_page_add_facts:
 * @self: a page of a request
 *
 * Makes the places for its facts.
 */
void
tambour_request_page_add_facts (TambourRequestPage *self)
{
  const char *titles[N_FACTS] = {
    [STATE] = _("State"),
    [WEIGHT] = _("Weight"),
    [AT_STAKE] = _("Value at stake"),
    [ANSWERED] = _("Answered after"),
  };

  for (guint i = 0; i < N_FACTS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_box_append (GTK_BOX (box), new_label (titles[i], "meta"));
      gtk_box_append (GTK_BOX (box), new_label ("", "heading"));
      gtk_box_append (GTK_BOX (box), new_label ("", "meta"));
      gtk_box_append (get_pair (self, i), box);
    }
}

static GtkWidget *
show_fact (TambourRequestPage *self,
           guint               position,
           const char         *title,
           const char         *value,
           const char         *line)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (get_pair (self, position)));
  GtkWidget *label;

  if (position % 2 == 1)
    box = gtk_widget_get_next_sibling (box);

  label = gtk_widget_get_first_child (box);
  if (title != NULL)
    gtk_label_set_text (GTK_LABEL (label), title);
  label = gtk_widget_get_next_sibling (label);
  gtk_label_set_text (GTK_LABEL (label), *value ? value : "–");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (label)), line);

  return box;
}

static void
show_answered (TambourRequestPage *self)
{
  const TambourRequestLine *line = self->file->line;
  g_autofree char *days = tambour_requests_text_days (line, self->file->today);
  g_autofree char *asked_on = tambour_when_date (line->asked_on, self->file->today);
  g_autofree char *answered_on = tambour_when_date (line->answered_on, self->file->today);
  g_autofree char *told = NULL;
  gboolean is_answered = tambour_date_is_stated (line->answered_on);

  if (*asked_on == '\0')
    told = g_strdup (_("nobody has asked yet"));
  else if (is_answered)
    /* Translators: two days: when something was asked for, and when it was answered */
    told = g_strdup_printf (_("asked %1$s, answered %2$s"), asked_on, answered_on);
  else
    /* Translators: %s is a day such as "18 Nov", when a customer asked for something */
    told = g_strdup_printf (_("asked %s"), asked_on);

  show_fact (self, ANSWERED, is_answered ? _("Answered after") : _("Waiting for"), days, told);
}

static void
show_facts (TambourRequestPage *self)
{
  const TambourRequestLine *line = self->file->line;
  g_autofree char *state = tambour_requests_text_state (line);
  g_autofree char *since = tambour_when_date (line->reached_on, self->file->today);
  g_autofree char *reached = NULL;
  g_autofree char *weight = line->askers->len > 0 ? g_strdup_printf ("%d", line->weight) : g_strdup ("");
  g_autofree char *factors = tambour_requests_text_factors (line);
  g_autofree char *explained = tambour_requests_text_weight (line);
  g_autofree char *stake = tambour_requests_text_stake (line->at_stake);
  g_autofree char *accounts = tambour_requests_text_accounts (line->askers->len);

  if (*since != '\0')
    /* Translators: %s is a day such as "18 Nov" */
    reached = g_strdup_printf (_("since %s"), since);
  show_fact (self, STATE, NULL, state, reached ? reached : "");
  tambour_tooltip_set (show_fact (self, WEIGHT, NULL, weight, factors), explained);
  show_fact (self, AT_STAKE, NULL, stake, accounts);
  show_answered (self);
  tambour_step_bar_set_steps (self->step_bar, line->n_steps);
}

/* --- who must be told ------------------------------------------------------- */

static char *
dup_listener_key (gconstpointer item)
{
  const TambourRequestListener *listener = item;

  return g_strdup_printf ("%s %s", listener->asker->account_id, listener->contact_id ? listener->contact_id : "");
}

static GtkWidget *
new_listener_row (gpointer data)
{
  return tambour_listener_row_new ();
}

static void
add_listener_items (GMenu                        *menu,
                    TambourRequestPage           *self,
                    const TambourRequestListener *listener)
{
  const char *account_id = listener->asker->account_id;
  const char *contact_id = listener->contact_id ? listener->contact_id : "";

  tambour_row_menu_item (menu, _("Copy Message"), "request.copy-message", g_variant_new ("(ss)", account_id, contact_id));
  if (tambour_page_can_write (TAMBOUR_PAGE (self)) && listener->must_be_told)
    tambour_row_menu_item (menu, _("Mark as Told"), "request.tell", g_variant_new ("(ss)", account_id, contact_id));
  if (tambour_page_can_write (TAMBOUR_PAGE (self)) && tambour_date_is_stated (listener->told_on))
    tambour_row_menu_item (menu, _("Not Told After All"), "request.untell", g_variant_new ("(ss)", account_id, contact_id));
  tambour_row_menu_item (menu, _("Open Account"), "win.open-account", g_variant_new_string (account_id));
}

static void
show_listener (GtkWidget *row,
               gpointer   item)
{
  const TambourRequestListener *listener = item;
  TambourRequestPage *self = find_page (row);
  g_autoptr(GMenu) menu = g_menu_new ();

  if (listener->contact_id != NULL)
    tambour_row_record_set_id (row, "contact", listener->contact_id);
  else
    tambour_row_record_set_id (row, "account", listener->asker->account_id);
  tambour_listener_row_show (TAMBOUR_LISTENER_ROW (row), listener, self->file->today, tambour_page_can_write (TAMBOUR_PAGE (self)));
  add_listener_items (menu, self, listener);
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_listeners (TambourRequestPage *self)
{
  static const TambourRowList rows = { dup_listener_key, new_listener_row, show_listener, NULL };
  GPtrArray *listeners = self->file->line->listeners;
  g_autofree char *tell = tambour_requests_text_tell (self->file->line->n_to_tell);

  gtk_widget_set_visible (self->tell_box, listeners->len > 0);
  tambour_heading_set_part (self->tell_heading, MAX_ROWS, listeners->len, *tell ? tell : _("all know where it stands"));
  tambour_row_list_show (self->tell_list, &rows, listeners, MIN (listeners->len, MAX_ROWS), self);
}

/* --- what was said ---------------------------------------------------------- */

static char *
dup_record_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (item)->id);
}

static GtkWidget *
new_evidence_row (gpointer data)
{
  return tambour_evidence_row_new ();
}

static void
show_evidence (GtkWidget *row,
               gpointer   item)
{
  TambourFrEvidence *evidence = item;
  TambourRequestPage *self = find_page (row);
  TambourRecord *record = TAMBOUR_RECORD (evidence);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set_id (row, "fr_evidence", record->id);
  tambour_evidence_row_show (TAMBOUR_EVIDENCE_ROW (row), self->file, evidence);
  if (tambour_page_can_write (TAMBOUR_PAGE (self)))
    tambour_row_menu_item (menu, _("Edit…"), "win.edit-record", g_variant_new ("(ss)", "fr_evidence", record->id));
  if (tambour_request_file_find_asker (self->file, evidence) != NULL)
    tambour_row_menu_item (menu, _("Open Account"), "win.open-account", g_variant_new_string (record->account_id.id));
  if (tambour_request_file_find_contact (self->file, evidence) != NULL)
    tambour_row_menu_item (menu, _("Open Contact"), "win.open-record", g_variant_new ("(ss)", "contact", evidence->contact_id.id));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_all_evidence (TambourRequestPage *self)
{
  static const TambourRowList rows = { dup_record_key, new_evidence_row, show_evidence, NULL };
  GPtrArray *evidence = self->file->evidence;
  g_autofree char *accounts = tambour_requests_text_accounts (self->file->line->askers->len);

  tambour_heading_set_part (self->evidence_heading, MAX_ROWS, evidence->len, evidence->len > 0 && !self->is_small ? accounts : NULL);
  if (evidence->len > 0)
    tambour_row_list_show (self->evidence_list, &rows, evidence, MIN (evidence->len, MAX_ROWS), self);
  else
    tambour_row_list_say (self->evidence_list, tambour_notice_row_new ("tambour-requests-symbolic", _("No customer is quoted"),
                                                                       _("Add what one says, and what it is worth: the weight follows from it")));
}

/* --- merged ----------------------------------------------------------------- */

static GtkWidget *
new_request_row (gpointer data)
{
  GtkWidget *row = tambour_plan_row_new (NULL);

  return row;
}

static void
show_request (GtkWidget *row,
              gpointer   item)
{
  TambourFeatureRequest *request = item;
  TambourRequestPage *self = find_page (row);
  const char *external_id = TAMBOUR_RECORD (request)->external_id;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *line = tambour_today_text_join (external_id ? external_id : "",
                                                   request == self->file->into ? _("goes on there") : _("its quotes are here"), NULL);

  tambour_row_record_set_id (row, "feature_request", TAMBOUR_RECORD (request)->id);
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .icon = "tambour-requests-symbolic",
                                                   .title = request->title ? request->title : "",
                                                   .line = line,
                                                   .tag = request == self->file->into ? _("Merged into") : NULL,
                                                   .tag_style = "accent",
                                                 });
  tambour_row_menu_item (menu, _("Open"), "win.open-record", g_variant_new ("(ss)", "feature_request", TAMBOUR_RECORD (request)->id));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_merged (TambourRequestPage *self)
{
  static const TambourRowList rows = { dup_record_key, new_request_row, show_request, NULL };
  g_autoptr(GPtrArray) into = g_ptr_array_new ();

  if (self->file->into != NULL)
    g_ptr_array_add (into, self->file->into);
  gtk_widget_set_visible (GTK_WIDGET (self->into_list), into->len > 0);
  tambour_row_list_show (self->into_list, &rows, into, into->len, self);

  gtk_widget_set_visible (self->merged_box, self->file->merged->len > 0);
  tambour_row_list_show (self->merged_list, &rows, self->file->merged, MIN (self->file->merged->len, MAX_ROWS), self);
}

/* --- beside it -------------------------------------------------------------- */

static void
show_steps (TambourRequestPage *self)
{
  gtk_list_box_remove_all (self->steps_list);
  if (self->file->steps->len == 0)
    tambour_row_list_say (self->steps_list, tambour_notice_row_new ("document-open-recent-symbolic", _("No step is noted"),
                                                                    _("Mark it as submitted when the product team has it")));

  for (guint i = 0; i < MIN (self->file->steps->len, MAX_ROWS); i++)
    {
      const TambourRequestStep *step = g_ptr_array_index (self->file->steps, i);
      const char *reason = step->event->reason && *step->event->reason ? step->event->reason : NULL;
      g_autofree char *name = tambour_requests_text_step (step);
      g_autofree char *day = tambour_when_date (step->event->at, self->file->today);
      /* Translators: a step of a request, and why it was made */
      g_autofree char *text = reason ? g_strdup_printf (_("%1$s: %2$s"), name, reason) : g_strdup (name);

      gtk_list_box_append (self->steps_list, tambour_detail_row_new (day, text, NULL));
    }
}

static void
show_details (TambourRequestPage *self)
{
  TambourFeatureRequest *request = self->file->line->request;
  g_autofree char *names = request->also_called ? g_strjoinv (", ", request->also_called) : NULL;
  g_autofree char *votes = self->file->line->n_votes > 0 ? tambour_when_number (self->file->line->n_votes) : NULL;

  gtk_list_box_remove_all (self->details_list);
  tambour_detail_row_add (self->details_list, _("Product owner"), request->product_owner ? request->product_owner : _("Nobody named"), NULL);
  tambour_detail_row_add (self->details_list, _("Target release"), request->target_release ? request->target_release : _("None told"), NULL);
  tambour_detail_row_add (self->details_list, _("Product area"), request->product_area, NULL);
  tambour_detail_row_add (self->details_list, _("Votes"), votes, NULL);
  tambour_detail_row_add (self->details_list, _("Also called"), names, NULL);
  tambour_detail_row_add (self->details_list, _("Alternative"), request->alternative, NULL);
  tambour_detail_row_add (self->details_list, _("Body"), request->body, NULL);
}

static void
show_title (TambourRequestPage *self)
{
  const TambourRequestLine *line = self->file->line;
  const char *external_id = TAMBOUR_RECORD (line->request)->external_id;
  const char *area = line->request->product_area;
  g_autofree char *title = tambour_requests_text_title (line);
  g_autofree char *state = tambour_requests_text_state (line);
  g_autofree char *facts = tambour_requests_text_line (line, self->file->today);
  g_autofree char *subtitle = tambour_today_text_join (area ? area : "", facts, NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *title ? title : _("Request"));
  adw_window_title_set_title (self->window_title, external_id && *external_id ? external_id : _("Request"));
  adw_window_title_set_subtitle (self->window_title, state);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->line_label, subtitle);
}

/**
 * tambour_request_page_show:
 * @self: a page that has read its request
 *
 * Shows it.
 */
void
tambour_request_page_show (TambourRequestPage *self)
{
  show_title (self);
  show_facts (self);
  show_listeners (self);
  show_all_evidence (self);
  show_merged (self);
  show_steps (self);
  show_details (self);
}
