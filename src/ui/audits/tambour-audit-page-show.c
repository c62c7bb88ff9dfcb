/* tambour-audit-page-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tambour-audit-page-private.h"
#include "tambour-audit-text.h"
#include "tambour-marked-row.h"
#include "tambour-notice-row.h"
#include "tambour-record-words.h"
#include "tambour-row-list.h"
#include "tambour-when.h"

/* What an audit comes to: its score, how that went, and what was found. */

/* The parts of the bar, in their order. */
enum
{
  SHARE_PASS,
  SHARE_PARTIAL,
  SHARE_FAIL,
  SHARE_NA,
  SHARE_OPEN,
  N_SHARES,
};

static const char * const styles[N_SHARES] = { "pass", "partial", "fail", "na", "open" };

static void
count_shares (TambourAuditPage *self,
              double           *shares)
{
  const guint *counts = self->file->counts;

  shares[SHARE_PASS] = counts[TAMBOUR_ANSWER_MET];
  shares[SHARE_PARTIAL] = counts[TAMBOUR_ANSWER_PARTIAL];
  shares[SHARE_FAIL] = counts[TAMBOUR_ANSWER_GAP];
  shares[SHARE_NA] = counts[TAMBOUR_ANSWER_NA] + counts[TAMBOUR_ANSWER_NOT_REQUIRED];
  shares[SHARE_OPEN] = counts[TAMBOUR_ANSWER_NOT_VERIFIED];
}

static void
add_share (TambourAuditPage *self,
           guint             row,
           const char       *title,
           double            share)
{
  g_autofree char *number = g_strdup_printf ("%.0f", share);
  GtkWidget *swatch = g_object_new (ADW_TYPE_BIN, "valign", GTK_ALIGN_CENTER, "css-classes", (const char *[]) { "share", "swatch", styles[row], NULL }, NULL);

  gtk_grid_attach (self->legend, swatch, 0, (int) row, 1, 1);
  gtk_grid_attach (self->legend, g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "css-classes", (const char *[]) { "small", NULL }, NULL),
                   1, (int) row, 1, 1);
  gtk_grid_attach (self->legend, g_object_new (GTK_TYPE_LABEL, "label", number, "xalign", 1.0, "css-classes", (const char *[]) { "small", "numeric", NULL }, NULL),
                   2, (int) row, 1, 1);
}

static void
show_shares (TambourAuditPage *self)
{
  const char *titles[N_SHARES] = { _("Pass"), _("Partial"), _("Fail"), _("Not applicable"), _("Open") };
  double shares[N_SHARES];
  GtkWidget *child;

  count_shares (self, shares);
  tambour_share_bar_set_parts (self->share_bar, styles, shares, N_SHARES);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))))
    gtk_grid_remove (self->legend, child);
  for (guint i = 0; i < N_SHARES; i++)
    add_share (self, i, titles[i], shares[i]);
}

static char *
say_rest (TambourAuditPage *self)
{
  guint n = self->file->counts[TAMBOUR_ANSWER_NOT_VERIFIED];

  if (n == 0)
    return g_strdup (_("of 100, all checks answered"));

  return g_strdup_printf (ngettext ("of 100, %d check to go", "of 100, %d checks to go", n), (int) n);
}

/* What is hardly begun says nothing about how it went on. */
static gboolean
is_telling (const TambourAuditEntry *entry)
{
  return entry->audit->status == TAMBOUR_AUDIT_STATUS_FINAL || 2 * entry->tally.verified >= entry->tally.applicable;
}

static void
show_change (TambourAuditPage *self)
{
  const TambourAuditEntry *entry = self->file->entry;
  g_autofree char *change = is_telling (entry) ? tambour_audit_text_change (entry) : NULL;
  gboolean is_same = change != NULL && round (entry->change) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->change_label), change != NULL);
  gtk_label_set_text (self->change_label, change ? change : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change_label), _("Over the checks that both audits have"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->change_label),
                              (const char *[]) { "tag", "numeric", is_same ? "same" : entry->change > 0 ? "success"
                                                                                                        : "warning",
                                                 NULL });
}

/**
 * tambour_audit_page_show_counts:
 * @self: a page that has read its audit
 *
 * Shows what its answers come to, as they are seen.
 */
void
tambour_audit_page_show_counts (TambourAuditPage *self)
{
  const TambourAuditPart *part = self->part < self->file->parts->len ? g_ptr_array_index (self->file->parts, self->part) : NULL;
  guint n_open = self->file->counts[TAMBOUR_ANSWER_NOT_VERIFIED];
  g_autofree char *score = tambour_audit_text_score (self->file->entry->score);
  g_autofree char *rest = say_rest (self);
  g_autofree char *sum = tambour_audit_text_sum (self->file->entry);
  g_autofree char *progress = tambour_audit_text_progress (self->file->checks->len - n_open, self->file->checks->len);

  gtk_label_set_text (self->score_label, score);
  gtk_label_set_text (self->score_line, rest);
  gtk_widget_set_tooltip_text (self->score_box, sum);
  gtk_label_set_text (self->progress_label, progress);
  show_shares (self);
  tambour_audit_page_show_parts (self);
  if (part != NULL)
    {
      g_autofree char *line = tambour_audit_text_progress (part->n_answered, part->n);

      gtk_label_set_text (self->part_line, line);
    }
}

/* --- the trend ------------------------------------------------------------- */

static gboolean
is_once_a_year (GPtrArray *series)
{
  g_autoptr(GHashTable) years = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < series->len; i++)
    {
      const TambourAuditEntry *entry = g_ptr_array_index (series, i);
      int year, month, day;

      tambour_date_split (entry->audit->on, &year, &month, &day);
      if (!g_hash_table_add (years, GINT_TO_POINTER (year)))
        return FALSE;
    }

  return TRUE;
}

static void
show_trend (TambourAuditPage *self)
{
  GPtrArray *series = self->file->series;
  gboolean with_month = !is_once_a_year (series);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *summary = tambour_audit_text_trend (series);
  g_auto(GStrv) labels = NULL;

  for (guint i = 0; i < series->len; i++)
    {
      const TambourAuditEntry *entry = g_ptr_array_index (series, i);

      if (isnan (entry->score) || !is_telling (entry))
        continue;
      g_array_append_val (values, entry->score);
      g_strv_builder_take (builder, tambour_audit_text_when (entry->audit, with_month));
    }

  labels = g_strv_builder_end (builder);
  tambour_trend_chart_set_values (self->trend_chart, (const double *) (gpointer) values->data, (const char * const *) labels, values->len);
  tambour_trend_chart_describe (self->trend_chart, summary);
  gtk_widget_set_visible (self->trend_card, values->len > 1);
}

/* --- findings -------------------------------------------------------------- */

static GtkWidget *
new_finding_row (TambourFinding *finding,
                 TambourDate     today)
{
  const char *style;
  const char *icon = tambour_audit_text_icon (finding->severity, &style);
  g_autofree char *line = tambour_audit_text_finding (finding, today);
  GtkWidget *row = tambour_marked_row_new (icon, style, finding->title ? finding->title : "", line, "");

  g_object_set_data_full (G_OBJECT (row), "finding", g_strdup (TAMBOUR_RECORD (finding)->id), g_free);

  return row;
}

static void
show_findings (TambourAuditPage *self)
{
  GPtrArray *findings = self->file->findings;
  TambourDate today = tambour_zone_date_of (self->file->zone, self->file->at);
  g_autofree char *number = findings->len > 0 ? tambour_when_number (findings->len) : NULL;

  gtk_list_box_remove_all (self->findings_list);
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (self->findings_list, new_finding_row (g_ptr_array_index (findings, i), today));
  if (findings->len == 0)
    tambour_row_list_say (self->findings_list, tambour_notice_row_new ("object-select-symbolic", _("Nothing was found"),
                                                                       _("A check that fails can raise a finding")));

  tambour_heading_set_remark (self->findings_heading, number ? number : "");
}

/* --- the page -------------------------------------------------------------- */

/**
 * tambour_audit_page_show_time:
 * @self: a page that has read its audit
 *
 * Shows what time it is where the customer is.
 */
void
tambour_audit_page_show_time (TambourAuditPage *self)
{
  TambourAccount *account = self->file->account;
  g_autofree char *time = tambour_when_time (tambour_audit_page_get_now (self), self->file->zone);
  g_autofree char *city = account && account->report_tz ? tambour_when_city (account->report_tz) : NULL;
  g_autofree char *subtitle = NULL;

  if (account != NULL && city != NULL)
    /* Translators: an account, what time it is there, and a city */
    subtitle = g_strdup_printf (_("%1$s · %2$s in %3$s"), account->name, time, city);
  else if (account != NULL)
    subtitle = g_strdup (account->name);

  adw_window_title_set_subtitle (self->window_title, subtitle ? subtitle : "");
}

static char *
say_checklist (TambourAuditPage *self)
{
  TambourAuditTemplate *checklist = self->file->checklist;

  if (checklist == NULL)
    return g_strdup (_("Its checklist was removed"));
  if (checklist->version == NULL || *checklist->version == '\0')
    return g_strdup_printf (_("Checklist: %s"), checklist->name);

  /* Translators: the name of a checklist and its version */
  return g_strdup_printf (_("Checklist: %1$s, version %2$s"), checklist->name, checklist->version);
}

static char *
say_begun (TambourAuditPage *self)
{
  TambourAudit *audit = self->file->record;
  TambourDate today = tambour_zone_date_of (self->file->zone, self->file->at);
  const char *me = tambour_portfolio_get_author (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
  const char *who = tambour_words_who (audit->auditor, me);
  g_autofree char *day = tambour_when_date (audit->on, today);
  gboolean is_final = audit->status == TAMBOUR_AUDIT_STATUS_FINAL;

  if (who == NULL || *who == '\0')
    return is_final ? g_strdup_printf (_("Finished, of %s"), day) : g_strdup_printf (_("Begun %s"), day);

  /* Translators: who runs an audit, and since when; or who ran it, and of which day it is */
  return is_final ? g_strdup_printf (_("Run by %1$s, finished, of %2$s"), who, day)
                  : g_strdup_printf (_("Run by %1$s, begun %2$s"), who, day);
}

static void
show_titles (TambourAuditPage *self)
{
  TambourAudit *audit = self->file->record;
  const char *title = audit->title && *audit->title ? audit->title : _("Audit");
  g_autofree char *checklist = say_checklist (self);
  g_autofree char *begun = say_begun (self);
  g_autofree char *text = g_strdup_printf ("%s\n%s", checklist, begun);

  adw_window_title_set_title (self->window_title, title);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_text (self->begun_label, text);
}

/* A draft goes on where it is not answered yet. */
static guint
find_open (TambourAuditPage *self)
{
  for (guint i = 0; i < self->file->checks->len; i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (self->file->checks, i);

      if (check->answer->answer == TAMBOUR_ANSWER_NOT_VERIFIED)
        return i;
    }

  return 0;
}

/**
 * tambour_audit_page_show:
 * @self: a page that has read its audit
 *
 * Shows it.
 */
void
tambour_audit_page_show (TambourAuditPage *self)
{
  gboolean is_first = g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0 && self->file->checks->len > 0;

  show_titles (self);
  tambour_audit_page_show_time (self);
  if (is_first)
    {
      const TambourAuditCheck *check = g_ptr_array_index (self->file->checks, find_open (self));

      self->part = check->section;
      tambour_audit_page_show_part (self, check->section, check->number - 1);
      tambour_audit_page_go (self, check->number - 1);
    }
  else
    tambour_audit_page_show_part (self, self->part, GTK_INVALID_LIST_POSITION);

  tambour_audit_page_show_counts (self);
  show_change (self);
  show_trend (self);
  show_findings (self);
}

static void
add_hint (TambourAuditPage *self,
          const char       *key,
          const char       *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", key, "css-classes", (const char *[]) { "kbd", NULL }, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", words, "css-classes", (const char *[]) { "meta", NULL }, NULL));
  adw_wrap_box_append (self->hints, box);
}

/**
 * tambour_audit_page_add_hints:
 * @self: a page of an audit
 *
 * Says which keys answer.
 */
void
tambour_audit_page_add_hints (TambourAuditPage *self)
{
  add_hint (self, "1", _("pass"));
  add_hint (self, "2", _("partial"));
  add_hint (self, "3", _("fail"));
  add_hint (self, "4", _("not applicable"));
  add_hint (self, "0", _("open"));
  add_hint (self, "E", _("evidence"));
  add_hint (self, "↓", _("next"));
}
