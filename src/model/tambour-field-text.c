/* tambour-field-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-field.h"

#include "tambour-record.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

static char *
dup_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

/**
 * tambour_field_dup_text:
 * @field: a field
 * @record: a record that has it
 *
 * The field as CSV cells and the command line show it: the same in every
 * locale, and read back by tambour_field_set_text().
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if nothing is stated
 */
char *
tambour_field_dup_text (const TambourField *field,
                        gconstpointer       record)
{
  if (field->kind != TAMBOUR_KIND_CHOICE && field->kind != TAMBOUR_KIND_FLAG &&
      !tambour_field_is_stated (field, record))
    return NULL;

  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      return g_strdup (AT (field, record, char *));
    case TAMBOUR_KIND_COUNT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, AT (field, record, gint64));
    case TAMBOUR_KIND_NUMBER:
      return dup_number (AT (field, record, double));
    case TAMBOUR_KIND_FLAG:
      return g_strdup (AT (field, record, bool) ? "true" : "false");
    case TAMBOUR_KIND_CHOICE:
      return g_strdup (tambour_choice_nick (field->choice (), AT (field, record, guint)));
    case TAMBOUR_KIND_INSTANT:
      return tambour_instant_dup_text (AT (field, record, TambourInstant));
    case TAMBOUR_KIND_DATE:
      return tambour_date_dup_text (AT (field, record, TambourDate));
    case TAMBOUR_KIND_MONEY:
      return tambour_money_dup_text (AT (field, record, TambourMoney));
    case TAMBOUR_KIND_LABELS:
      return g_strjoinv ("\n", AT (field, record, GStrv));
    }

  g_assert_not_reached ();
}

static gboolean
parse_flag (const char *text,
            bool       *flag)
{
  static const char * const yes[] = { "true", "yes", "1", NULL };
  static const char * const no[] = { "false", "no", "0", NULL };
  g_autofree char *word = g_ascii_strdown (text, -1);

  *flag = g_strv_contains (yes, word);

  return *flag || g_strv_contains (no, word);
}

static gboolean
parse_number (const char *text,
              double     *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (*number);
}

static gboolean
parse_text (const TambourField *field,
            gpointer            record,
            const char         *text)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      AT (field, record, char *) = g_strdup (text);
      return g_utf8_validate (text, -1, NULL);
    case TAMBOUR_KIND_COUNT:
      return g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, &AT (field, record, gint64), NULL);
    case TAMBOUR_KIND_NUMBER:
      return parse_number (text, &AT (field, record, double));
    case TAMBOUR_KIND_FLAG:
      return parse_flag (text, &AT (field, record, bool));
    case TAMBOUR_KIND_CHOICE:
      return tambour_choice_from_nick (field->choice (), text, &AT (field, record, guint));
    case TAMBOUR_KIND_INSTANT:
      return tambour_instant_parse (text, &AT (field, record, TambourInstant));
    case TAMBOUR_KIND_DATE:
      return tambour_date_parse (text, &AT (field, record, TambourDate));
    case TAMBOUR_KIND_MONEY:
      return tambour_money_parse (text, &AT (field, record, TambourMoney));
    case TAMBOUR_KIND_LABELS:
      AT (field, record, GStrv) = g_strsplit (text, "\n", -1);
      return g_utf8_validate (text, -1, NULL);
    }

  g_assert_not_reached ();
}

static char *
describe_expected (const TambourField *field)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_LABELS:
      return g_strdup ("text in UTF-8");
    case TAMBOUR_KIND_COUNT:
      return g_strdup ("a whole number");
    case TAMBOUR_KIND_NUMBER:
      return g_strdup ("a number such as 12.5");
    case TAMBOUR_KIND_FLAG:
      return g_strdup ("true or false");
    case TAMBOUR_KIND_CHOICE:
      {
        g_autofree char *nicks = tambour_choice_dup_nicks (field->choice ());

        return g_strdup_printf ("one of %s", nicks);
      }
    case TAMBOUR_KIND_INSTANT:
      return g_strdup ("an instant such as 2026-11-23T10:00:00Z");
    case TAMBOUR_KIND_DATE:
      return g_strdup ("a date such as 2026-11-23");
    case TAMBOUR_KIND_MONEY:
      return g_strdup ("an amount such as 1234.50 EUR");
    }

  g_assert_not_reached ();
}

/**
 * tambour_field_set_text:
 * @field: a field
 * @record: a record that has it
 * @text: (nullable): what tambour_field_dup_text() writes; %NULL or "" unstates it
 * @error: return location for %TAMBOUR_RECORD_ERROR_VALUE
 *
 * Returns: %FALSE if @text is not what the field holds; @record is then as before
 */
gboolean
tambour_field_set_text (const TambourField  *field,
                        gpointer             record,
                        const char          *text,
                        GError             **error)
{
  TambourField alone = *field;
  guint64 member[4] = { 0 };

  if (text == NULL || *text == '\0')
    {
      tambour_field_clear (field, record);
      return TRUE;
    }

  alone.offset = 0;
  tambour_field_init (&alone, member);

  if (!parse_text (&alone, member, text))
    {
      g_autofree char *expected = describe_expected (field);
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      tambour_field_clear (&alone, member);
      g_set_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_VALUE,
                   "%s cannot be “%.80s”: it takes %s", field->name, shown, expected);
      return FALSE;
    }

  /* tambour_field_copy() works on the member alone, wherever it lies. */
  tambour_field_copy (&alone, &AT (field, record, char), member);
  tambour_field_clear (&alone, member);

  return TRUE;
}
