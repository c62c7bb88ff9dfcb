/* tambour-pack-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pack-facts.h"
#include "tambour-pack-facts-private.h"

#include "tambour-wording.h"

static void
add_agreement (TambourPackReading *self,
               GPtrArray          *agreements)
{
  TambourDate today = self->contacts->today;

  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);
      g_autofree char *dates = NULL;

      if (agreement->start.julian > today.julian || agreement->end.julian < today.julian)
        continue;

      dates = tambour_wording_dates (agreement->start, agreement->end);
      tambour_pack_add_fact (self->pack, _("Agreement"), dates);
      return;
    }
}

static void
add_who (TambourPackReading *self)
{
  const TambourTeamView *tam = self->contacts->tam;
  const TambourTeamView *cover = self->contacts->cover;

  if (tam && tam->person)
    tambour_pack_add_fact (self->pack, _("TAM"), tam->person->name);

  if (cover && cover->person)
    {
      g_autofree char *last = tambour_pack_dup_day (self, cover->role->to);
      g_autofree char *who = tambour_wording_fill (_("{0}, until {1}"), cover->person->name, last, NULL);

      tambour_pack_add_fact (self->pack, _("Stands in"), who);
    }
}

static gboolean
add_facts (TambourPackReading  *self,
           GError             **error)
{
  TambourAccount *account = self->contacts->account;
  g_autoptr(GPtrArray) agreements = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_AGREEMENT, NULL, error);
  g_autofree char *city = tambour_pack_dup_city (account->report_tz);
  g_autofree char *times = city ? tambour_wording_fill (_("as in {0}"), city, NULL) : g_strdup (_("in UTC"));

  if (agreements == NULL)
    return FALSE;

  tambour_pack_add_fact (self->pack, _("Plan"), self->contacts->plan);
  add_agreement (self, agreements);
  add_who (self);
  tambour_pack_add_fact (self->pack, _("Industry"), account->industry);
  tambour_pack_add_fact (self->pack, _("What they want"), account->objective_summary);
  tambour_pack_add_fact (self->pack, _("Good to know"), TAMBOUR_RECORD (account)->note);
  tambour_pack_add_fact (self->pack, _("Times"), times);

  return TRUE;
}

static gboolean
add_parts (TambourPackReading  *self,
           GError             **error)
{
  tambour_pack_add_people (self);
  tambour_pack_add_team (self);

  return add_facts (self, error) &&
         tambour_pack_add_cases (self, error) &&
         tambour_pack_add_promises (self, error) &&
         tambour_pack_add_actions (self, error) &&
         tambour_pack_add_traps (self, error) &&
         tambour_pack_add_calls (self, error) &&
         tambour_pack_add_environments (self, error) &&
         tambour_pack_add_workflows (self, error);
}

/**
 * tambour_pack_load:
 * @store: a store
 * @account_id: an account
 * @language: (nullable): such as `de`; English if the program does not speak it
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread, which writes in @language from then on.
 *
 * Returns: (transfer full) (nullable): its continuity pack, or %NULL on error
 */
TambourPack *
tambour_pack_load (TambourStore    *store,
                   const char      *account_id,
                   const char      *language,
                   TambourInstant   at,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_autoptr(TambourContacts) contacts = tambour_contacts_load (store, account_id, at, cancellable, error);
  g_autoptr(GTimeZone) zone = contacts ? tambour_account_dup_zone (contacts->account) : NULL;
  g_autoptr(TambourPack) pack = contacts ? tambour_pack_new (account_id, contacts->account->name, language, at) : NULL;
  TambourPackReading self = { { store, cancellable, account_id, at }, pack, contacts, zone };

  if (contacts == NULL)
    return NULL;

  pack->read = tambour_pack_dup_moment (&self, at);
  if (!add_parts (&self, error))
    return NULL;

  return g_steal_pointer (&pack);
}
