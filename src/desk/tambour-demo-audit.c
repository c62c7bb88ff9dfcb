/* tambour-demo-audit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

/* The columns of a check in words.json. */
enum
{
  CHECK_KEY,
  CHECK_SECTION,
  CHECK_SEVERITY,
  CHECK_TEXT,
  CHECK_WHY,
  CHECK_FINDING,
};

static JsonArray *
get_check (TambourDemo *demo,
           guint        i)
{
  return json_array_get_array_element (tambour_demo_pool (demo, "checks"), i);
}

static char *
dup_check_name (guint i)
{
  return g_strdup_printf ("check %u", i);
}

/**
 * tambour_demo_make_checklist:
 * @demo: a demonstration
 *
 * The checklist that all audits go by.
 */
void
tambour_demo_make_checklist (TambourDemo *demo)
{
  static const double weights[] = { 1, 3, 5 };
  TambourInstant made = tambour_demo_later (demo->as_of, -1000 * 1440);
  TambourAuditTemplate *list = tambour_demo_record (demo, TAMBOUR_TYPE_AUDIT_TEMPLATE, made, "Mira Solberg");

  list->name = g_strdup ("Architecture");
  list->version = g_strdup ("6");
  list->domain = g_strdup ("Name resolution");
  list->body = g_strdup ("Six sections. Every check is answered with evidence; what is missing becomes a finding with an owner and a date.");
  g_hash_table_insert (demo->names, g_strdup ("checklist"), g_strdup (TAMBOUR_RECORD (list)->id));

  for (guint i = 0; i < json_array_get_length (tambour_demo_pool (demo, "checks")); i++)
    {
      TambourTemplateItem *item = tambour_demo_record (demo, TAMBOUR_TYPE_TEMPLATE_ITEM, made, "Mira Solberg");
      JsonArray *check = get_check (demo, i);

      tambour_demo_set_ref (&item->template_id, TAMBOUR_RECORD (list)->id);
      item->item_key = g_strdup (json_array_get_string_element (check, CHECK_KEY));
      item->section = g_strdup (json_array_get_string_element (check, CHECK_SECTION));
      item->text = g_strdup (json_array_get_string_element (check, CHECK_TEXT));
      item->why = g_strdup (json_array_get_string_element (check, CHECK_WHY));
      tambour_choice_from_nick (TAMBOUR_TYPE_SEVERITY, json_array_get_string_element (check, CHECK_SEVERITY), &item->severity);
      item->weight = weights[item->severity];
      item->evidence_hint = g_strdup ("A document, a log line or a screen that shows it");
      item->revision = 1;
      item->position = i + 1;
      g_hash_table_insert (demo->names, dup_check_name (i), g_strdup (TAMBOUR_RECORD (item)->id));
    }
}

/* What is weak at a customer stays weak until it is mended: the same check gets
 * about the same answer in each audit.
 */
static TambourAnswer
pick_answer (TambourDemoAccount *self,
             guint               i,
             double              score)
{
  double place = (i + 7 * self->index) * .6180339887 + tambour_demo_chance (self->demo) * .05;
  double chance = place - floor (place);

  if (chance < score - .12)
    return TAMBOUR_ANSWER_MET;
  if (chance < score + .14)
    return TAMBOUR_ANSWER_PARTIAL;

  return chance < .985 ? TAMBOUR_ANSWER_GAP : TAMBOUR_ANSWER_NA;
}

static void
add_finding (TambourDemoAccount *self,
             TambourAuditAnswer *answer,
             TambourDate         on,
             const char         *title)
{
  TambourFinding *finding = tambour_demo_own (self, TAMBOUR_TYPE_FINDING, answer->answered_at);
  TambourDate today = tambour_demo_date (self, self->demo->as_of);
  int days = tambour_demo_between (self->demo, 40, 260);

  tambour_demo_set_ref (&finding->audit_id, answer->audit_id.id);
  tambour_demo_set_ref (&finding->answer_id, TAMBOUR_RECORD (answer)->id);
  finding->title = tambour_demo_expand (self, title);
  finding->section = g_strdup (answer->section);
  finding->severity = answer->severity;
  finding->raised_on = on;
  finding->owner = g_strdup (tambour_demo_pick_contact (self)->name);
  finding->due = tambour_demo_days (on, 120);
  finding->remedy = answer->severity == TAMBOUR_SEVERITY_HIGH ? TAMBOUR_REMEDY_PROJECT : TAMBOUR_REMEDY_ACTION;

  if (on.julian + days < today.julian)
    {
      finding->status = TAMBOUR_FINDING_STATUS_FIXED;
      finding->closed_on = tambour_demo_days (on, days);
    }
  else if (tambour_demo_chance (self->demo) < .1)
    {
      finding->status = TAMBOUR_FINDING_STATUS_ACCEPTED;
      finding->remedy = TAMBOUR_REMEDY_ACCEPT;
      finding->accepted_by = g_strdup (((TambourContact *) g_ptr_array_index (self->contacts, 0))->name);
      finding->accepted_until = tambour_demo_days (on, 365);
    }
  else
    finding->status = tambour_demo_chance (self->demo) < .5 ? TAMBOUR_FINDING_STATUS_PLANNED : TAMBOUR_FINDING_STATUS_OPEN;
}

static void
add_answer (TambourDemoAccount *self,
            TambourAudit       *audit,
            guint               i,
            double              score,
            TambourInstant      at)
{
  JsonArray *check = get_check (self->demo, i);
  g_autofree char *name = dup_check_name (i);
  TambourAuditAnswer *answer = tambour_demo_own (self, TAMBOUR_TYPE_AUDIT_ANSWER, at);

  tambour_demo_set_ref (&answer->audit_id, TAMBOUR_RECORD (audit)->id);
  tambour_demo_set_ref (&answer->item_id, tambour_demo_find (self->demo, NULL, name));
  answer->item_key = g_strdup (json_array_get_string_element (check, CHECK_KEY));
  answer->revision = 1;
  answer->section = g_strdup (json_array_get_string_element (check, CHECK_SECTION));
  tambour_choice_from_nick (TAMBOUR_TYPE_SEVERITY, json_array_get_string_element (check, CHECK_SEVERITY), &answer->severity);
  answer->answer = pick_answer (self, i, score);
  answer->answered_by = g_strdup (self->tam_name);
  answer->answered_at = at;

  if (answer->answer == TAMBOUR_ANSWER_MET)
    answer->evidence = tambour_demo_say (self, "evidence");
  else if (answer->answer != TAMBOUR_ANSWER_NA)
    answer->comment = tambour_demo_say (self, "audit_comments");

  if (answer->answer == TAMBOUR_ANSWER_GAP)
    add_finding (self, answer, audit->on, json_array_get_string_element (check, CHECK_FINDING));
}

static void
add_audit (TambourDemoAccount *self,
           TambourDate         on,
           double              score)
{
  TambourInstant at = tambour_demo_at (self, on, 14 * 60);
  TambourAudit *audit = tambour_demo_own (self, TAMBOUR_TYPE_AUDIT, at);

  audit->title = g_strdup ("Architecture audit");
  tambour_demo_set_ref (&audit->template_id, tambour_demo_find (self->demo, NULL, "checklist"));
  tambour_demo_set_ref (&audit->environment_id, tambour_demo_find (self->demo, self, "environment"));
  audit->on = on;
  audit->auditor = g_strdup (self->tam_name);
  audit->reviewer = g_strdup (((TambourContact *) g_ptr_array_index (self->contacts, self->contacts->len > 1 ? 1 : 0))->name);
  audit->status = TAMBOUR_AUDIT_STATUS_FINAL;

  for (guint i = 0; i < json_array_get_length (tambour_demo_pool (self->demo, "checks")); i++)
    add_answer (self, audit, i, score, at);

  tambour_demo_use (self, "granted audit", at, 1, TAMBOUR_RECORD (audit)->id);
}

/**
 * tambour_demo_make_audits:
 * @self: an account
 *
 * An audit every half year where the plan has them; what is missing becomes a
 * finding, and most findings are closed in time.
 */
void
tambour_demo_make_audits (TambourDemoAccount *self)
{
  TambourDate today = tambour_demo_date (self, self->demo->as_of);
  JsonArray *scores;

  if (!json_object_has_member (self->life, "audits"))
    return;

  scores = json_object_get_array_member (self->life, "audits");
  for (guint i = 0; i < json_array_get_length (scores); i++)
    {
      int days = 182 * (json_array_get_length (scores) - 1 - i) + 48 + 3 * (self->index % 9);
      TambourDate on = tambour_demo_days (today, -days);

      while (tambour_date_weekday (on) >= 5)
        on.julian--;
      add_audit (self, on, json_array_get_double_element (scores, i));
    }
}
