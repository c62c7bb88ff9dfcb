/* tambour-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"

#define N_KINDS 64

typedef struct
{
  GType               types[N_KINDS];
  TambourRecordClass *by_number[128];
  GHashTable         *by_name;
} Kinds;

static Kinds kinds;

/* In the order of their numbers; a new kind gets the next one. */
static GType (* const get_types[N_KINDS]) (void) = {
  tambour_account_get_type,
  tambour_agreement_get_type,
  tambour_plan_get_type,
  tambour_entitlement_get_type,
  tambour_entitlement_use_get_type,
  tambour_contact_get_type,
  tambour_person_get_type,
  tambour_team_role_get_type,
  tambour_goal_get_type,
  tambour_goal_reading_get_type,
  tambour_environment_get_type,
  tambour_component_get_type,
  tambour_workflow_note_get_type,
  tambour_infra_note_get_type,
  tambour_case_get_type,
  tambour_case_event_get_type,
  tambour_incident_get_type,
  tambour_root_cause_get_type,
  tambour_escalation_get_type,
  tambour_plan_catalogue_get_type,
  tambour_response_clock_get_type,
  tambour_clock_pause_get_type,
  tambour_acknowledgement_get_type,
  tambour_engagement_get_type,
  tambour_cadence_get_type,
  tambour_attendance_get_type,
  tambour_decision_get_type,
  tambour_action_item_get_type,
  tambour_commitment_get_type,
  tambour_roadmap_item_get_type,
  tambour_roadmap_review_get_type,
  tambour_audit_template_get_type,
  tambour_template_item_get_type,
  tambour_audit_get_type,
  tambour_audit_answer_get_type,
  tambour_finding_get_type,
  tambour_known_issue_get_type,
  tambour_exposure_get_type,
  tambour_feature_request_get_type,
  tambour_fr_evidence_get_type,
  tambour_fr_event_get_type,
  tambour_insight_get_type,
  tambour_usage_sample_get_type,
  tambour_feature_adoption_get_type,
  tambour_planned_change_get_type,
  tambour_training_get_type,
  tambour_content_share_get_type,
  tambour_early_access_get_type,
  tambour_invitation_get_type,
  tambour_value_entry_get_type,
  tambour_project_get_type,
  tambour_survey_response_get_type,
  tambour_health_component_get_type,
  tambour_time_entry_get_type,
  tambour_report_get_type,
  tambour_snapshot_get_type,
  tambour_figure_get_type,
  tambour_attachment_get_type,
  tambour_rate_get_type,
  tambour_conflict_get_type,
  tambour_objective_note_get_type,
  tambour_library_item_get_type,
  tambour_programme_get_type,
  tambour_metric_get_type,
};

static void
fill_kinds (void)
{
  kinds.by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_KINDS; i++)
    {
      TambourRecordClass *klass = g_type_class_ref (get_types[i] ());

      kinds.types[i] = G_TYPE_FROM_CLASS (klass);
      g_assert (kinds.by_number[klass->number] == NULL);
      kinds.by_number[klass->number] = klass;
      g_hash_table_insert (kinds.by_name, (gpointer) klass->kind, klass);
      g_hash_table_insert (kinds.by_name, (gpointer) klass->plural, klass);
    }
}

static void
ensure_kinds (void)
{
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      fill_kinds ();
      g_once_init_leave (&filled, 1);
    }
}

/**
 * tambour_kinds_get_types:
 * @n_types: (out): how many
 *
 * Returns: (array length=n_types) (transfer none): every kind of record, in
 *   the order of their numbers
 */
const GType *
tambour_kinds_get_types (guint *n_types)
{
  ensure_kinds ();
  *n_types = N_KINDS;

  return kinds.types;
}

/**
 * tambour_kinds_find:
 * @name: a kind by its singular or plural, such as "case" or "cases"
 *
 * Returns: (transfer none) (nullable): the class, which lives for ever, or
 *   %NULL if there is no such kind
 */
TambourRecordClass *
tambour_kinds_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  ensure_kinds ();

  return g_hash_table_lookup (kinds.by_name, name);
}

/**
 * tambour_kinds_by_number:
 * @number: a kind's number
 *
 * Returns: (transfer none) (nullable): the class, or %NULL
 */
TambourRecordClass *
tambour_kinds_by_number (guint number)
{
  ensure_kinds ();

  return number < G_N_ELEMENTS (kinds.by_number) ? kinds.by_number[number] : NULL;
}
