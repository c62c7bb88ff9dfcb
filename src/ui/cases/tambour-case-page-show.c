/* tambour-case-page-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case-page-private.h"
#include "tambour-case-text.h"
#include "tambour-clock-text.h"
#include "tambour-detail-row.h"
#include "tambour-priority-label.h"
#include "tambour-step-row.h"
#include "tambour-when.h"

/* The three facts, in their order. */
enum
{
  FIRST_ANSWER,
  NEXT_UPDATE,
  CLOCK_RAN,
  N_FACTS,
};

static GtkWidget *
new_label (const char *text,
           const char *style,
           const char *other)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "css-classes", (const char *[]) { style, other, NULL }, NULL);
}

static GtkWidget *
new_fact (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_label (title, "meta", NULL));
  gtk_box_append (GTK_BOX (box), new_label ("", "heading", "numeric"));
  gtk_box_append (GTK_BOX (box), new_label ("", "meta", "numeric"));

  return box;
}

/**
 * tambour_case_page_add_facts:
 * @self: a page of a case
 *
 * Makes the places for what stands above its life.
 */
void
tambour_case_page_add_facts (TambourCasePage *self)
{
  const char *titles[N_FACTS] = { [FIRST_ANSWER] = _("First answer"), [NEXT_UPDATE] = _("Next update"), [CLOCK_RAN] = _("Clock ran") };

  for (guint i = 0; i < N_FACTS; i++)
    gtk_box_append (self->facts, new_fact (titles[i]));
}

static void
show_fact (TambourCasePage       *self,
           guint                  position,
           const TambourCaseFact *fact)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->facts));
  GtkWidget *value;
  const char *classes[] = { "heading", "numeric", fact->style, NULL };

  for (guint i = 0; i < position; i++)
    box = gtk_widget_get_next_sibling (box);

  value = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));
  gtk_label_set_text (GTK_LABEL (value), fact->value);
  gtk_widget_set_css_classes (value, classes);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (value)), fact->line);
}

/* "Saint Orla Hospitals · 11:12 in Chicago" */
static void
show_subtitle (TambourCasePage *self)
{
  TambourAccount *account = self->file->account;
  g_autofree char *time = tambour_when_time (tambour_case_page_get_now (self), self->file->zone);
  g_autofree char *city = account && account->report_tz ? tambour_when_city (account->report_tz) : NULL;
  g_autofree char *subtitle = NULL;

  if (account != NULL && city != NULL)
    /* Translators: an account, what time it is there, and a city */
    subtitle = g_strdup_printf (_("%1$s · %2$s in %3$s"), account->name, time, city);
  else if (account != NULL)
    subtitle = g_strdup (account->name);

  adw_window_title_set_subtitle (self->window_title, subtitle ? subtitle : "");
}

/**
 * tambour_case_page_show_time:
 * @self: a page that has read its case
 *
 * Shows how it stands now: nothing is read for that.
 */
void
tambour_case_page_show_time (TambourCasePage *self)
{
  TambourInstant now = tambour_case_page_get_now (self);
  g_auto(TambourCaseFact) answer = { 0 };
  g_auto(TambourCaseFact) update = { 0 };
  g_auto(TambourCaseFact) ran = { 0 };

  tambour_case_text_first_answer (&answer, self->file, now);
  tambour_case_text_next_update (&update, self->file, now);
  tambour_case_text_clock_ran (&ran, self->file->life);
  show_fact (self, FIRST_ANSWER, &answer);
  show_fact (self, NEXT_UPDATE, &update);
  show_fact (self, CLOCK_RAN, &ran);
  show_subtitle (self);
}

static const char *
get_author (TambourCasePage *self)
{
  return tambour_portfolio_get_author (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

static void
show_titles (TambourCasePage *self)
{
  TambourCase *record = self->file->record;
  g_autofree char *number = g_strconcat ("#", record->number ? record->number : "", NULL);
  const char *title = record->title && *record->title ? record->title : _("Untitled case");
  g_autofree char *when = tambour_case_text_opened (self->file);
  g_autofree char *opened = g_strjoin (" · ", when, tambour_clock_text_channel (record->channel), NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), number);
  adw_window_title_set_title (self->window_title, number);
  gtk_widget_set_visible (GTK_WIDGET (self->priority_label), tambour_priority_label_show (self->priority_label, record->priority));
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->opened_label, opened);
}

/* --- its life ------------------------------------------------------------- */

static gboolean
is_mark (const TambourCaseStep *step)
{
  return step->kind != TAMBOUR_CASE_STEP_EVENT || step->event->kind == TAMBOUR_EVENT_KIND_OWNER;
}

/* A life of one day is told by the clock. */
static char *
say_end (const TambourCaseFile *file,
         TambourInstant         at)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  if (tambour_zone_date_of (here, file->record->opened_at).julian == tambour_zone_date_of (here, file->until).julian)
    return tambour_when_time (at, here);
  if (tambour_zone_date_of (here, at).julian == tambour_zone_date_of (here, file->at).julian)
    return g_strdup (_("Today"));

  return tambour_case_text_day (at, file->at);
}

static void
show_life (TambourCasePage *self)
{
  TambourCaseFile *file = self->file;
  g_auto(TambourCaseFact) ran = { 0 };
  g_autofree char *from = say_end (file, file->record->opened_at);
  g_autofree char *to = say_end (file, file->until);
  g_autofree char *summary = NULL;

  tambour_case_text_clock_ran (&ran, file->life);

  /* Translators: from when to when a case was open, for how long its clock ran, and the rest of the time */
  summary = g_strdup_printf (_("%1$s to %2$s: clock ran %3$s, %4$s"), from, to, ran.value, ran.line);
  tambour_life_bar_set_stretches (self->life_bar, file->life);
  tambour_life_bar_describe (self->life_bar, summary);
  tambour_life_axis_show (self->life_axis, file->life, from, to);

  tambour_life_bar_clear_marks (self->life_bar);
  for (guint i = file->steps->len; i > 0; i--)
    {
      const TambourCaseStep *step = g_ptr_array_index (file->steps, i - 1);
      g_autofree char *title = is_mark (step) ? tambour_case_text_step_title (step, get_author (self)) : NULL;
      g_autofree char *when = title ? tambour_case_text_step_when (step, file->at) : NULL;
      g_autofree char *text = title ? g_strjoin (", ", title, when, NULL) : NULL;

      if (text != NULL)
        tambour_life_bar_add_mark (self->life_bar, step->at, text);
    }
}

/* Each clock with the sentence that says why, and what its time was. */
static void
show_why (TambourCasePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->why_box))))
    gtk_box_remove (self->why_box, child);

  for (guint i = 0; i < self->file->clocks->len; i++)
    {
      const TambourCaseClock *clock = g_ptr_array_index (self->file->clocks, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      GtkWidget *bar = tambour_life_bar_new ();
      g_auto(TambourCaseFact) ran = { 0 };

      tambour_case_text_clock_ran (&ran, clock->stretches);
      gtk_box_append (GTK_BOX (box), new_label (tambour_case_text_clock_kind (clock->facts->kind), "heading", NULL));
      gtk_box_append (GTK_BOX (box), new_label (clock->facts->reason ? clock->facts->reason : "", "small", NULL));
      tambour_life_bar_set_stretches (TAMBOUR_LIFE_BAR (bar), clock->stretches);
      tambour_life_bar_describe (TAMBOUR_LIFE_BAR (bar), ran.line);
      gtk_box_append (GTK_BOX (box), bar);
      gtk_box_append (self->why_box, box);
    }

  gtk_widget_set_visible (self->why_expander, self->file->clocks->len > 0);
}

/* --- the note of the last owner ------------------------------------------- */

/* It is shown until it is read, and on the day on which that was. */
static gboolean
shows_note (const TambourCaseFile *file)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  if (file->handover.note == NULL || tambour_case_is_over (file->record))
    return FALSE;

  return !tambour_instant_is_stated (file->handover.read_at) ||
         tambour_zone_date_of (here, file->handover.read_at).julian == tambour_zone_date_of (here, file->at).julian;
}

static void
show_handover (TambourCasePage *self)
{
  TambourCaseFile *file = self->file;
  TambourCaseEvent *note = file->handover.note;
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  const char *to;

  gtk_widget_set_visible (self->handover_box, shows_note (file));
  if (!shows_note (file))
    return;

  day = tambour_case_text_day (note->at, file->at);
  time = tambour_when_time (note->at, here);
  to = g_strcmp0 (note->to, get_author (self)) == 0 ? _("you") : note->to ? note->to
                                                                           : "";
  if (note->from != NULL)
    /* Translators: who left a note for whom, on which day and at what time */
    text = g_strdup_printf (_("%1$s to %2$s, %3$s %4$s"), note->from, to, day, time);
  else
    text = g_strdup_printf (_("for %1$s, %2$s %3$s"), to, day, time);

  gtk_label_set_text (self->handover_label, text);
  gtk_label_set_text (self->note_label, note->text ? note->text : "");
}

/* --- continuity ----------------------------------------------------------- */

static void
show_steps (TambourCasePage *self)
{
  GPtrArray *steps = self->file->steps;
  const TambourCaseEvent *above = shows_note (self->file) ? self->file->handover.note : NULL;

  gtk_list_box_remove_all (self->steps);
  for (guint i = 0; i < steps->len; i++)
    {
      const TambourCaseStep *step = g_ptr_array_index (steps, i);
      GtkWidget *row = tambour_step_row_new ();
      g_autofree char *title = tambour_case_text_step_title (step, get_author (self));
      g_autofree char *line = tambour_case_text_step_line (step, get_author (self), above);
      g_autofree char *when = tambour_case_text_step_when (step, self->file->at);

      tambour_step_row_set_dot (TAMBOUR_STEP_ROW (row), tambour_case_text_step_icon (step), tambour_case_text_step_style (step));
      tambour_step_row_set_text (TAMBOUR_STEP_ROW (row), title, line, when);
      tambour_step_row_set_last (TAMBOUR_STEP_ROW (row), i + 1 == steps->len);
      gtk_list_box_append (self->steps, row);
    }
}

/* --- details -------------------------------------------------------------- */

static void
add_record (TambourCasePage *self,
            const char      *title,
            gpointer         record)
{
  g_autofree char *name = record ? tambour_record_dup_title (record) : NULL;

  tambour_detail_row_add (self->details, title, name, record);
}

static char *
say_owner (TambourCasePage *self)
{
  TambourCaseFile *file = self->file;
  const char *owner = file->is_mine ? _("You") : file->owner;
  g_autofree char *day = NULL;

  if (owner == NULL || !tambour_instant_is_stated (file->owner_since))
    return g_strdup (owner ? owner : _("Nobody"));

  day = tambour_case_text_day (file->owner_since, file->at);

  /* Translators: whose a case is, and since which day: "Tomas Reyl, since Tue 10 Nov" */
  return g_strdup_printf (_("%1$s, since %2$s"), owner, day);
}

static void
show_details (TambourCasePage *self)
{
  TambourCaseFile *file = self->file;
  g_autofree char *owner = say_owner (self);

  gtk_list_box_remove_all (self->details);
  tambour_detail_row_add (self->details, _("Owner"), owner, NULL);
  tambour_detail_row_add (self->details, _("Contact"), file->reporter, NULL);
  tambour_detail_row_add (self->details, _("Next step"), file->record->next_step, NULL);
  if (file->escalation != NULL)
    tambour_detail_row_add (self->details, _("Escalated to"), file->escalation->owner, TAMBOUR_RECORD (file->escalation));
  add_record (self, _("Known issue"), file->known_issue);
  add_record (self, _("Root cause"), file->root_cause);
  add_record (self, _("Incident"), file->incident);
  for (guint i = 0; i < file->links->len; i++)
    {
      TambourCase *other = g_ptr_array_index (file->links, i);
      g_autofree char *name = g_strdup_printf ("#%s %s", other->number, other->title ? other->title : "");

      tambour_detail_row_add (self->details, _("Linked case"), name, TAMBOUR_RECORD (other));
    }
  for (guint i = 0; i < file->notes->len; i++)
    add_record (self, _("Account note"), g_ptr_array_index (file->notes, i));
  add_record (self, _("Account"), file->account);
}

/**
 * tambour_case_page_show:
 * @self: a page that has read its case
 *
 * Shows it.
 */
void
tambour_case_page_show (TambourCasePage *self)
{
  show_titles (self);
  tambour_case_page_show_time (self);
  show_life (self);
  show_why (self);
  show_handover (self);
  show_steps (self);
  show_details (self);
}
