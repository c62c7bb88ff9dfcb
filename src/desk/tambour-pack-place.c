/* tambour-pack-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-audit.h"
#include "tambour-environment.h"
#include "tambour-pack-facts-private.h"

#include "tambour-wording.h"

/* A component whose support ends within so many days is a trap. */
#define SUPPORT_DAYS 180

static void
add_component (TambourPackReading *self,
               TambourPackRow     *row,
               TambourComponent   *component)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *what = g_strjoin (" ", component->vendor ? component->vendor : "", component->product ? component->product : "",
                                     component->version ? component->version : "", NULL);
  g_autofree char *n = component->count == TAMBOUR_NO_COUNT ? NULL : tambour_wording_number (component->count);
  g_autofree char *count = n ? tambour_wording_fill (_("{0} of them"), n, NULL) : NULL;
  g_autofree char *day = tambour_pack_dup_day (self, component->end_of_support);
  gboolean is_over = day && component->end_of_support.julian < self->contacts->today.julian;
  g_autofree char *end = day ? tambour_wording_fill (is_over ? _("support ended {0}") : _("support ends {0}"), day, NULL) : NULL;

  tambour_pack_join (line, component->type);
  tambour_pack_join (line, g_strstrip (what));
  tambour_pack_join (line, count);
  tambour_pack_join (line, end);
  tambour_paper_row_line (row, line->str);
}

/**
 * tambour_pack_add_environments:
 * @self: a reading
 * @error: return location
 *
 * Where the product runs, and on what.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_pack_add_environments (TambourPackReading  *self,
                               GError             **error)
{
  g_autoptr(GPtrArray) environments = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ENVIRONMENT, NULL, "name", FALSE, -1, error);
  g_autoptr(GPtrArray) components = environments ? tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_COMPONENT, NULL, error) : NULL;

  for (guint i = 0; components && i < environments->len; i++)
    {
      TambourEnvironment *environment = g_ptr_array_index (environments, i);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_ENVIRONMENTS, "environment", TAMBOUR_RECORD (environment)->id, environment->name);
      g_autoptr(GString) line = g_string_new (NULL);

      row->lead = tambour_wording_capital (tambour_pack_environment (environment->kind));
      row->end = g_strdup (environment->site);
      tambour_pack_join (line, environment->criticality);
      tambour_paper_row_line (row, line->str);
      tambour_paper_row_line (row, environment->narrative);
      for (guint n = 0; n < components->len; n++)
        {
          TambourComponent *component = g_ptr_array_index (components, n);

          if (g_strcmp0 (component->environment_id.id, TAMBOUR_RECORD (environment)->id) == 0)
            add_component (self, row, component);
        }
    }

  return components != NULL;
}

/* The first paragraph says what it is about; a head of it, the title says already. */
static char *
dup_beginning (const char *body)
{
  const char *end;

  while (body && (*body == '#' || *body == '\n'))
    body = strchr (body, '\n') ? strchr (body, '\n') + 1 : "";

  end = body ? strstr (body, "\n\n") : NULL;

  return end ? g_strndup (body, end - body) : g_strdup (body);
}

/**
 * tambour_pack_add_workflows:
 * @self: a reading
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_pack_add_workflows (TambourPackReading  *self,
                            GError             **error)
{
  g_autoptr(GPtrArray) notes = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_WORKFLOW_NOTE, NULL, "title", FALSE, -1, error);

  for (guint i = 0; notes && i < notes->len; i++)
    {
      TambourWorkflowNote *note = g_ptr_array_index (notes, i);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_WORKFLOWS, "workflow_note", TAMBOUR_RECORD (note)->id, note->title);
      g_autofree char *beginning = dup_beginning (note->body);

      row->lead = note->systems ? g_strjoinv (", ", note->systems) : NULL;
      tambour_paper_row_line (row, beginning);
    }

  return notes != NULL;
}

static gboolean
add_notes (TambourPackReading  *self,
           GError             **error)
{
  g_autoptr(GPtrArray) notes = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_INFRA_NOTE, "pinned = true", "title", FALSE, -1, error);

  for (guint i = 0; notes && i < notes->len; i++)
    {
      TambourInfraNote *note = g_ptr_array_index (notes, i);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_TRAPS, "infra_note", TAMBOUR_RECORD (note)->id, note->title);
      g_autofree char *beginning = dup_beginning (note->body);

      row->lead = g_strdup (_("Note"));
      tambour_paper_row_line (row, beginning);
    }

  return notes != NULL;
}

static gboolean
add_findings (TambourPackReading  *self,
              GError             **error)
{
  g_autoptr(GPtrArray) findings = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_FINDING, "status = open or status = planned",
                                                                "severity", TRUE, -1, error);

  for (guint i = 0; findings && i < findings->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (findings, i);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_TRAPS, "finding", TAMBOUR_RECORD (finding)->id, finding->title);
      g_autofree char *severity = tambour_wording_fill (_("severity {0}"), tambour_pack_severity (finding->severity), NULL);
      g_autofree char *day = tambour_pack_dup_day (self, finding->due);
      g_autoptr(GString) line = g_string_new (NULL);

      row->lead = g_strdup (_("Finding"));
      row->is_urgent = day && finding->due.julian < self->contacts->today.julian;
      row->end = day ? tambour_wording_fill (row->is_urgent ? _("was due {0}") : _("due {0}"), day, NULL) : NULL;
      tambour_pack_join (line, severity);
      tambour_pack_join (line, finding->status == TAMBOUR_FINDING_STATUS_PLANNED ? _("planned") : NULL);
      tambour_pack_join (line, finding->owner);
      tambour_paper_row_line (row, line->str);
    }

  return findings != NULL;
}

static gboolean
add_exposures (TambourPackReading  *self,
               GError             **error)
{
  g_autoptr(GPtrArray) exposures = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_EXPOSURE, "state = suspected or state = exposed", error);

  for (guint i = 0; exposures && i < exposures->len; i++)
    {
      TambourExposure *exposure = g_ptr_array_index (exposures, i);
      g_autoptr(TambourKnownIssue) issue = NULL;
      TambourPackRow *row;

      if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_KNOWN_ISSUE, exposure->known_issue_id.id, &issue, error))
        return FALSE;
      if (issue == NULL)
        continue;

      row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_TRAPS, "exposure", TAMBOUR_RECORD (exposure)->id, issue->title);
      row->lead = g_strdup (_("Known issue"));
      tambour_paper_row_line (row, issue->condition);
      tambour_paper_row_line (row, issue->workaround);
      row->end = issue->fixed_in && *issue->fixed_in ? tambour_wording_fill (_("fixed in {0}"), issue->fixed_in, NULL) : NULL;
    }

  return exposures != NULL;
}

static gboolean
add_changes (TambourPackReading  *self,
             GError             **error)
{
  g_autoptr(GPtrArray) changes = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_PLANNED_CHANGE, "window_end >= {now}",
                                                               "window_start", FALSE, -1, error);

  for (guint i = 0; changes && i < changes->len; i++)
    {
      TambourPlannedChange *change = g_ptr_array_index (changes, i);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_TRAPS, "planned_change", TAMBOUR_RECORD (change)->id, change->title);

      row->lead = g_strdup (_("Change"));
      row->end = tambour_pack_dup_moment (self, change->window_start);
      tambour_paper_row_line (row, change->risk);
    }

  return changes != NULL;
}

static gboolean
add_ends (TambourPackReading  *self,
          GError             **error)
{
  g_autoptr(GPtrArray) components = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_COMPONENT, "end_of_support != \"\"",
                                                                  "end_of_support", FALSE, -1, error);

  for (guint i = 0; components && i < components->len; i++)
    {
      TambourComponent *component = g_ptr_array_index (components, i);
      g_autofree char *what = NULL;
      g_autofree char *day = NULL;
      TambourPackRow *row;

      if (component->end_of_support.julian > self->contacts->today.julian + SUPPORT_DAYS)
        continue;

      what = g_strjoin (" ", component->product ? component->product : "", component->version ? component->version : "", NULL);
      day = tambour_pack_dup_day (self, component->end_of_support);
      row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_TRAPS, "component", TAMBOUR_RECORD (component)->id, g_strstrip (what));
      row->lead = g_strdup (_("Support"));
      row->is_urgent = component->end_of_support.julian < self->contacts->today.julian;
      row->end = tambour_wording_fill (row->is_urgent ? _("ended {0}") : _("ends {0}"), day, NULL);
    }

  return components != NULL;
}

/* An agreement that ends is a deadline, and so is the day by which notice is given. */
static gboolean
add_renewals (TambourPackReading  *self,
              GError             **error)
{
  g_autoptr(GPtrArray) agreements = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_AGREEMENT, "start <= {today+1} and end >= {today}",
                                                                  "end", FALSE, -1, error);

  for (guint i = 0; agreements && i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);
      g_autofree char *day = tambour_pack_dup_day (self, agreement->end);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_TRAPS, "agreement", TAMBOUR_RECORD (agreement)->id,
                                                  agreement->auto_renew ? _("The agreement renews by itself") : _("The agreement ends"));

      row->lead = g_strdup (_("Renewal"));
      row->end = g_strdup (day);
      if (agreement->notice_days != TAMBOUR_NO_COUNT && agreement->notice_days > 0 && agreement->notice_days < agreement->end.julian)
        {
          TambourDate last = { agreement->end.julian - agreement->notice_days };
          g_autofree char *by = tambour_pack_dup_day (self, last);
          g_autofree char *line = tambour_wording_fill (last.julian < self->contacts->today.julian ? _("Notice could be given until {0}")
                                                                                                   : _("Notice can be given until {0}"),
                                                        by, NULL);

          tambour_paper_row_line (row, line);
        }
    }

  return agreements != NULL;
}

/**
 * tambour_pack_add_traps:
 * @self: a reading
 * @error: return location
 *
 * What somebody who is new would stumble over: known issues, findings, pinned
 * notes, changes, support and agreements that end.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_pack_add_traps (TambourPackReading  *self,
                        GError             **error)
{
  return add_notes (self, error) &&
         add_exposures (self, error) &&
         add_changes (self, error) &&
         add_ends (self, error) &&
         add_findings (self, error) &&
         add_renewals (self, error);
}
