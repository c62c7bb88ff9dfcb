/* tambour-pack.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pack.h"

#include "tambour-wording.h"

/**
 * tambour_pack_new:
 * @account_id: an account
 * @account: what it is called
 * @language: (nullable): such as `de`; what the program does not speak is English
 * @as_of: when it was read
 *
 * This thread writes in @language from then on.
 *
 * Returns: (transfer full): a pack with nothing in it
 */
TambourPack *
tambour_pack_new (const char     *account_id,
                  const char     *account,
                  const char     *language,
                  TambourInstant  as_of)
{
  TambourPack *self = g_new0 (TambourPack, 1);

  tambour_wording_set_language (tambour_wording_is_translated (language) ? language : NULL);
  self->account_id = g_strdup (account_id);
  self->account = g_strdup (account ? account : "");
  self->language = g_strdup (tambour_wording_get_language ());
  self->as_of = as_of;
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paper_fact_free);
  for (guint i = 0; i < TAMBOUR_N_PACK_PARTS; i++)
    self->parts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paper_row_free);

  return self;
}

/**
 * tambour_pack_free:
 * @self: a pack
 */
void
tambour_pack_free (TambourPack *self)
{
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->read, g_free);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  for (guint i = 0; i < TAMBOUR_N_PACK_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_pack_add_fact:
 * @self: a pack
 * @name: a word for it
 * @value: (nullable): what it is; nothing is added without
 */
void
tambour_pack_add_fact (TambourPack *self,
                       const char  *name,
                       const char  *value)
{
  if (value != NULL && *value != '\0')
    g_ptr_array_add (self->facts, tambour_paper_fact_new (name, value));
}

/**
 * tambour_pack_add_row:
 * @self: a pack
 * @part: where it belongs
 * @record: the kind of record, a static string
 * @id: the record
 * @title: (nullable): what it is
 *
 * Returns: (transfer none): a row without lines
 */
TambourPackRow *
tambour_pack_add_row (TambourPack     *self,
                      TambourPackPart  part,
                      const char      *record,
                      const char      *id,
                      const char      *title)
{
  TambourPackRow *row = tambour_paper_row_new (record, id, title);

  g_ptr_array_add (self->parts[part], row);

  return row;
}

/**
 * tambour_pack_part_title:
 * @self: a pack
 * @part: a part
 *
 * Returns: its head, in the language of the pack
 */
const char *
tambour_pack_part_title (const TambourPack *self,
                         TambourPackPart    part)
{
  tambour_wording_set_language (self->language);

  switch (part)
    {
    case TAMBOUR_PACK_CASES:
      return _("Open cases");
    case TAMBOUR_PACK_PROMISES:
      return _("Promises");
    case TAMBOUR_PACK_ACTIONS:
      return _("Open actions");
    case TAMBOUR_PACK_TRAPS:
      return _("Traps and deadlines");
    case TAMBOUR_PACK_PEOPLE:
      return _("People");
    case TAMBOUR_PACK_TEAM:
      return _("Our team");
    case TAMBOUR_PACK_CALLS:
      return _("Last calls");
    case TAMBOUR_PACK_ENVIRONMENTS:
      return _("Environments");
    case TAMBOUR_PACK_WORKFLOWS:
      return _("How they work");
    }

  g_assert_not_reached ();
}

/**
 * tambour_pack_part_empty:
 * @self: a pack
 * @part: a part
 *
 * Returns: what is said where there is nothing, in the language of the pack
 */
const char *
tambour_pack_part_empty (const TambourPack *self,
                         TambourPackPart    part)
{
  tambour_wording_set_language (self->language);

  switch (part)
    {
    case TAMBOUR_PACK_CASES:
      return _("No case is open.");
    case TAMBOUR_PACK_PROMISES:
      return _("No promise is open, ours or theirs.");
    case TAMBOUR_PACK_ACTIONS:
      return _("No action is open.");
    case TAMBOUR_PACK_TRAPS:
      return _("Nothing is written down that could trip somebody up.");
    case TAMBOUR_PACK_PEOPLE:
      return _("Nobody at the customer is written down.");
    case TAMBOUR_PACK_TEAM:
      return _("None of us is written down for this account.");
    case TAMBOUR_PACK_CALLS:
      return _("No call has been held.");
    case TAMBOUR_PACK_ENVIRONMENTS:
      return _("No environment is written down.");
    case TAMBOUR_PACK_WORKFLOWS:
      return _("No workflow is written down.");
    }

  g_assert_not_reached ();
}

static guint
count_urgent (const TambourPack *self)
{
  guint n = 0;

  for (TambourPackPart part = TAMBOUR_PACK_CASES; part <= TAMBOUR_PACK_ACTIONS; part++)
    for (guint i = 0; i < self->parts[part]->len; i++)
      n += ((TambourPackRow *) g_ptr_array_index (self->parts[part], i))->is_urgent;

  return n;
}

static char *
write_cases (guint n)
{
  g_autofree char *spelled = tambour_wording_spelled (n);

  if (n == 0)
    return g_strdup (_("No case is open"));

  return tambour_wording_fill (ngettext ("{0} case is open", "{0} cases are open", n), spelled, NULL);
}

/**
 * tambour_pack_dup_verdict:
 * @self: a pack
 *
 * Returns: (transfer full): the account in one sentence
 */
char *
tambour_pack_dup_verdict (const TambourPack *self)
{
  guint urgent = count_urgent (self);
  guint work = self->parts[TAMBOUR_PACK_PROMISES]->len + self->parts[TAMBOUR_PACK_ACTIONS]->len;
  g_autofree char *cases = NULL;
  g_autofree char *spelled = NULL;
  g_autofree char *sentence = NULL;

  tambour_wording_set_language (self->language);
  cases = write_cases (self->parts[TAMBOUR_PACK_CASES]->len);
  spelled = tambour_wording_spelled (urgent ? urgent : work);

  if (urgent > 0)
    sentence = tambour_wording_fill (ngettext ("{0}; {1} thing cannot wait", "{0}; {1} things cannot wait", urgent),
                                     cases, spelled, NULL);
  else if (work > 0)
    sentence = tambour_wording_fill (ngettext ("{0}; {1} promise or action is under way",
                                               "{0}; {1} promises and actions are under way", work),
                                     cases, spelled, NULL);
  else
    sentence = tambour_wording_fill (_("{0}, and nothing is promised"), cases, NULL);

  return tambour_wording_capital (sentence);
}
