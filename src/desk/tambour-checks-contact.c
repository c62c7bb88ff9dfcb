/* tambour-checks-contact.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-checks.h"
#include "tambour-checks-private.h"
#include "tambour-plans.h"

/**
 * tambour_checks_named_time:
 * @contact: a contact
 * @time: (out): the days on which they are named; on the day they leave, no more
 *
 * Returns: %FALSE if they never are
 */
gboolean
tambour_checks_named_time (TambourContact   *contact,
                           TambourNamedTime *time)
{
  time->from = contact->named_from.julian;
  time->to = contact->named_to.julian ? contact->named_to.julian : G_MAXUINT32;
  if (contact->left_on.julian != 0)
    time->to = MIN (time->to, contact->left_on.julian - 1);

  return contact->is_named && time->from <= time->to && !tambour_record_is_deleted (TAMBOUR_RECORD (contact));
}

static gboolean
is_on (GPtrArray *contacts,
       guint      i,
       guint32    day)
{
  TambourNamedTime time;

  return tambour_checks_named_time (g_ptr_array_index (contacts, i), &time) && time.from <= day && day <= time.to;
}

static guint
count_on (GPtrArray *contacts,
          guint32    day)
{
  guint n = 0;

  for (guint i = 0; i < contacts->len; i++)
    n += is_on (contacts, i, day);

  return n;
}

/* Returns: the first day of @wanted on which @limit others are named; 0 for none.
 * Their number only grows on days on which one of them begins. */
static guint32
find_full_day (GPtrArray              *others,
               const TambourNamedTime *wanted,
               gint64                  limit)
{
  guint32 found = 0;
  guint32 first = MAX (wanted->from, 1);

  if (count_on (others, first) >= limit)
    return first;

  for (guint i = 0; i < others->len; i++)
    {
      TambourNamedTime time;

      if (tambour_checks_named_time (g_ptr_array_index (others, i), &time) &&
          time.from >= wanted->from && time.from <= wanted->to &&
          (found == 0 || time.from < found) && count_on (others, time.from) >= limit)
        found = time.from;
    }

  return found;
}

/* One who is open at both ends meets the others where the last of them begins. */
static guint32
choose_day_to_say (GPtrArray *others,
                   guint32    day)
{
  guint32 latest = day;

  for (guint i = 0; day <= 1 && i < others->len; i++)
    {
      TambourNamedTime time;

      if (tambour_checks_named_time (g_ptr_array_index (others, i), &time))
        latest = MAX (latest, time.from);
    }

  return day <= 1 && count_on (others, latest) >= count_on (others, day) ? latest : day;
}

static char *
dup_names_on (GPtrArray *contacts,
              guint32    day)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < contacts->len; i++)
    if (is_on (contacts, i, day))
      {
        TambourContact *contact = g_ptr_array_index (contacts, i);

        g_string_append_printf (names, "%s%s", names->len ? _(", ") : "", contact->name);
      }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
refuse_name (TambourAccount  *account,
             const char      *plan,
             gint64           limit,
             GPtrArray       *others,
             guint32          day,
             GError         **error)
{
  guint32 said = choose_day_to_say (others, day);
  g_autofree char *names = dup_names_on (others, said);
  g_autofree char *date = said > 1 ? tambour_date_dup_text ((TambourDate) { said }) : NULL;

  if (limit == 0)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 _("%s has the plan %s, which has no named contacts."), account->name, plan);
  else if (date == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 g_dngettext (GETTEXT_PACKAGE,
                              "%s has the plan %s with %d named contact, and this is already: %s. End one of these first.",
                              "%s has the plan %s with %d named contacts, and these are already: %s. End one of them first.",
                              limit),
                 account->name, plan, (int) limit, names);
  else
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 g_dngettext (GETTEXT_PACKAGE,
                              "%s has the plan %s with %d named contact, and on %s this is already: %s. End that first, or name somebody later.",
                              "%s has the plan %s with %d named contacts, and on %s these are already: %s. End one of them first, or name somebody later.",
                              limit),
                 account->name, plan, (int) limit, date, names);

  return FALSE;
}

/* What is stored already may stay, and may become less. */
static gboolean
is_within_stored (TambourStore           *store,
                  TambourContact         *contact,
                  const TambourNamedTime *wanted)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_CONTACT);
  g_autoptr(TambourContact) stored = (TambourContact *) tambour_store_get (store, klass, TAMBOUR_RECORD (contact)->id, NULL);
  TambourNamedTime time;

  return stored != NULL && tambour_checks_named_time (stored, &time) &&
         g_strcmp0 (TAMBOUR_RECORD (stored)->account_id.id, TAMBOUR_RECORD (contact)->account_id.id) == 0 &&
         time.from <= wanted->from && time.to >= wanted->to;
}

static GPtrArray *
list_others (TambourStore    *store,
             TambourContact  *contact,
             GError         **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(GPtrArray) contacts = NULL;

  tambour_query_account (query, TAMBOUR_RECORD (contact)->account_id.id);
  if (!tambour_query_where (query, "is_named", TAMBOUR_IS, "true", error) ||
      !tambour_query_order (query, "name", FALSE, error) ||
      !(contacts = tambour_store_list (store, query, NULL, error)))
    return NULL;

  for (guint i = contacts->len; i > 0; i--)
    if (strcmp (TAMBOUR_RECORD (g_ptr_array_index (contacts, i - 1))->id, TAMBOUR_RECORD (contact)->id) == 0)
      g_ptr_array_remove_index (contacts, i - 1);

  return g_steal_pointer (&contacts);
}

static gboolean
check_limit (TambourStore            *store,
             TambourContact          *contact,
             const TambourNamedTime  *wanted,
             GError                 **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  const char *account_id = TAMBOUR_RECORD (contact)->account_id.id;
  g_autoptr(TambourAccount) account = account_id ? (TambourAccount *) tambour_store_get (store, klass, account_id, NULL) : NULL;
  g_autoptr(GPtrArray) others = NULL;
  g_autofree char *plan = NULL;
  gint64 limit;
  guint32 day;

  /* An account that is not there is refused by the store, which can say it better. */
  if (account == NULL)
    return TRUE;

  if (!tambour_checks_named_limit (store, account, &plan, &limit, error))
    return FALSE;
  if (limit == TAMBOUR_NO_COUNT)
    return TRUE;

  if (!(others = list_others (store, contact, error)))
    return FALSE;

  day = limit == 0 ? 1 : find_full_day (others, wanted, limit);

  return day == 0 || refuse_name (account, plan, limit, others, day, error);
}

/**
 * tambour_checks_contact:
 * @store: a store
 * @contact: a contact as they shall be
 * @field: (out): the name of the field that is at fault
 * @error: return location
 *
 * Who has left is not named any more, and no more are named than the plan has.
 *
 * Returns: %FALSE if @contact must not be stored so
 */
gboolean
tambour_checks_contact (TambourStore    *store,
                        TambourContact  *contact,
                        const char     **field,
                        GError         **error)
{
  TambourNamedTime wanted;

  *field = "is_named";
  if (contact->is_named && contact->left_on.julian != 0 &&
      (contact->named_to.julian == 0 || contact->named_to.julian > contact->left_on.julian))
    {
      g_autofree char *date = tambour_date_dup_text (contact->left_on);

      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   _("%s left on %s and cannot be a named contact after that day. Let “Named to” end by then, or switch “Named contact” off."),
                   contact->name, date);
      return FALSE;
    }

  return !tambour_checks_named_time (contact, &wanted) ||
         is_within_stored (store, contact, &wanted) ||
         check_limit (store, contact, &wanted, error);
}

static gboolean
fill_from_catalogue (TambourStore  *store,
                     TambourPlan   *plan,
                     gint64        *limit,
                     GError       **error)
{
  g_autoptr(TambourCatalogueSet) versions = tambour_plans_load (store, error);
  TambourCatalogue *catalogue = versions ? tambour_catalogue_set_find (versions, (TambourInstant) { G_MAXINT64 }) : NULL;
  g_autoptr(GPtrArray) plans = catalogue ? tambour_catalogue_dup_plans (catalogue) : NULL;

  for (guint i = 0; plans && i < plans->len; i++)
    {
      TambourPlan *known = g_ptr_array_index (plans, i);

      if (g_strcmp0 (known->code, plan->code) == 0)
        *limit = known->named_contact_limit;
    }

  return versions != NULL;
}

/**
 * tambour_checks_named_limit:
 * @store: a store
 * @account: an account
 * @plan_name: (out) (optional) (transfer full) (nullable): what its plan is called; %NULL without one
 * @limit: (out): how many contacts may be named; %TAMBOUR_NO_COUNT for as many as they like
 * @error: return location
 *
 * The limit stands in the plan's record, else in the catalogue.
 *
 * Returns: %FALSE if it could not be read
 */
gboolean
tambour_checks_named_limit (TambourStore    *store,
                            TambourAccount  *account,
                            char           **plan_name,
                            gint64          *limit,
                            GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PLAN);
  g_autoptr(TambourPlan) plan = NULL;

  *limit = TAMBOUR_NO_COUNT;
  if (plan_name != NULL)
    *plan_name = NULL;

  if (account->plan_id.id == NULL)
    return TRUE;

  if (!(plan = (TambourPlan *) tambour_store_get (store, klass, account->plan_id.id, error)))
    return FALSE;

  if (plan_name != NULL)
    *plan_name = g_strdup (plan->name && *plan->name ? plan->name : plan->code);

  *limit = plan->named_contact_limit;

  return *limit != TAMBOUR_NO_COUNT || fill_from_catalogue (store, plan, limit, error);
}
