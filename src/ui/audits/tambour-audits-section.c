/* tambour-audits-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tambour-audit-moves.h"
#include "tambour-audit-text.h"
#include "tambour-audits-section.h"
#include "tambour-audits.h"
#include "tambour-breadth.h"
#include "tambour-exposure-row.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-heading.h"
#include "tambour-marked-row.h"
#include "tambour-menu-button.h"
#include "tambour-notice-row.h"
#include "tambour-row-list.h"
#include "tambour-trend-chart.h"
#include "tambour-when.h"

#define SIDE_WIDTH 340

/**
 * TambourAuditsSection:
 *
 * The audits of an account: what is being answered, what was found before and how the
 * score went, and what is planned.
 */
struct _TambourAuditsSection
{
  TambourSection     parent_instance;

  TambourAudits     *audits;  /* of the parent */
  GCancellable      *loading;

  /* Template widgets */
  GtkWidget         *content;
  GtkBox            *columns;
  GtkListBox        *draft_list;
  GtkMenuButton     *begin_button;
  GtkWidget         *finished_box;
  TambourHeading    *finished_heading;
  GtkListBox        *finished_list;
  TambourHeading    *safeguards_heading;
  GtkListBox        *safeguards_list;
  AdwClamp          *side;
  GtkWidget         *trend_card;
  TambourTrendChart *trend_chart;
  GtkListBox        *planned_list;
  GtkWidget         *checklists_box;
  GtkListBox        *checklists_list;
};

G_DEFINE_FINAL_TYPE (TambourAuditsSection, tambour_audits_section, TAMBOUR_TYPE_SECTION)

static TambourPortfolio *
get_portfolio (TambourAuditsSection *self)
{
  return tambour_section_get_portfolio (TAMBOUR_SECTION (self));
}

static TambourDate
get_today (TambourAuditsSection *self)
{
  return tambour_zone_date_of (self->audits->zone, tambour_portfolio_now (get_portfolio (self)));
}

static gboolean
is_finished (const TambourAuditEntry *entry)
{
  return entry->audit->status == TAMBOUR_AUDIT_STATUS_FINAL;
}

static const char *
name_of (const TambourAuditEntry *entry)
{
  if (entry->audit->title != NULL && *entry->audit->title != '\0')
    return entry->audit->title;

  return entry->checklist ? entry->checklist : _("Audit");
}

/* --- rows ------------------------------------------------------------------ */

static guint
count_answered (const TambourAuditEntry *entry)
{
  guint n = 0;

  for (guint i = 0; i < entry->answers->len; i++)
    n += ((TambourAuditAnswer *) g_ptr_array_index (entry->answers, i))->answer != TAMBOUR_ANSWER_NOT_VERIFIED;

  return n;
}

static char *
say_finished (const TambourAuditEntry *entry)
{
  g_autofree char *figure = tambour_audit_text_score (entry->score);
  g_autofree char *score = isnan (entry->score) ? g_strdup (_("Nothing verified")) : g_strdup_printf (_("%s of 100"), figure);
  g_autofree char *change = tambour_audit_text_change (entry);
  double verified = entry->tally.applicable > 0 ? 100. * (double) entry->tally.verified / (double) entry->tally.applicable : 0;
  /* Translators: how much of an audit was verified, in percent: %% is the sign */
  g_autofree char *share = g_strdup_printf (_("%.0f %% verified"), floor (verified));

  return change ? g_strjoin (" · ", score, change, share, NULL) : g_strjoin (" · ", score, share, NULL);
}

static GtkWidget *
new_entry_row (TambourAuditsSection    *self,
               const TambourAuditEntry *entry)
{
  g_autofree char *line = is_finished (entry) ? say_finished (entry)
                                              : tambour_audit_text_progress (count_answered (entry), entry->answers->len);
  g_autofree char *when = tambour_when_date (entry->audit->on, get_today (self));
  gboolean has_fallen = is_finished (entry) && entry->change <= -.5;
  GtkWidget *row = tambour_marked_row_new ("tambour-audit-symbolic", is_finished (entry) ? (has_fallen ? "warning" : NULL) : "accent",
                                           name_of (entry), line, when);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "audit", TAMBOUR_RECORD (entry->audit)->id);

  return row;
}

static void
show_entries (TambourAuditsSection *self)
{
  guint n_drafts = 0, n_finished = 0;
  g_autofree char *number = NULL;

  gtk_list_box_remove_all (self->draft_list);
  gtk_list_box_remove_all (self->finished_list);
  for (guint i = self->audits->entries->len; i-- > 0;)
    {
      const TambourAuditEntry *entry = g_ptr_array_index (self->audits->entries, i);

      n_drafts += !is_finished (entry);
      n_finished += is_finished (entry);
      gtk_list_box_append (is_finished (entry) ? self->finished_list : self->draft_list, new_entry_row (self, entry));
    }

  if (n_drafts == 0)
    tambour_row_list_say (self->draft_list, tambour_notice_row_new ("tambour-audit-symbolic", _("No audit is in progress"),
                                                                    self->audits->checklists->len > 0 ? _("Begin one by a checklist")
                                                                                                      : _("Bring in a checklist first: it says what is asked")));
  if (n_finished == 0)
    tambour_row_list_say (self->finished_list, tambour_notice_row_new ("tambour-audit-symbolic", _("No audit is finished yet"),
                                                                       _("The next one is compared with it")));
  number = tambour_when_number (n_finished);
  tambour_heading_set_remark (self->finished_heading, n_finished > 0 ? number : "");
}

/* --- safeguards ------------------------------------------------------------ */

static void
show_safeguards (TambourAuditsSection *self)
{
  GPtrArray *lines = self->audits->safeguards;
  guint n_open = 0;
  g_autofree char *open = NULL;

  for (guint i = 0; i < lines->len; i++)
    n_open += tambour_exposure_is_open (((TambourExposureLine *) g_ptr_array_index (lines, i))->exposure->state);

  open = g_strdup_printf (ngettext ("%d open", "%d open", (int) n_open), (int) n_open);
  tambour_heading_set_remark (self->safeguards_heading, n_open > 0 ? open : "");
  if (lines->len > 0)
    tambour_row_list_show (self->safeguards_list, &tambour_exposure_rows_of_account, lines, lines->len, self);
  else
    tambour_row_list_say (self->safeguards_list, tambour_notice_row_new ("tambour-issue-symbolic", _("No known issue concerns this account, as far as is recorded"),
                                                                         _("Components are matched with known issues by their versions")));
}

/* --- beside ---------------------------------------------------------------- */

/* The checklist of the newest audit that is finished: others ask something else. */
static GPtrArray *
list_series (TambourAuditsSection *self)
{
  GPtrArray *series = g_ptr_array_new ();
  const TambourAuditEntry *newest = NULL;

  for (guint i = self->audits->entries->len; i-- > 0;)
    {
      TambourAuditEntry *entry = g_ptr_array_index (self->audits->entries, i);

      if (!is_finished (entry) || isnan (entry->score) || (newest && g_strcmp0 (newest->checklist, entry->checklist) != 0))
        continue;
      newest = newest ? newest : entry;
      g_ptr_array_insert (series, 0, entry);
    }

  return series;
}

static void
show_trend (TambourAuditsSection *self)
{
  g_autoptr(GPtrArray) series = list_series (self);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *summary = tambour_audit_text_trend (series);
  g_auto(GStrv) labels = NULL;

  for (guint i = 0; i < series->len; i++)
    {
      const TambourAuditEntry *entry = g_ptr_array_index (series, i);

      g_array_append_val (values, entry->score);
      g_strv_builder_take (builder, tambour_audit_text_when (entry->audit, TRUE));
    }

  labels = g_strv_builder_end (builder);
  tambour_trend_chart_set_values (self->trend_chart, (const double *) (gpointer) values->data, (const char * const *) labels, values->len);
  tambour_trend_chart_describe (self->trend_chart, summary);
  gtk_widget_set_visible (self->trend_card, values->len > 1);
}

/* By the cadence: a session that is planned takes its place. */
static GtkWidget *
new_due_row (TambourAuditsSection *self)
{
  gboolean is_late = self->audits->next_due.julian < get_today (self).julian;
  g_autofree char *when = tambour_when_date (self->audits->next_due, get_today (self));
  GtkWidget *row = tambour_marked_row_new ("x-office-calendar-symbolic", is_late ? "warning" : NULL,
                                           is_late ? _("The next audit was due") : _("The next audit is due"), _("By the cadence of audit sessions"), when);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "audits.plan");

  return row;
}

static void
show_planned (TambourAuditsSection *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TambourInstant now = tambour_portfolio_now (get_portfolio (self));

  gtk_list_box_remove_all (self->planned_list);
  for (guint i = 0; i < self->audits->planned->len; i++)
    {
      TambourEngagement *meeting = g_ptr_array_index (self->audits->planned, i);
      g_autofree char *when = tambour_when_moment (meeting->planned_start, zone, now);
      GtkWidget *row = tambour_marked_row_new ("x-office-calendar-symbolic", "accent", meeting->title && *meeting->title ? meeting->title : _("Audit session"),
                                               when, "");

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "engagement", TAMBOUR_RECORD (meeting)->id);
      gtk_list_box_append (self->planned_list, row);
    }

  if (tambour_date_is_stated (self->audits->next_due))
    gtk_list_box_append (self->planned_list, new_due_row (self));
  else if (self->audits->planned->len == 0)
    tambour_row_list_say (self->planned_list, tambour_notice_row_new ("x-office-calendar-symbolic", _("Nothing is planned"),
                                                                      _("A planned session is on Today when it is due")));
}

static char *
say_checklist (TambourAuditTemplate *checklist)
{
  if (checklist->version == NULL || *checklist->version == '\0')
    return g_strdup (checklist->name);

  /* Translators: the name of a checklist, and its version */
  return g_strdup_printf (_("%1$s, version %2$s"), checklist->name, checklist->version);
}

static void
show_checklists (TambourAuditsSection *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GPtrArray *checklists = self->audits->checklists;

  gtk_list_box_remove_all (self->checklists_list);
  for (guint i = 0; i < checklists->len; i++)
    {
      TambourAuditTemplate *checklist = g_ptr_array_index (checklists, i);
      g_autofree char *name = say_checklist (checklist);
      g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);
      GtkWidget *row = tambour_marked_row_new ("view-list-symbolic", NULL, name, checklist->domain ? checklist->domain : "", "");

      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", name);
      g_menu_item_set_action_and_target (item, "audits.begin", "s", TAMBOUR_RECORD (checklist)->id);
      g_menu_append_item (menu, item);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "audit_template", TAMBOUR_RECORD (checklist)->id);
      gtk_list_box_append (self->checklists_list, row);
    }

  gtk_widget_set_visible (self->checklists_box, checklists->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->begin_button), checklists->len > 0 && !tambour_portfolio_is_read_only (get_portfolio (self)));
  tambour_menu_button_offer (self->begin_button, G_MENU_MODEL (menu));
}

/* --- reading --------------------------------------------------------------- */

static void
show_all (TambourAuditsSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
  show_entries (self);
  show_safeguards (self);
  show_trend (self);
  show_planned (self);
  show_checklists (self);
}

static gpointer
load_audits (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  return tambour_audits_load (store, data, now, cancellable, error);
}

static void
tambour_audits_section_show_loaded (TambourSection *section,
                                    gpointer        loaded)
{
  TambourAuditsSection *self = TAMBOUR_AUDITS_SECTION (section);

  self->audits = loaded;
  show_all (self);
}

static const TambourSectionReading reading = {
  load_audits,
  (GDestroyNotify) tambour_audits_free,
  N_("The audits could not be read"),
  "audits.try-again",
  NULL,
};

/* --- what one can do ------------------------------------------------------- */

/* An audit that begins. */
typedef struct
{
  TambourAuditsSection *self;
  char                 *id;
  char                 *message;
} Beginning;

static void
beginning_free (Beginning *beginning)
{
  g_clear_object (&beginning->self);
  g_clear_pointer (&beginning->id, g_free);
  g_clear_pointer (&beginning->message, g_free);
  g_free (beginning);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Beginning, beginning_free)

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_audit_move_fill (data, store, now, change, error);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Beginning) beginning = user_data;
  g_autoptr(GError) error = NULL;
  GtkWidget *widget = GTK_WIDGET (beginning->self);

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      tambour_feedback_fail (widget, error);
      return;
    }

  tambour_feedback_offer_undo (widget, beginning->message);
  gtk_widget_activate_action (widget, "win.open-record", "(ss)", "audit", beginning->id);
}

static TambourAuditTemplate *
find_checklist (TambourAuditsSection *self,
                const char           *id)
{
  for (guint i = 0; self->audits != NULL && i < self->audits->checklists->len; i++)
    {
      TambourRecord *checklist = g_ptr_array_index (self->audits->checklists, i);

      if (g_strcmp0 (checklist->id, id) == 0)
        return TAMBOUR_AUDIT_TEMPLATE (checklist);
    }

  return NULL;
}

static char *
dup_title (TambourAuditsSection *self,
           TambourAuditTemplate *checklist)
{
  int year, month, day;

  tambour_date_split (get_today (self), &year, &month, &day);

  /* Translators: what a new audit is called: the name of its checklist, and the year */
  return g_strdup_printf (_("%1$s %2$d"), checklist->name, year);
}

static void
begin_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourAuditsSection *self = TAMBOUR_AUDITS_SECTION (widget);
  TambourAuditTemplate *checklist = find_checklist (self, g_variant_get_string (parameter, NULL));
  g_autoptr(TambourChange) change = NULL;
  TambourAuditMove *move;
  Beginning *beginning;

  if (checklist == NULL || tambour_portfolio_is_read_only (get_portfolio (self)))
    return;

  change = tambour_portfolio_new_change (get_portfolio (self), _("Begin audit"));
  beginning = g_new0 (Beginning, 1);
  beginning->self = g_object_ref (self);
  beginning->id = tambour_id_new ();
  beginning->message = g_strdup (_("Audit begun"));
  move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_BEGIN, beginning->id, tambour_portfolio_get_author (get_portfolio (self)));
  move->of = g_strdup (TAMBOUR_RECORD (checklist)->id);
  move->account_id = g_strdup (tambour_section_get_account (TAMBOUR_SECTION (self)));
  move->title = dup_title (self, checklist);
  tambour_fill_async (get_portfolio (self), change, fill_move, move, (GDestroyNotify) tambour_audit_move_free, NULL, begun_cb, beginning);
}

static void
plan_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record-within", "(sss)", "engagement", tambour_section_get_account (TAMBOUR_SECTION (widget)),
                              "kind=audit_session");
}

static void
all_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-list", "(sss)", "audit", tambour_section_get_account (TAMBOUR_SECTION (widget)), "");
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourAuditsSection *self = TAMBOUR_AUDITS_SECTION (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth == TAMBOUR_BREADTH_WIDE);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
}

static void
tambour_audits_section_dispose (GObject *object)
{
  TambourAuditsSection *self = TAMBOUR_AUDITS_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_AUDITS_SECTION);

  G_OBJECT_CLASS (tambour_audits_section_parent_class)->dispose (object);
}

static void
tambour_audits_section_class_init (TambourAuditsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_audits_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->show_loaded = tambour_audits_section_show_loaded;
  gtk_widget_class_install_action (widget_class, "audits.begin", "s", begin_action);
  gtk_widget_class_install_action (widget_class, "audits.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "audits.all", NULL, all_action);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_TREND_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audits-section.ui");
  tambour_section_class_read (TAMBOUR_SECTION_CLASS (klass), &reading);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, content);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, draft_list);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, begin_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, finished_box);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, finished_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, finished_list);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, safeguards_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, safeguards_list);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, side);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, trend_card);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, trend_chart);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, planned_list);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, checklists_box);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditsSection, checklists_list);
}

static void
tambour_audits_section_init (TambourAuditsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_audits_section_new:
 *
 * Shows the audits of an account after tambour_section_show().
 *
 * Returns: (transfer floating): a section without audits
 */
GtkWidget *
tambour_audits_section_new (void)
{
  return g_object_new (TAMBOUR_TYPE_AUDITS_SECTION, NULL);
}
