/* tambour-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audits.h"
#include "tambour-checks.h"
#include "tambour-checks-private.h"
#include "tambour-engagement.h"
#include "tambour-kinds.h"
#include "tambour-template-versions.h"

/* The rules of the desk that go beyond one field. The window and tambourctl ask
 * them before a change is committed; what other machines wrote is taken as it is.
 */

typedef struct
{
  const char *kind;
  const char *first;
  const char *second;
  gboolean    strictly;  /* the same moment will not do */
} OrderRule;

static const OrderRule order_rules[] = {
  { "agreement", "start", "end", TRUE },
  { "contact", "named_from", "named_to", FALSE },
  { "team_role", "from", "to", FALSE },
  { "engagement", "planned_start", "planned_end", FALSE },
  { "planned_change", "window_start", "window_end", FALSE },
  { "incident", "impact_start", "restored_at", FALSE },
  { "exposure", "since", "until", FALSE },
  { "survey_response", "asked_at", "answered_at", FALSE },
};

typedef struct
{
  const char *kind;
  const char *field;
} ZoneRule;

static const ZoneRule zone_rules[] = {
  { "account", "report_tz" },
  { "contact", "tz" },
  { "environment", "tz" },
};

static gint64
read_moment (const TambourField *field,
             TambourRecord      *record)
{
  return field->kind == TAMBOUR_KIND_DATE ? (gint64) TAMBOUR_FIELD_AT (field, record, TambourDate).julian
                                          : TAMBOUR_FIELD_AT (field, record, TambourInstant).seconds;
}

static gboolean
check_order (const OrderRule  *rule,
             TambourRecord    *record,
             GError          **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  const TambourField *first = tambour_record_class_find_field (klass, rule->first);
  const TambourField *second = tambour_record_class_find_field (klass, rule->second);
  g_autofree char *earlier = NULL;
  g_autofree char *later = NULL;

  if (!tambour_field_is_stated (first, record) || !tambour_field_is_stated (second, record) ||
      read_moment (second, record) > read_moment (first, record) ||
      (!rule->strictly && read_moment (second, record) == read_moment (first, record)))
    return TRUE;

  earlier = tambour_field_dup_text (first, record);
  later = tambour_field_dup_text (second, record);
  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
               rule->strictly ? _("“%s” (%s) must come after “%s” (%s).") : _("“%s” (%s) cannot come before “%s” (%s)."),
               _(second->label), later, _(first->label), earlier);

  return FALSE;
}

static gboolean
check_zone (const ZoneRule  *rule,
            TambourRecord   *record,
            GError         **error)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), rule->field);
  const char *name = TAMBOUR_FIELD_AT (field, record, char *);
  g_autoptr(GTimeZone) zone = NULL;

  if (name == NULL || *name == '\0')
    return TRUE;

  if ((zone = tambour_zone_lookup (name)) != NULL)
    return TRUE;

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
               _("There is no time zone “%s”. Zones are called after a city, such as America/Chicago."), name);

  return FALSE;
}

static gboolean
is_short_code (const char *code)
{
  glong length = g_utf8_strlen (code, -1);

  for (const char *p = code; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;

  return length >= 2 && length <= 5;
}

static gboolean
is_stored_code (TambourStore   *store,
                TambourAccount *account)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(TambourAccount) stored = (TambourAccount *) tambour_store_get (store, klass, TAMBOUR_RECORD (account)->id, NULL);

  return stored != NULL && g_strcmp0 (stored->short_code, account->short_code) == 0 &&
         !tambour_record_is_deleted (TAMBOUR_RECORD (stored));
}

static TambourAccount *
find_same_code (GPtrArray      *accounts,
                TambourAccount *account)
{
  g_autofree char *code = g_utf8_casefold (account->short_code, -1);

  for (guint i = 0; i < accounts->len; i++)
    {
      TambourAccount *other = g_ptr_array_index (accounts, i);
      g_autofree char *taken = other->short_code ? g_utf8_casefold (other->short_code, -1) : NULL;

      if (g_strcmp0 (code, taken) == 0 && strcmp (TAMBOUR_RECORD (other)->id, TAMBOUR_RECORD (account)->id) != 0)
        return other;
    }

  return NULL;
}

static gboolean
check_account (TambourStore    *store,
               TambourAccount  *account,
               const char     **field,
               GError         **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = NULL;
  TambourAccount *other;

  if (account->short_code == NULL || *account->short_code == '\0' || is_stored_code (store, account))
    return TRUE;

  *field = "short_code";
  if (!is_short_code (account->short_code))
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   _("A short code has 2 to 5 letters, and “%s” has not."), account->short_code);
      return FALSE;
    }

  if (!(accounts = tambour_store_list (store, query, NULL, error)))
    return FALSE;

  if ((other = find_same_code (accounts, account)) == NULL)
    return TRUE;

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
               _("“%s” is the short code of %s already."), account->short_code, other->name);

  return FALSE;
}

/* Who enters what was withdrawn long ago may not know why any more. */
static gboolean
is_being_withdrawn (TambourStore      *store,
                    TambourCommitment *commitment)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_COMMITMENT);
  g_autoptr(TambourCommitment) stored = (TambourCommitment *) tambour_store_get (store, klass, TAMBOUR_RECORD (commitment)->id, NULL);

  return stored != NULL && stored->status != TAMBOUR_COMMITMENT_STATUS_WITHDRAWN &&
         commitment->status == TAMBOUR_COMMITMENT_STATUS_WITHDRAWN;
}

/* A promise is withdrawn with a reason: the review lists it (METRICS.md M23). */
static gboolean
check_commitment (TambourStore       *store,
                  TambourCommitment  *commitment,
                  const char        **field,
                  GError            **error)
{
  g_autofree char *reason = commitment->reason ? g_strstrip (g_strdup (commitment->reason)) : NULL;

  if ((reason != NULL && *reason != '\0') || !is_being_withdrawn (store, commitment))
    return TRUE;

  *field = "reason";
  g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                       _("Say why the commitment was withdrawn: the review lists it."));

  return FALSE;
}

/**
 * tambour_checks_survey:
 * @survey: what somebody answered
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for people
 *
 * A mean of scores from different scales would say nothing (METRICS.md M16).
 *
 * Returns: %FALSE if the score is none of its scale
 */
gboolean
tambour_checks_survey (TambourSurveyResponse  *survey,
                       GError                **error)
{
  gboolean is_of_ten = survey->kind == TAMBOUR_SURVEY_KIND_NPS;

  if (isnan (survey->score) || (survey->score >= (is_of_ten ? 0 : 1) && survey->score <= (is_of_ten ? 10 : 5)))
    return TRUE;

  g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                       is_of_ten ? _("This score goes from 0 to 10.") : _("This score goes from 1 to 5."));

  return FALSE;
}

/**
 * tambour_checks_run_field:
 * @store: a store
 * @record: a record as it shall be
 * @field: (out) (optional): the name of the field that is at fault
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for people
 *
 * Whether the rules of the desk allow @record: dates in order, zones that exist,
 * short codes of their own, scores of their scale, commitments withdrawn with a reason, finished audits left
 * as they are, and no more named contacts than the plan has. What was stored against a
 * rule and stays as it was is not refused again.
 *
 * Blocks: run it on a thread.
 *
 * Returns: %FALSE if @record must not be stored so
 */
gboolean
tambour_checks_run_field (TambourStore   *store,
                          TambourRecord  *record,
                          const char    **field,
                          GError        **error)
{
  const char *kind = TAMBOUR_RECORD_GET_CLASS (record)->kind;
  const char *ignored = NULL;

  if (field == NULL)
    field = &ignored;
  *field = NULL;

  if (tambour_record_is_deleted (record))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (order_rules); i++)
    if (strcmp (order_rules[i].kind, kind) == 0 && !check_order (&order_rules[i], record, error))
      {
        *field = order_rules[i].second;
        return FALSE;
      }

  for (guint i = 0; i < G_N_ELEMENTS (zone_rules); i++)
    if (strcmp (zone_rules[i].kind, kind) == 0 && !check_zone (&zone_rules[i], record, error))
      {
        *field = zone_rules[i].field;
        return FALSE;
      }

  if (TAMBOUR_IS_ACCOUNT (record))
    return check_account (store, TAMBOUR_ACCOUNT (record), field, error);

  if (TAMBOUR_IS_SURVEY_RESPONSE (record) && !tambour_checks_survey (TAMBOUR_SURVEY_RESPONSE (record), error))
    {
      *field = "score";
      return FALSE;
    }

  if (TAMBOUR_IS_COMMITMENT (record))
    return check_commitment (store, TAMBOUR_COMMITMENT (record), field, error);

  if (TAMBOUR_IS_AUDIT (record) || TAMBOUR_IS_AUDIT_ANSWER (record))
    return tambour_audit_check_frozen (store, record, error);

  if (TAMBOUR_IS_TEMPLATE_ITEM (record))
    return tambour_template_check_used (store, record, error);

  if (TAMBOUR_IS_CONTACT (record))
    return tambour_checks_contact (store, TAMBOUR_CONTACT (record), field, error);

  return TRUE;
}

/**
 * tambour_checks_run:
 * @store: a store
 * @record: a record as it shall be
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for people
 *
 * See tambour_checks_run_field().
 *
 * Returns: %FALSE if @record must not be stored so
 */
gboolean
tambour_checks_run (TambourStore   *store,
                    TambourRecord  *record,
                    GError        **error)
{
  return tambour_checks_run_field (store, record, NULL, error);
}
