/* tambour-demo-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

#include "tambour-record-json.h"

/* Accounts beyond the told ones get made-up names; the last told story is that
 * of a customer who has only just begun and is not repeated.
 */
#define N_TOLD TAMBOUR_DEMO_N_TOLD

static char *
invent_name (TambourDemo *demo,
             guint        index)
{
  JsonArray *firsts = tambour_demo_pool (demo, "company_firsts");
  JsonArray *lasts = tambour_demo_pool (demo, "company_lasts");
  guint n = json_array_get_length (firsts);
  guint m = json_array_get_length (lasts);
  guint i = index - N_TOLD;
  guint round = i / (n * m);
  const char *first = json_array_get_string_element (firsts, i % n);
  const char *last = json_array_get_string_element (lasts, (i / n + i) % m);

  return round == 0 ? g_strdup_printf ("%s %s", first, last) : g_strdup_printf ("%s %s %u", first, last, round + 1);
}

static void
name_account (TambourDemoAccount *self)
{
  if (self->index < N_TOLD)
    return;

  g_free (self->account->name);
  g_free (self->account->short_code);
  self->account->name = invent_name (self->demo, self->index);
  self->account->short_code = g_strdup_printf ("A%u", self->index);
}

static void
name_contact (TambourDemoAccount *self,
              TambourContact     *contact)
{
  g_autofree char *code = g_ascii_strdown (self->account->short_code, -1);
  g_auto(GStrv) parts = NULL;
  g_autofree char *ascii = NULL;
  g_autofree char *user = NULL;

  if (self->index >= N_TOLD)
    {
      g_free (contact->name);
      contact->name = g_strdup_printf ("%s %s", tambour_demo_pick (self->demo, tambour_demo_pool (self->demo, "given_names")),
                                       tambour_demo_pick (self->demo, tambour_demo_pool (self->demo, "family_names")));
    }

  parts = g_strsplit (contact->name, " ", -1);
  ascii = g_str_to_ascii (parts[0], NULL);
  user = g_ascii_strdown (ascii, -1);
  contact->email = g_strdup_printf ("%s@%s.example", user, code);
  contact->phone = g_strdup_printf ("555 %04d", tambour_demo_between (self->demo, 100, 999));
}

/* Rows of “name in the story, name, title, role, influence, sentiment”, and the
 * phone where the story speaks of it.
 */
static void
add_contacts (TambourDemoAccount *self,
              JsonArray          *rows)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);
      TambourContact *contact = tambour_demo_own (self, TAMBOUR_TYPE_CONTACT, self->start);

      contact->name = g_strdup (json_array_get_string_element (row, 1));
      contact->title = g_strdup (json_array_get_string_element (row, 2));
      contact->tz = g_strdup (self->account->report_tz);
      contact->language = g_strdup (self->account->report_lang);
      contact->influence = json_array_get_int_element (row, 4);
      if (!tambour_choice_from_nick (TAMBOUR_TYPE_CONTACT_ROLE, json_array_get_string_element (row, 3), &contact->role) ||
          !tambour_choice_from_nick (TAMBOUR_TYPE_SENTIMENT, json_array_get_string_element (row, 5), &contact->sentiment))
        g_error ("the story of %s has a contact without a role", self->account->name);

      name_contact (self, contact);
      if (json_array_get_length (row) > 6)
        g_set_str (&contact->phone, json_array_get_string_element (row, 6));
      g_ptr_array_add (self->contacts, g_object_ref (contact));
      g_hash_table_insert (self->names, g_strdup (json_array_get_string_element (row, 0)), g_strdup (TAMBOUR_RECORD (contact)->id));
      g_hash_table_insert (self->people, g_strdup (json_array_get_string_element (row, 0)), g_strdup (contact->name));
    }
}

/* As many named contacts as the plan allows, the first ones. */
static void
choose_named (TambourDemoAccount *self)
{
  guint limit = g_str_equal (self->plan, "platinum") ? 5 : g_str_equal (self->plan, "gold") ? 3
                                                                                            : 0;

  for (guint i = 0; i < MIN (limit, self->contacts->len); i++)
    {
      TambourContact *contact = g_ptr_array_index (self->contacts, i);

      contact->is_named = TRUE;
      contact->named_from = tambour_demo_date (self, self->start);
      if (i > 0)
        tambour_demo_set_ref (&contact->reports_to_id, TAMBOUR_RECORD (g_ptr_array_index (self->contacts, 0))->id);
    }
}

static void
add_team (TambourDemoAccount *self)
{
  gboolean is_mira = g_str_equal (json_object_get_string_member (self->life, "tam"), "mira");
  const char *names[] = { is_mira ? "mira" : "tomas", is_mira ? "tomas" : "mira", "priscilla" };
  const TambourPersonRole roles[] = { TAMBOUR_PERSON_ROLE_TAM, TAMBOUR_PERSON_ROLE_BACKUP_TAM, TAMBOUR_PERSON_ROLE_MANAGER };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TambourTeamRole *role = tambour_demo_own (self, TAMBOUR_TYPE_TEAM_ROLE, self->start);

      tambour_demo_set_ref (&role->person_id, tambour_demo_find (self->demo, NULL, names[i]));
      role->role = roles[i];
      role->from = tambour_demo_date (self, self->start);
    }
}

static gboolean
read_account (TambourDemoAccount  *self,
              JsonObject          *story,
              GError             **error)
{
  JsonObject *members = json_object_get_object_member (story, "account");
  const char *tam = json_object_get_string_member (self->life, "tam");
  const char *start = json_object_get_string_member (self->life, "start");

  if (!tambour_instant_parse (start, &self->start))
    g_error ("the story has no time “%s”", start);

  self->plan = json_object_get_string_member (story, "plan");
  self->tam_id = tambour_demo_find (self->demo, NULL, tam);
  self->tam_name = g_str_equal (tam, "mira") ? "Mira Solberg" : "Tomas Reyl";
  self->tam_hours = tambour_catalogue_get_calendar (self->demo->catalogue, g_str_equal (tam, "mira") ? "tam-seattle" : "tam-oslo");
  self->account = g_object_ref (tambour_demo_record (self->demo, TAMBOUR_TYPE_ACCOUNT, self->start, self->tam_name));
  self->id = g_strdup (TAMBOUR_RECORD (self->account)->id);
  if (!tambour_record_merge_in (TAMBOUR_RECORD (self->account), members, error))
    return FALSE;

  name_account (self);
  tambour_demo_set_ref (&self->account->plan_id, tambour_demo_find (self->demo, NULL, self->plan));
  self->zone = tambour_zone_lookup (self->account->report_tz);
  g_assert (self->zone != NULL);

  return TRUE;
}

static void
add_entitlements (TambourDemoAccount *self)
{
  const struct
  {
    const char *plan;
    TambourEntitlementKind kind;
    gint64 granted;
  } lines[] = {
    { "platinum", TAMBOUR_ENTITLEMENT_KIND_CALL, 48 },
    { "platinum", TAMBOUR_ENTITLEMENT_KIND_AUDIT, 2 },
    { "platinum", TAMBOUR_ENTITLEMENT_KIND_TRAINING_HOUR, 16 },
    { "platinum", TAMBOUR_ENTITLEMENT_KIND_EBR, 1 },
    { "platinum", TAMBOUR_ENTITLEMENT_KIND_ONSITE_DAY, 2 },
    { "platinum", TAMBOUR_ENTITLEMENT_KIND_EARLY_ACCESS, 3 },
    { "platinum", TAMBOUR_ENTITLEMENT_KIND_NAMED_CONTACT, 5 },
    { "gold", TAMBOUR_ENTITLEMENT_KIND_TAM_HOUR, 24 },
    { "gold", TAMBOUR_ENTITLEMENT_KIND_NAMED_CONTACT, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      TambourEntitlement *line;

      if (!g_str_equal (lines[i].plan, self->plan))
        continue;

      line = tambour_demo_own (self, TAMBOUR_TYPE_ENTITLEMENT, self->start);
      tambour_demo_set_ref (&line->agreement_id, tambour_demo_find (self->demo, self, "agreement"));
      line->kind = lines[i].kind;
      line->granted = lines[i].granted;
      line->period = g_strdup ("year");
      g_hash_table_insert (self->names, g_strconcat ("granted ", tambour_choice_nick (TAMBOUR_TYPE_ENTITLEMENT_KIND, line->kind), NULL),
                           g_strdup (TAMBOUR_RECORD (line)->id));
    }
}

/**
 * tambour_demo_use:
 * @self: an account
 * @entitlement: “granted” and the kind of what is granted
 * @at: when
 * @amount: how much
 * @source: the id of the record that it follows from
 *
 * Uses what the agreement grants, if it grants that.
 */
void
tambour_demo_use (TambourDemoAccount *self,
                  const char         *entitlement,
                  TambourInstant      at,
                  gint64              amount,
                  const char         *source)
{
  const char *id = g_hash_table_lookup (self->names, entitlement);
  TambourEntitlementUse *use;

  if (id == NULL)
    return;

  use = tambour_demo_own (self, TAMBOUR_TYPE_ENTITLEMENT_USE, at);
  tambour_demo_set_ref (&use->entitlement_id, id);
  use->on = tambour_demo_date (self, at);
  use->amount = amount;
  use->source_record = g_strdup (source);
}

/* Cases that are told word for word; those that chance makes join them. */
static void
gather_told (TambourDemoAccount *self)
{
  for (guint i = 0; i < self->demo->pending->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (self->demo->pending, i);

      if (TAMBOUR_IS_CASE (record) && g_strcmp0 (record->account_id.id, self->id) == 0)
        g_ptr_array_add (self->cases, g_object_ref (record));
    }
}

/**
 * tambour_demo_account_new:
 * @demo: a demonstration
 * @story: what is told of it
 * @index: which account it is, from 0
 * @error: return location
 *
 * The account with its people and with what is told word for word. Of accounts
 * beyond the told ones only the general part is.
 *
 * Returns: (transfer full) (nullable): the account
 */
TambourDemoAccount *
tambour_demo_account_new (TambourDemo  *demo,
                          JsonObject   *story,
                          guint         index,
                          GError      **error)
{
  g_autoptr(TambourDemoAccount) self = g_new0 (TambourDemoAccount, 1);

  self->demo = demo;
  self->index = index;
  self->story = index < N_TOLD ? index : index % (N_TOLD - 1);
  self->life = json_object_get_object_member (story, "life");
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  self->cases = g_ptr_array_new_with_free_func (g_object_unref);

  if (!read_account (self, story, error))
    return NULL;

  g_hash_table_insert (self->names, g_strdup ("account"), g_strdup (self->id));
  g_hash_table_insert (self->names, g_strdup ("tam"), g_strdup (self->tam_id));
  add_contacts (self, json_object_get_array_member (story, "contacts"));
  choose_named (self);
  add_team (self);

  if (!tambour_demo_tell (demo, self, json_object_get_array_member (story, "told"), error) ||
      (index < N_TOLD && !tambour_demo_tell (demo, self, json_object_get_array_member (story, "now"), error)))
    return NULL;

  add_entitlements (self);
  gather_told (self);

  return g_steal_pointer (&self);
}

/**
 * tambour_demo_account_free:
 * @self: an account
 *
 * Frees what was only needed to make it; its records stay.
 */
void
tambour_demo_account_free (TambourDemoAccount *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_free (self->id);
  g_free (self);
}
