/* tambour-value-proposals-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-proposals-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* What one proposal says, and the entry that it is written into. */

/* The records of more than these can be counted again by the figure. */
#define MAX_RECORDS 500

/* --- what it says ---------------------------------------------------------- */

/**
 * tambour_value_dup_number:
 * @number: a number
 *
 * Returns: (transfer full): it as short as it can be, the same in every language
 */
char *
tambour_value_dup_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  for (end = text + strlen (text) - 1; *end == '0'; end--)
    *end = '\0';
  if (*end == '.')
    *end = '\0';

  return g_strdup (text);
}

static char *
dup_rate (TambourRate *rate)
{
  g_autofree char *number = NULL;

  if (rate->amount.minor != TAMBOUR_NO_COUNT)
    return tambour_money_dup_text (rate->amount);

  number = tambour_value_dup_number (rate->number);

  return rate->unit && *rate->unit ? g_strdup_printf ("%s %s", number, rate->unit) : g_steal_pointer (&number);
}

static char *
dup_formula (TambourValueMaking       *self,
             const TambourValueSource *line)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *count = tambour_value_dup_number (line->count);

  if (isnan (line->was))
    {
      g_string_append_printf (text, "%s%s", count, line->unit);
    }
  else
    {
      g_autofree char *was = tambour_value_dup_number (line->was);
      g_autofree char *now = tambour_value_dup_number (line->now);

      g_string_append_printf (text, "(%s − %s)%s", was, now, line->unit);
    }

  for (guint i = 0; line->codes[i] != NULL; i++)
    {
      TambourRate *rate = tambour_value_find_rate (self->rates, line->codes[i], self->today);
      g_autofree char *factor = rate ? dup_rate (rate) : g_strdup (line->codes[i]);

      g_string_append_printf (text, " × %s", factor);
    }

  if (line->price.minor != TAMBOUR_NO_COUNT)
    {
      g_autofree char *price = tambour_money_dup_text (line->price);

      g_string_append_printf (text, " × %s", price);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_number (JsonObject *inputs,
            const char *name,
            double      number)
{
  if (!isnan (number))
    json_object_set_double_member (inputs, name, number);
}

static JsonArray *
list_ids (const TambourValueSource *line)
{
  JsonArray *ids = json_array_new ();

  for (guint i = 0; line->ids && line->ids->len <= MAX_RECORDS && i < line->ids->len; i++)
    json_array_add_string_element (ids, g_ptr_array_index (line->ids, i));

  return ids;
}

/* {"count": 16.5, "rates": ["outage_hour"]} is what it is multiplied from again; the rest
 * says where that came from. */
static char *
dup_inputs (TambourValueMaking       *self,
            const TambourValueSource *line)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonArray) rates = json_array_new ();
  g_autofree char *from = tambour_date_dup_text (self->result->from);
  g_autofree char *to = tambour_date_dup_text ((TambourDate) { self->result->to.julian - 1 });
  JsonObject *inputs = json_object_new ();

  for (guint i = 0; line->codes[i] != NULL; i++)
    json_array_add_string_element (rates, line->codes[i]);

  set_number (inputs, "count", line->count);
  json_object_set_array_member (inputs, "rates", g_steal_pointer (&rates));
  set_number (inputs, "was", line->was);
  set_number (inputs, "now", line->now);
  if (line->price.minor != TAMBOUR_NO_COUNT)
    json_object_set_int_member (inputs, "price", line->price.minor);
  json_object_set_boolean_member (inputs, "computed", TRUE);
  json_object_set_string_member (inputs, "from", from);
  json_object_set_string_member (inputs, "to", to);
  if (line->figure != NULL)
    json_object_set_string_member (inputs, "figure", line->figure);
  json_object_set_array_member (inputs, "records", list_ids (line));
  json_node_take_object (node, inputs);

  return json_to_string (node, FALSE);
}

/* --- entries that are there ------------------------------------------------ */

/**
 * tambour_value_making_is_of_year:
 * @self: what is being computed
 * @entry: an entry
 *
 * Returns: whether it is of the year that is computed, not of the one before or after
 */
gboolean
tambour_value_making_is_of_year (TambourValueMaking *self,
                                 TambourValueEntry  *entry)
{
  return entry->on.julian + TAMBOUR_VALUE_DAYS_OWN >= self->result->to.julian &&
         entry->on.julian < self->result->to.julian + TAMBOUR_VALUE_DAYS_OWN;
}

/* The same thing, of the same year: not yet counted for the next one. */
static gboolean
is_same_thing (TambourValueMaking       *self,
               TambourValueEntry        *entry,
               const TambourValueSource *line,
               TambourValueClass         klass)
{
  if (entry->class != klass)
    return FALSE;
  if (line->incident_id != NULL)
    return g_strcmp0 (entry->incident_id.id, line->incident_id) == 0;
  if (klass == TAMBOUR_VALUE_CLASS_RETIRED_ITEMS && (entry->inputs == NULL || strstr (entry->inputs, line->codes[0]) == NULL))
    return FALSE;

  return tambour_value_making_is_of_year (self, entry);
}

/* @is_settled: (out): whether it is accepted, rejected, or written by hand: there is nothing
 *   to propose
 *
 * Returns: (transfer none) (nullable): what was proposed */
static TambourValueEntry *
find_entry (TambourValueMaking       *self,
            const TambourValueSource *line,
            TambourValueClass         klass,
            gboolean                 *is_settled)
{
  TambourValueEntry *found = NULL;

  *is_settled = FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      TambourValueEntry *entry = g_ptr_array_index (self->entries, i);

      if (!is_same_thing (self, entry, line, klass))
        continue;
      if (entry->state == TAMBOUR_VALUE_STATE_PROPOSED && tambour_value_entry_is_computed (entry))
        found = entry;
      else if (entry->state != TAMBOUR_VALUE_STATE_DRAFT || !tambour_value_entry_is_computed (entry))
        *is_settled = TRUE;
      else
        found = found ? found : entry;
    }

  return found;
}

static gboolean
is_changed (TambourValueEntry *before,
            TambourValueEntry *after)
{
  return before->state != TAMBOUR_VALUE_STATE_PROPOSED || before->gross.minor != after->gross.minor ||
         g_strcmp0 (before->gross.currency, after->gross.currency) != 0 || g_strcmp0 (before->formula, after->formula) != 0;
}

/* Returns: the code of the first rate that is not agreed, or %NULL */
static const char *
find_missing (TambourValueMaking       *self,
              const TambourValueSource *line)
{
  for (guint i = 0; line->codes[i] != NULL; i++)
    if (tambour_value_find_rate (self->rates, line->codes[i], self->today) == NULL)
      return line->codes[i];

  return NULL;
}

static void
write_entry (TambourValueMaking       *self,
             const TambourValueSource *line,
             TambourValueClass         klass,
             TambourValueEntry        *entry)
{
  double gross = tambour_value_multiply (line->count, line->codes, self->rates, self->today);

  if (line->price.minor != TAMBOUR_NO_COUNT)
    gross *= line->price.minor;

  g_set_str (&TAMBOUR_RECORD (entry)->account_id.id, self->account_id);
  g_set_str (&entry->title, line->title);
  entry->class = klass;
  entry->on.julian = self->result->to.julian - 1;
  entry->gross.minor = isnan (gross) ? TAMBOUR_NO_COUNT : (gint64) floor (gross + .5);
  g_strlcpy (entry->gross.currency, self->currency, sizeof entry->gross.currency);
  entry->share = tambour_value_class_max_share (klass);
  g_clear_pointer (&entry->formula, g_free);
  entry->formula = dup_formula (self, line);
  entry->formula_version = TAMBOUR_VALUE_FORMULA_VERSION;
  g_clear_pointer (&entry->inputs, g_free);
  entry->inputs = dup_inputs (self, line);
  g_set_str (&entry->evidence, line->evidence);
  g_set_str (&entry->confidence, line->confidence);
  g_set_str (&entry->incident_id.id, line->incident_id);
  entry->state = TAMBOUR_VALUE_STATE_PROPOSED;
}

/**
 * tambour_value_making_add:
 * @self: what is being computed
 * @line: what one proposal is computed from
 * @klass: what kind of effect it is
 *
 * Adds it, unless there is nothing to propose: it is accepted, rejected, or was written
 * by hand.
 */
void
tambour_value_making_add (TambourValueMaking       *self,
                          const TambourValueSource *line,
                          TambourValueClass         klass)
{
  TambourValueProposal *proposal = NULL;
  gboolean is_settled;
  TambourValueEntry *before = find_entry (self, line, klass, &is_settled);

  if (is_settled)
    return;

  proposal = g_new0 (TambourValueProposal, 1);
  proposal->key = g_strdup (line->key);
  proposal->entry = TAMBOUR_VALUE_ENTRY (before ? tambour_record_dup (TAMBOUR_RECORD (before))
                                                : tambour_record_new (TAMBOUR_TYPE_VALUE_ENTRY, NULL));
  proposal->rate = line->reason ? NULL : find_missing (self, line);
  proposal->reason = line->reason ? line->reason : proposal->rate ? N_("Without an agreed rate")
                                                                  : NULL;
  write_entry (self, line, klass, proposal->entry);
  proposal->is_recorded = before != NULL && before->state == TAMBOUR_VALUE_STATE_PROPOSED;
  proposal->is_changed = before == NULL || is_changed (before, proposal->entry);
  g_ptr_array_add (self->result->list, proposal);
}
