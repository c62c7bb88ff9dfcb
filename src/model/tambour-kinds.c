/* tambour-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"

#define N_KINDS 60

typedef struct
{
  GType               types[N_KINDS];
  TambourRecordClass *by_number[128];
  GHashTable         *by_name;
} Kinds;

static Kinds kinds;

/* In the order of their numbers; a new kind gets the next one. */
static void
list_types (GType *types)
{
  const GType all[N_KINDS] = {
    TAMBOUR_TYPE_ACCOUNT,
    TAMBOUR_TYPE_AGREEMENT,
    TAMBOUR_TYPE_PLAN,
    TAMBOUR_TYPE_ENTITLEMENT,
    TAMBOUR_TYPE_ENTITLEMENT_USE,
    TAMBOUR_TYPE_CONTACT,
    TAMBOUR_TYPE_PERSON,
    TAMBOUR_TYPE_TEAM_ROLE,
    TAMBOUR_TYPE_GOAL,
    TAMBOUR_TYPE_GOAL_READING,
    TAMBOUR_TYPE_ENVIRONMENT,
    TAMBOUR_TYPE_COMPONENT,
    TAMBOUR_TYPE_WORKFLOW_NOTE,
    TAMBOUR_TYPE_INFRA_NOTE,
    TAMBOUR_TYPE_CASE,
    TAMBOUR_TYPE_CASE_EVENT,
    TAMBOUR_TYPE_INCIDENT,
    TAMBOUR_TYPE_ROOT_CAUSE,
    TAMBOUR_TYPE_ESCALATION,
    TAMBOUR_TYPE_PLAN_CATALOGUE,
    TAMBOUR_TYPE_RESPONSE_CLOCK,
    TAMBOUR_TYPE_CLOCK_PAUSE,
    TAMBOUR_TYPE_ACKNOWLEDGEMENT,
    TAMBOUR_TYPE_ENGAGEMENT,
    TAMBOUR_TYPE_CADENCE,
    TAMBOUR_TYPE_ATTENDANCE,
    TAMBOUR_TYPE_DECISION,
    TAMBOUR_TYPE_ACTION_ITEM,
    TAMBOUR_TYPE_COMMITMENT,
    TAMBOUR_TYPE_ROADMAP_ITEM,
    TAMBOUR_TYPE_ROADMAP_REVIEW,
    TAMBOUR_TYPE_AUDIT_TEMPLATE,
    TAMBOUR_TYPE_TEMPLATE_ITEM,
    TAMBOUR_TYPE_AUDIT,
    TAMBOUR_TYPE_AUDIT_ANSWER,
    TAMBOUR_TYPE_FINDING,
    TAMBOUR_TYPE_KNOWN_ISSUE,
    TAMBOUR_TYPE_EXPOSURE,
    TAMBOUR_TYPE_FEATURE_REQUEST,
    TAMBOUR_TYPE_FR_EVIDENCE,
    TAMBOUR_TYPE_FR_EVENT,
    TAMBOUR_TYPE_INSIGHT,
    TAMBOUR_TYPE_USAGE_SAMPLE,
    TAMBOUR_TYPE_FEATURE_ADOPTION,
    TAMBOUR_TYPE_PLANNED_CHANGE,
    TAMBOUR_TYPE_TRAINING,
    TAMBOUR_TYPE_CONTENT_SHARE,
    TAMBOUR_TYPE_EARLY_ACCESS,
    TAMBOUR_TYPE_INVITATION,
    TAMBOUR_TYPE_VALUE_ENTRY,
    TAMBOUR_TYPE_PROJECT,
    TAMBOUR_TYPE_SURVEY_RESPONSE,
    TAMBOUR_TYPE_HEALTH_COMPONENT,
    TAMBOUR_TYPE_TIME_ENTRY,
    TAMBOUR_TYPE_REPORT,
    TAMBOUR_TYPE_SNAPSHOT,
    TAMBOUR_TYPE_FIGURE,
    TAMBOUR_TYPE_ATTACHMENT,
    TAMBOUR_TYPE_RATE,
    TAMBOUR_TYPE_CONFLICT,
  };

  memcpy (types, all, sizeof all);
}

static void
fill_kinds (void)
{
  list_types (kinds.types);
  kinds.by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_KINDS; i++)
    {
      TambourRecordClass *klass = g_type_class_ref (kinds.types[i]);

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
