/* tambour-account-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-account-match.h"

#include "tambour-account.h"
#include "tambour-mail-domain.h"
#include "tambour-people.h"

/* What leads to two accounts leads to none. */
#define SEVERAL ""

struct _TambourAccountMatch
{
  GPtrArray  *rules;
  GHashTable *accounts;  /* set of ids */
  GHashTable *names;     /* folded name or short code → account id, or SEVERAL */
  GHashTable *emails;    /* the same of the contacts’ addresses */
  GHashTable *domains;   /* and of their domains */
};

/**
 * tambour_match_rule_new:
 * @hint: which hint it looks at
 * @pattern: what that must say
 * @account_id: whose items those are
 *
 * Returns: (transfer full): a rule
 */
TambourMatchRule *
tambour_match_rule_new (const char *hint,
                        const char *pattern,
                        const char *account_id)
{
  TambourMatchRule *self = g_new0 (TambourMatchRule, 1);

  self->hint = g_strdup (hint);
  self->pattern = g_strdup (pattern);
  self->account_id = g_strdup (account_id);

  return self;
}

/**
 * tambour_match_rule_free:
 * @self: (transfer full): a rule
 */
void
tambour_match_rule_free (TambourMatchRule *self)
{
  g_clear_pointer (&self->hint, g_free);
  g_clear_pointer (&self->pattern, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_free (self);
}

static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  char *folded = g_utf8_casefold (normal, -1);

  return g_strstrip (folded);
}

/**
 * tambour_match_rule_matches:
 * @self: a rule
 * @hints: (element-type utf8 utf8): what an item says of whose it is
 *
 * Returns: whether the rule is about such items
 */
gboolean
tambour_match_rule_matches (const TambourMatchRule *self,
                            GHashTable             *hints)
{
  const char *text = g_hash_table_lookup (hints, self->hint);
  g_autofree char *pattern = text ? fold (self->pattern) : NULL;
  g_autofree char *folded = text ? fold (text) : NULL;

  return text != NULL && g_pattern_match_simple (pattern, folded);
}

static void
note (GHashTable *table,
      const char *text,
      const char *account_id)
{
  g_autofree char *key = text ? fold (text) : NULL;
  const char *found = key ? g_hash_table_lookup (table, key) : NULL;

  if (key == NULL || *key == '\0')
    return;

  if (found == NULL)
    g_hash_table_insert (table, g_steal_pointer (&key), g_strdup (account_id));
  else if (!g_str_equal (found, account_id))
    g_hash_table_insert (table, g_steal_pointer (&key), g_strdup (SEVERAL));
}

static gboolean
read_accounts (TambourAccountMatch  *self,
               TambourStore         *store,
               GCancellable         *cancellable,
               GError              **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = tambour_store_list (store, query, cancellable, error);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      TambourAccount *account = g_ptr_array_index (accounts, i);
      const char *id = TAMBOUR_RECORD (account)->id;

      g_hash_table_add (self->accounts, g_strdup (id));
      note (self->names, account->name, id);
      note (self->names, account->short_code, id);
    }

  return accounts != NULL;
}

static gboolean
read_contact (const TambourValue *values,
              gpointer            user_data)
{
  TambourAccountMatch *self = user_data;
  const char *account_id = values[0].text;
  const char *email = values[1].text;
  const char *at = tambour_mail_domain_of (email);
  g_autofree char *domain = at ? fold (at) : NULL;

  if (account_id == NULL || domain == NULL)
    return TRUE;

  note (self->emails, email, account_id);
  if (!tambour_mail_domain_is_public (domain))
    note (self->domains, domain, account_id);

  return TRUE;
}

/* Who of us opened an item says nothing of whose it is. */
static gboolean
read_person (const TambourValue *values,
             gpointer            user_data)
{
  TambourAccountMatch *self = user_data;
  const char *domain = tambour_mail_domain_of (values[0].text);
  g_autofree char *key = domain ? fold (domain) : NULL;

  if (key != NULL)
    g_hash_table_remove (self->domains, key);

  return TRUE;
}

/**
 * tambour_account_match_new:
 * @store: a portfolio
 * @rules: (element-type TambourMatchRule): what somebody has decided
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError
 *
 * Reads the accounts and their contacts as they are now. Blocks.
 *
 * Returns: (transfer full) (nullable): what knows whose items are whose
 */
TambourAccountMatch *
tambour_account_match_new (TambourStore  *store,
                           GPtrArray     *rules,
                           GCancellable  *cancellable,
                           GError       **error)
{
  static const char * const fields[] = { "account_id", "email", NULL };
  g_autoptr(TambourAccountMatch) self = g_new0 (TambourAccountMatch, 1);
  static const char * const addresses[] = { "email", NULL };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(TambourQuery) people = tambour_query_new (TAMBOUR_TYPE_PERSON);

  self->rules = g_ptr_array_ref (rules);
  self->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_accounts (self, store, cancellable, error) ||
      !tambour_store_each_values (store, query, fields, read_contact, self, cancellable, error) ||
      !tambour_store_each_values (store, people, addresses, read_person, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_account_match_free:
 * @self: (transfer full): what knows whose items are whose
 */
void
tambour_account_match_free (TambourAccountMatch *self)
{
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->emails, g_hash_table_unref);
  g_clear_pointer (&self->domains, g_hash_table_unref);
  g_free (self);
}

static const char *
find_by_rule (TambourAccountMatch *self,
              GHashTable          *hints)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const TambourMatchRule *rule = g_ptr_array_index (self->rules, i);

      if (g_hash_table_contains (self->accounts, rule->account_id) && tambour_match_rule_matches (rule, hints))
        return rule->account_id;
    }

  return NULL;
}

static const char *
find_in (GHashTable *table,
         GHashTable *hints,
         const char *hint)
{
  const char *text = g_hash_table_lookup (hints, hint);
  g_autofree char *key = text ? fold (text) : NULL;

  return key ? g_hash_table_lookup (table, key) : NULL;
}

/* Why what leads to several accounts is nobody’s. */
static char *
explain_several (const char *hint,
                 const char *text)
{
  if (g_str_equal (hint, "organisation"))
    return g_strdup_printf (_("Several accounts are called “%s”."), text);
  if (g_str_equal (hint, "email"))
    return g_strdup_printf (_("Contacts of several accounts have the address %s."), text);

  return g_strdup_printf (_("Contacts of several accounts have addresses at %s."), text);
}

/**
 * tambour_account_match_find:
 * @self: what knows whose items are whose
 * @hints: (element-type utf8 utf8): what an item says of whose it is
 * @reason: (out) (transfer full): why it is nobody’s, in a sentence
 *
 * The first that says something counts: a rule, the organisation, the address, its domain.
 * What would be two accounts’ is nobody’s, for a person to decide.
 *
 * Returns: (transfer none) (nullable): the id of its account
 */
const char *
tambour_account_match_find (TambourAccountMatch  *self,
                            GHashTable           *hints,
                            char                **reason)
{
  const struct
  {
    GHashTable *table;
    const char *hint;
  } ways[] = {
    { self->names, "organisation" },
    { self->emails, "email" },
    { self->domains, "domain" },
  };
  const char *found = find_by_rule (self, hints);

  *reason = NULL;
  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (ways); i++)
    {
      found = find_in (ways[i].table, hints, ways[i].hint);
      if (found == NULL || !g_str_equal (found, SEVERAL))
        continue;

      *reason = explain_several (ways[i].hint, g_hash_table_lookup (hints, ways[i].hint));
      return NULL;
    }

  if (found == NULL)
    *reason = g_strdup (g_hash_table_size (hints) > 0 ? _("No account fits what the portal says.")
                                                      : _("The portal does not say whose it is."));

  return found;
}
