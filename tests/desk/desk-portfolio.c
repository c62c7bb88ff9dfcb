/* desk-portfolio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "desk-portfolio.h"

void
desk_set (gpointer    record,
          const char *field,
          const char *text)
{
  g_autoptr(GError) error = NULL;

  tambour_record_set_text (record, field, text, &error);
  g_assert_no_error (error);
}

void
desk_portfolio_put (DeskPortfolio *self,
                    gpointer       record)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Put");
  g_autoptr(GError) error = NULL;

  tambour_change_put (change, record);
  tambour_store_commit (self->store, change, &error);
  g_assert_no_error (error);
}

gpointer
desk_portfolio_get (DeskPortfolio *self,
                    gpointer       record)
{
  g_autoptr(GError) error = NULL;
  gpointer found = tambour_store_get (self->store, TAMBOUR_RECORD_GET_CLASS (record), TAMBOUR_RECORD (record)->id, &error);

  g_assert_no_error (error);

  return found;
}

/* A new record of the account, not yet stored. */
gpointer
desk_portfolio_own (DeskPortfolio *self,
                    GType          type)
{
  TambourRecord *record = tambour_record_new (type, NULL);

  desk_set (record, "account_id", TAMBOUR_RECORD (self->account)->id);

  return record;
}

/* A new contact who is named from @from to @to, not yet stored. */
TambourContact *
desk_portfolio_name (DeskPortfolio *self,
                     const char    *name,
                     const char    *from,
                     const char    *to)
{
  TambourContact *contact = desk_portfolio_own (self, TAMBOUR_TYPE_CONTACT);

  desk_set (contact, "name", name);
  contact->is_named = TRUE;
  desk_set (contact, "named_from", from);
  desk_set (contact, "named_to", to);

  return contact;
}

/* One of theirs, stored. */
TambourContact *
desk_portfolio_contact (DeskPortfolio *self,
                        const char    *name)
{
  TambourContact *contact = desk_portfolio_own (self, TAMBOUR_TYPE_CONTACT);

  desk_set (contact, "name", name);
  desk_portfolio_put (self, contact);

  return contact;
}

/* One of us, stored. */
TambourPerson *
desk_portfolio_person (DeskPortfolio *self,
                       const char    *name)
{
  TambourPerson *person = (TambourPerson *) tambour_record_new (TAMBOUR_TYPE_PERSON, NULL);

  desk_set (person, "name", name);
  desk_portfolio_put (self, person);

  return person;
}

static TambourPlan *
add_plan (DeskPortfolio *self,
          const char    *code,
          const char    *name,
          const char    *limit)
{
  TambourPlan *plan = (TambourPlan *) tambour_record_new (TAMBOUR_TYPE_PLAN, NULL);

  desk_set (plan, "code", code);
  desk_set (plan, "name", name);
  desk_set (plan, "named_contact_limit", limit);
  desk_portfolio_put (self, plan);

  return plan;
}

DeskPortfolio *
desk_portfolio_new (void)
{
  DeskPortfolio *self = g_new0 (DeskPortfolio, 1);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("tambour-desk-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "desk.tambour", NULL);
  self->store = tambour_store_open (self->path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);

  self->platinum = add_plan (self, "platinum", "Platinum", "5");
  self->basic = add_plan (self, "basic", "Basic", "0");
  self->account = (TambourAccount *) tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  desk_set (self->account, "name", "Kestrel Rail");
  desk_set (self->account, "short_code", "KR");
  desk_set (self->account, "report_tz", "Europe/London");
  desk_set (self->account, "plan_id", TAMBOUR_RECORD (self->platinum)->id);
  desk_portfolio_put (self, self->account);

  return self;
}

void
desk_portfolio_free (DeskPortfolio *self)
{
  tambour_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->platinum);
  g_clear_object (&self->basic);
  g_clear_object (&self->account);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
  g_free (self);
}

/* The afternoon on which the tests are. */
TambourInstant
desk_portfolio_now (void)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse ("2026-11-23T17:12:00Z", &at));

  return at;
}
