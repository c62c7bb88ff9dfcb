/* tambour-card-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-account.h"
#include "tambour-addresses.h"
#include "tambour-card-import.h"
#include "tambour-duplicates.h"
#include "tambour-hand.h"
#include "tambour-rejects.h"
#include "tambour-move.h"

/* What the history calls it. */
#define LABEL "Import contacts"

/* An address book that is larger is none. */
#define LARGEST (256 * 1024 * 1024)

typedef struct
{
  TambourStore           *store;
  const TambourCardOrder *order;
  const char             *system;
  TambourAddresses       *addresses;
  TambourChange          *change;
  GPtrArray              *contacts;  /* keeps them all */
  GHashTable             *latest;    /* id → TambourContact, as the file has made it so far */
  GHashTable             *known;     /* uid → TambourContact, removed or not */
  GHashTable             *by_email;  /* address → GPtrArray of TambourContact */
  GHashTable             *by_name;   /* account and name → TambourContact */
  GHashTable             *accounts;  /* what a company is called → account id, or "" for several */
  TambourImportCounts    *counts;
  TambourRejects         *rejects;
  GCancellable           *cancellable;
} Merge;

static void
merge_clear (Merge *merge)
{
  g_clear_pointer (&merge->addresses, tambour_addresses_free);
  g_clear_object (&merge->change);
  g_clear_pointer (&merge->latest, g_hash_table_unref);
  g_clear_pointer (&merge->known, g_hash_table_unref);
  g_clear_pointer (&merge->by_email, g_hash_table_unref);
  g_clear_pointer (&merge->by_name, g_hash_table_unref);
  g_clear_pointer (&merge->accounts, g_hash_table_unref);
  g_clear_pointer (&merge->contacts, g_ptr_array_unref);
  g_clear_pointer (&merge->rejects, tambour_rejects_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/* --- what is there --------------------------------------------------------- */

static char *
dup_name_key (const char *account_id,
              const char *name)
{
  g_autofree char *key = tambour_duplicates_dup_key (name);

  return *key ? g_strdup_printf ("%s %s", account_id ? account_id : "", key) : NULL;
}

static void
note_email (Merge          *merge,
            const char     *email,
            TambourContact *contact)
{
  g_autofree char *key = tambour_duplicates_dup_email (email);
  GPtrArray *all = key ? g_hash_table_lookup (merge->by_email, key) : NULL;

  if (key == NULL)
    return;
  if (all == NULL)
    g_hash_table_insert (merge->by_email, g_steal_pointer (&key), (all = g_ptr_array_new ()));
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (TAMBOUR_RECORD (all->pdata[i])->id, TAMBOUR_RECORD (contact)->id))
      return;
  g_ptr_array_add (all, contact);
}

static void
note_contact (Merge          *merge,
              TambourContact *contact)
{
  TambourRecord *record = TAMBOUR_RECORD (contact);
  char *key = contact->name ? dup_name_key (record->account_id.id, contact->name) : NULL;

  g_hash_table_replace (merge->latest, record->id, contact);
  if (record->external_id != NULL && g_strcmp0 (record->external_system, merge->system) == 0)
    g_hash_table_replace (merge->known, record->external_id, contact);
  if (tambour_record_is_deleted (record))
    {
      g_free (key);
      return;
    }

  note_email (merge, contact->email, contact);
  if (key != NULL && !g_hash_table_contains (merge->by_name, key))
    g_hash_table_insert (merge->by_name, key, contact);
  else
    g_free (key);
}

/* “Acme GmbH” and “Acme” are the same company. */
static char *
dup_company_key (const char *name)
{
  static const char * const forms[] = { "gmbh", "ag", "kg", "co", "se", "ohg", "ug", "mbh", "inc", "incorporated", "llc", "ltd", "limited",
                                        "plc", "corp", "corporation", "company", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", NULL };
  g_auto(GStrv) words = g_str_tokenize_and_fold (name, NULL, NULL);
  g_autoptr(GString) key = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    if (i == 0 || !g_strv_contains (forms, words[i]))
      g_string_append_printf (key, "%s%s", key->len ? " " : "", words[i]);

  return g_string_free_and_steal (g_steal_pointer (&key));
}

static void
note_company (Merge      *merge,
              const char *name,
              const char *id)
{
  g_autofree char *key = name ? dup_company_key (name) : NULL;
  const char *before = key ? g_hash_table_lookup (merge->accounts, key) : NULL;

  if (key != NULL && *key)
    g_hash_table_replace (merge->accounts, g_steal_pointer (&key), g_strdup (before && !g_str_equal (before, id) ? "" : id));
}

static gboolean
merge_begin (Merge   *merge,
             GError **error)
{
  g_autoptr(TambourQuery) contacts = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(TambourQuery) accounts = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) companies = NULL;

  merge->latest = g_hash_table_new (g_str_hash, g_str_equal);
  merge->known = g_hash_table_new (g_str_hash, g_str_equal);
  merge->by_email = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  merge->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  merge->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  tambour_query_with_deleted (contacts);
  if (!(merge->addresses = tambour_addresses_load (merge->store, merge->cancellable, error)) ||
      !(merge->contacts = tambour_store_list (merge->store, contacts, merge->cancellable, error)) ||
      !(companies = tambour_store_list (merge->store, accounts, merge->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < merge->contacts->len; i++)
    note_contact (merge, merge->contacts->pdata[i]);
  for (guint i = 0; i < companies->len; i++)
    {
      TambourAccount *account = companies->pdata[i];

      note_company (merge, account->name, TAMBOUR_RECORD (account)->id);
      note_company (merge, account->short_code, TAMBOUR_RECORD (account)->id);
    }

  return TRUE;
}

/* --- who it is ------------------------------------------------------------- */

static const char *
find_account (Merge               *merge,
              const TambourVcard  *card,
              char               **why)
{
  g_autofree char *company = card->organisation ? dup_company_key (card->organisation) : NULL;
  const char *id = company ? g_hash_table_lookup (merge->accounts, company) : NULL;
  g_autoptr(GPtrArray) emails = g_ptr_array_copy (card->emails, (GCopyFunc) g_strdup, NULL);

  if (id != NULL && *id)
    return id;

  g_ptr_array_add (emails, NULL);
  id = tambour_addresses_find_account (merge->addresses, (const char * const *) emails->pdata, why);
  if (id != NULL || merge->order->account_id == NULL)
    return id;

  g_clear_pointer (why, g_free);

  return merge->order->account_id;
}

/* Of the account; or, where that is not known, the only one at all. */
static TambourContact *
find_by_email (Merge              *merge,
               const TambourVcard *card,
               const char         *account_id)
{
  for (guint i = 0; i < card->emails->len; i++)
    {
      g_autofree char *key = tambour_duplicates_dup_email (card->emails->pdata[i]);
      GPtrArray *all = key ? g_hash_table_lookup (merge->by_email, key) : NULL;

      if (all != NULL && all->len == 1 && account_id == NULL)
        return all->pdata[0];
      for (guint n = 0; all && n < all->len; n++)
        if (g_strcmp0 (TAMBOUR_RECORD (all->pdata[n])->account_id.id, account_id) == 0)
          return all->pdata[n];
    }

  return NULL;
}

static TambourContact *
find_before (Merge              *merge,
             const TambourVcard *card,
             const char         *account_id)
{
  TambourContact *found = find_by_email (merge, card, account_id);
  g_autofree char *key = NULL;

  if (found != NULL || account_id == NULL)
    return found;

  key = dup_name_key (account_id, card->name);

  return key ? g_hash_table_lookup (merge->by_name, key) : NULL;
}

/* --- what it says ---------------------------------------------------------- */

/* What is empty is filled; what is not is replaced only by the card that it came from, and
 * not over a person's hand.
 */
static gboolean
say (Merge           *merge,
     TambourContact  *before,
     gboolean         is_own,
     char           **member,
     const char      *field,
     const char      *text,
     GError         **error)
{
  gboolean by_hand = FALSE;

  if (text == NULL || *text == '\0' || g_strcmp0 (*member, text) == 0)
    return TRUE;
  if (*member == NULL || **member == '\0')
    {
      g_set_str (member, text);
      return TRUE;
    }
  if (!is_own)
    return TRUE;
  if (TAMBOUR_RECORD (before)->row > 0 &&
      !tambour_hand_wrote (merge->store, TAMBOUR_RECORD (before), field, LABEL, &by_hand, error))
    return FALSE;
  if (!by_hand)
    g_set_str (member, text);

  return TRUE;
}

static gboolean
say_all (Merge               *merge,
         TambourContact      *before,
         TambourContact      *contact,
         const TambourVcard  *card,
         GError             **error)
{
  TambourRecord *record = TAMBOUR_RECORD (contact);
  gboolean is_own = before && card->uid && g_strcmp0 (record->external_system, merge->system) == 0 && g_strcmp0 (record->external_id, card->uid) == 0;
  const char *email = card->emails->len > 0 ? card->emails->pdata[0] : NULL;

  if (card->uid != NULL && record->external_id == NULL)
    {
      g_set_str (&record->external_system, merge->system);
      g_set_str (&record->external_id, card->uid);
    }

  return say (merge, before, is_own, &contact->name, "name", card->name, error) &&
         say (merge, before, is_own, &contact->email, "email", email, error) &&
         say (merge, before, is_own, &contact->phone, "phone", card->phone, error) &&
         say (merge, before, is_own, &contact->title, "title", card->title, error) &&
         say (merge, before, is_own, &contact->tz, "tz", card->zone, error) &&
         say (merge, before, is_own, &contact->language, "language", card->language, error) &&
         say (merge, before, is_own, &record->note, "note", card->note, error);
}

static TambourContact *
contact_new (const char *account_id)
{
  TambourRecord *record = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);

  record->origin = TAMBOUR_ORIGIN_IMPORT;
  g_set_str (&record->account_id.id, account_id);

  return TAMBOUR_CONTACT (record);
}

static gboolean
settle_card (Merge               *merge,
             const TambourVcard  *card,
             char               **why,
             GError             **error)
{
  TambourContact *before = card->uid ? g_hash_table_lookup (merge->known, card->uid) : NULL;
  const char *account_id = before ? TAMBOUR_RECORD (before)->account_id.id : find_account (merge, card, why);
  g_autoptr(TambourContact) contact = NULL;

  if (before == NULL)
    before = find_before (merge, card, account_id);
  if (before != NULL)
    before = g_hash_table_lookup (merge->latest, TAMBOUR_RECORD (before)->id);
  if (before == NULL && account_id == NULL)
    return TRUE;

  g_clear_pointer (why, g_free);
  /* Whoever was removed here, or is not to be known any more, does not come back. */
  if (before != NULL && (tambour_record_is_deleted (TAMBOUR_RECORD (before)) || tambour_instant_is_stated (before->purged_at)))
    {
      merge->counts->unchanged++;
      return TRUE;
    }

  contact = before ? TAMBOUR_CONTACT (tambour_record_dup (TAMBOUR_RECORD (before))) : contact_new (account_id);
  if (!say_all (merge, before, contact, card, error))
    return FALSE;
  if (before != NULL && tambour_record_equal (TAMBOUR_RECORD (before), TAMBOUR_RECORD (contact)))
    {
      merge->counts->unchanged++;
      return TRUE;
    }

  *(before ? &merge->counts->updated : &merge->counts->created) += 1;
  tambour_change_put (merge->change, TAMBOUR_RECORD (contact));
  note_contact (merge, contact);
  g_ptr_array_add (merge->contacts, g_steal_pointer (&contact));

  return TRUE;
}

/* --- all of it ------------------------------------------------------------- */

static gboolean
settle (Merge                *merge,
        const TambourVcards  *cards,
        GError              **error)
{
  for (guint i = 0; i < cards->cards->len; i++)
    {
      const TambourVcard *card = cards->cards->pdata[i];
      g_autofree char *why = NULL;

      merge->counts->read++;
      if (g_cancellable_set_error_if_cancelled (merge->cancellable, error) || !settle_card (merge, card, &why, error))
        return FALSE;
      merge->counts->rejected += why != NULL;
      if (why != NULL && !tambour_rejects_add (merge->rejects, card->line, card->uid, card->name, why, error))
        return FALSE;
    }

  for (guint i = 0; i < cards->faults->len; i++)
    {
      const TambourVcardFault *fault = cards->faults->pdata[i];

      merge->counts->read += fault->is_lost;
      merge->counts->rejected += fault->is_lost;
      if (!tambour_rejects_add (merge->rejects, fault->line, NULL, fault->name, fault->reason, error))
        return FALSE;
    }

  return tambour_rejects_close (merge->rejects, error);
}

/**
 * tambour_card_import_text:
 * @store: a portfolio
 * @order: what becomes of the cards
 * @text: a vCard file
 * @length: its length in bytes
 * @counts: (inout): what became of the cards is added to it
 * @cancellable: (nullable): a cancellable; then nothing is imported
 * @error: return location for a #GIOErrorEnum or a #TambourStoreError
 *
 * Each card becomes a contact of the account that it names, or whose people have such
 * addresses. Whoever is there already, by uid, address, or name within the account, gets
 * what was not known of them; what a person wrote stays. Running it twice changes nothing.
 *
 * Returns: %FALSE if nothing was imported
 */
gboolean
tambour_card_import_text (TambourStore            *store,
                          const TambourCardOrder  *order,
                          const char              *text,
                          gsize                    length,
                          TambourImportCounts     *counts,
                          GCancellable            *cancellable,
                          GError                 **error)
{
  g_autoptr(TambourVcards) cards = tambour_vcards_parse (text, length, error);
  g_auto(Merge) merge = { store, order, order->system ? order->system : TAMBOUR_CARD_SYSTEM, .counts = counts, .cancellable = cancellable };

  if (order->change != NULL)
    *order->change = 0;
  merge.change = tambour_change_new (order->author, LABEL);

  return cards != NULL && merge_begin (&merge, error) &&
         (merge.rejects = tambour_rejects_open (order->rejects, order->reject, order->reject_data, error)) != NULL &&
         settle (&merge, cards, error) && (order->dry_run || tambour_move_commit (store, merge.change, order->change, error));
}

/**
 * tambour_card_import:
 * @store: a portfolio
 * @order: what becomes of the cards
 * @path: a vCard file
 * @counts: (inout): what became of the cards is added to it
 * @cancellable: (nullable): a cancellable; then nothing is imported
 * @error: return location for a #GIOErrorEnum or a #TambourStoreError
 *
 * As tambour_card_import_text(), for a file.
 *
 * Returns: %FALSE if nothing was imported
 */
gboolean
tambour_card_import (TambourStore            *store,
                     const TambourCardOrder  *order,
                     const char              *path,
                     TambourImportCounts     *counts,
                     GCancellable            *cancellable,
                     GError                 **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autofree char *text = NULL;
  gsize length;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) > LARGEST)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s is larger than 256 MiB: is this the right file?"), path);
      return FALSE;
    }

  return g_file_load_contents (file, cancellable, &text, &length, NULL, error) &&
         tambour_card_import_text (store, order, text, length, counts, cancellable, error);
}
