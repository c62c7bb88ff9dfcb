/* tambour-evidence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-evidence.h"

#include <string.h>

/* Written by hand: the order of members and the form of numbers are ours, so
 * that the same facts are the same bytes in every locale.
 */
typedef struct
{
  GString            *text;
  guint               depth;
  gboolean            is_first;
  TambourFactTextFunc show;
  gpointer            user_data;
} Writer;

/* --- JSON ----------------------------------------------------------------- */

/* The bytes up to the next one that JSON wants escaped. */
static gsize
count_plain (const char *text)
{
  gsize n = 0;

  while ((guchar) text[n] >= 0x20 && text[n] != '"' && text[n] != '\\' && text[n] != 0x7f)
    n++;

  return n;
}

static void
write_string (Writer     *writer,
              const char *text)
{
  g_string_append_c (writer->text, '"');
  for (const char *at = text; *at; at++)
    {
      gsize plain = count_plain (at);
      guchar c = at[plain];

      g_string_append_len (writer->text, at, plain);
      at += plain;
      if (c == '\0')
        break;
      if (c == '\n')
        g_string_append (writer->text, "\\n");
      else if (c == '"' || c == '\\')
        g_string_append_printf (writer->text, "\\%c", c);
      else
        g_string_append_printf (writer->text, "\\u%04x", c);
    }
  g_string_append_c (writer->text, '"');
}

static void
break_line (Writer *writer)
{
  if (!writer->is_first)
    g_string_append_c (writer->text, ',');

  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->text, "  ");

  writer->is_first = FALSE;
}

static void
write_key (Writer     *writer,
           const char *key)
{
  break_line (writer);
  write_string (writer, key);
  g_string_append (writer->text, ": ");
}

static void
open_level (Writer *writer,
            char    bracket)
{
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->is_first = TRUE;
}

static void
close_level (Writer *writer,
             char    bracket)
{
  gboolean is_empty = writer->is_first;

  writer->depth--;
  writer->is_first = TRUE;
  if (!is_empty)
    break_line (writer);

  g_string_append_c (writer->text, bracket);
  writer->is_first = FALSE;
}

static void
write_text (Writer     *writer,
            const char *key,
            const char *text)
{
  write_key (writer, key);
  if (text != NULL)
    write_string (writer, text);
  else
    g_string_append (writer->text, "null");
}

static void
write_count (Writer     *writer,
             const char *key,
             gint64      count)
{
  write_key (writer, key);
  if (count != TAMBOUR_NO_COUNT)
    g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, count);
  else
    g_string_append (writer->text, "null");
}

static void
write_flag (Writer     *writer,
            const char *key,
            gboolean    flag)
{
  write_key (writer, key);
  g_string_append (writer->text, flag ? "true" : "false");
}

static void
write_date (Writer      *writer,
            const char  *key,
            TambourDate  date)
{
  g_autofree char *text = tambour_date_is_stated (date) ? tambour_date_dup_text (date) : NULL;

  write_text (writer, key, text);
}

static void
write_instant (Writer         *writer,
               const char     *key,
               TambourInstant  instant)
{
  g_autofree char *text = tambour_instant_is_stated (instant) ? tambour_instant_dup_text (instant) : NULL;

  write_text (writer, key, text);
}

/* --- figures -------------------------------------------------------------- */

/**
 * tambour_evidence_state_name:
 * @state: whether a figure has a value
 *
 * Returns: its name in the evidence
 */
const char *
tambour_evidence_state_name (TambourFactState state)
{
  switch (state)
    {
    case TAMBOUR_FACT_MEASURED:
      return "measured";

    case TAMBOUR_FACT_EMPTY:
      return "n/a";

    case TAMBOUR_FACT_NOT_MEASURED:
      return "not measured";
    }

  g_assert_not_reached ();
}

static void
write_ids (Writer     *writer,
           const char *key,
           GPtrArray  *ids)
{
  write_key (writer, key);
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < ids->len; i++)
    {
      g_string_append (writer->text, i > 0 ? ", " : "");
      write_string (writer, g_ptr_array_index (ids, i));
    }
  g_string_append_c (writer->text, ']');
}

/* What was left out for one reason. */
static void
write_reason (Writer     *writer,
              GArray     *excluded,
              const char *reason)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < excluded->len; i++)
    {
      TambourExcluded *entry = &g_array_index (excluded, TambourExcluded, i);

      if (strcmp (entry->reason, reason) == 0)
        g_ptr_array_add (ids, (gpointer) entry->id);
    }

  break_line (writer);
  open_level (writer, '{');
  write_text (writer, "reason", reason);
  write_count (writer, "n", ids->len);
  write_ids (writer, "ids", ids);
  close_level (writer, '}');
}

static void
write_excluded (Writer *writer,
                GArray *excluded)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  write_key (writer, "excluded");
  open_level (writer, '[');
  for (guint i = 0; i < excluded->len; i++)
    {
      const char *reason = g_array_index (excluded, TambourExcluded, i).reason;

      if (g_hash_table_add (seen, (gpointer) reason))
        write_reason (writer, excluded, reason);
    }
  close_level (writer, ']');
}

/* The shortest of 15 or 17 digits that gives the same number back. */
static char *
dup_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", number);

  return g_strdup (buffer);
}

/**
 * tambour_evidence_dup_value:
 * @fact: a figure
 * @measure: its measure in one of the periods
 *
 * Money leaves in whole units of its currency, as everything else does.
 *
 * Returns: (transfer full) (nullable): the number, the same in every locale; %NULL
 *   without a value
 */
char *
tambour_evidence_dup_value (const TambourFact    *fact,
                            const TambourMeasure *measure)
{
  TambourMoney money = { TAMBOUR_NO_COUNT, "" };
  char *text;

  if (!isfinite (measure->value))
    return NULL;
  if (fact->unit != TAMBOUR_UNIT_MONEY)
    return dup_number (measure->value);

  money.minor = (gint64) measure->value;
  g_strlcpy (money.currency, measure->currency, sizeof money.currency);
  text = tambour_money_dup_text (money);
  text[strcspn (text, " ")] = '\0';

  return text;
}

static void
write_value (Writer               *writer,
             const TambourFact    *fact,
             const TambourMeasure *measure)
{
  g_autofree char *value = tambour_evidence_dup_value (fact, measure);

  write_key (writer, "value");
  g_string_append (writer->text, value ? value : "null");
  if (value != NULL && fact->unit == TAMBOUR_UNIT_MONEY)
    write_text (writer, "currency", measure->currency);
}

static void
write_measure (Writer               *writer,
               const TambourFact    *fact,
               const TambourMeasure *measure)
{
  g_autofree char *shown = writer->show ? writer->show (fact, measure == &fact->prior, writer->user_data) : NULL;

  write_value (writer, fact, measure);
  write_count (writer, "n", measure->n);
  write_count (writer, "of", measure->of);
  if (writer->show != NULL)
    write_text (writer, "text", shown);
  write_text (writer, "state", tambour_evidence_state_name (measure->state));
  write_text (writer, "reason", measure->reason);
  write_ids (writer, "ids", measure->ids);
  if (measure->of != TAMBOUR_NO_COUNT)
    write_ids (writer, "hits", measure->hits);
  write_excluded (writer, measure->excluded);
}

static void
write_fact (Writer            *writer,
            const TambourFact *fact)
{
  break_line (writer);
  open_level (writer, '{');
  write_text (writer, "key", fact->key);
  write_text (writer, "name", fact->name);
  if (fact->subject != NULL)
    write_text (writer, "subject", fact->subject);
  write_text (writer, "unit", tambour_unit_name (fact->unit));
  write_text (writer, "metric", fact->metric);
  write_count (writer, "version", fact->version);
  write_text (writer, "formula", fact->formula);
  write_text (writer, "source", fact->source);
  write_measure (writer, fact, &fact->now);
  write_key (writer, "prior");
  open_level (writer, '{');
  write_measure (writer, fact, &fact->prior);
  close_level (writer, '}');
  close_level (writer, '}');
}

/* --- the review ----------------------------------------------------------- */

static void
write_account (Writer       *writer,
               TambourFacts *facts)
{
  write_key (writer, "account");
  open_level (writer, '{');
  write_text (writer, "id", TAMBOUR_RECORD (facts->account)->id);
  write_text (writer, "name", facts->account->name);
  write_text (writer, "zone", facts->account->report_tz);
  write_text (writer, "plan", facts->plan_name);
  write_text (writer, "agreement", facts->agreement ? TAMBOUR_RECORD (facts->agreement)->id : NULL);
  close_level (writer, '}');
}

static void
write_period (Writer              *writer,
              const char          *key,
              const TambourPeriod *period)
{
  write_key (writer, key);
  open_level (writer, '{');
  write_date (writer, "from", period->from);
  write_date (writer, "to", period->to);
  write_instant (writer, "start", period->start);
  write_instant (writer, "end", period->end);
  close_level (writer, '}');
}

/**
 * tambour_evidence_new:
 * @facts: the facts of a review
 * @text: (nullable) (scope call): how the pages show a figure
 * @user_data: for @text
 *
 * Writes every figure with its value, formula and the ids of the records that
 * it was counted from, as one JSON document. Members, figures and ids have a
 * fixed order; the same facts give the same bytes.
 *
 * Returns: (transfer full): the JSON, with a line break at its end
 */
char *
tambour_evidence_new (TambourFacts        *facts,
                      TambourFactTextFunc  text,
                      gpointer             user_data)
{
  Writer writer = { g_string_new (NULL), 0, TRUE, text, user_data };

  open_level (&writer, '{');
  write_text (&writer, "document", "tambour-review");
  write_count (&writer, "format", 1);
  write_text (&writer, "program", TAMBOUR_VERSION);
  write_account (&writer, facts);
  write_period (&writer, "period", &facts->period);
  write_period (&writer, "prior_period", &facts->earlier);
  write_flag (&writer, "has_prior", facts->has_prior);
  write_text (&writer, "prior_reason", facts->prior_reason);
  write_flag (&writer, "part_year", facts->part_year);
  write_instant (&writer, "as_of", facts->as_of);
  write_flag (&writer, "findings_balance", facts->audits.ledger.balances);
  write_key (&writer, "figures");
  open_level (&writer, '[');
  for (guint i = 0; i < facts->all->len; i++)
    write_fact (&writer, g_ptr_array_index (facts->all, i));
  close_level (&writer, ']');
  close_level (&writer, '}');
  g_string_append_c (writer.text, '\n');

  return g_string_free (writer.text, FALSE);
}
