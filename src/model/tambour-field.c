/* tambour-field.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-field.h"

#include "tambour-record.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/**
 * tambour_field_get_value_type:
 * @field: a field
 *
 * Returns: the type of the field's property: dates are #GDate, instants are
 *   seconds, money and references are text
 */
GType
tambour_field_get_value_type (const TambourField *field)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_MONEY:
    case TAMBOUR_KIND_REF:
      return G_TYPE_STRING;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      return G_TYPE_INT64;
    case TAMBOUR_KIND_NUMBER:
      return G_TYPE_DOUBLE;
    case TAMBOUR_KIND_FLAG:
      return G_TYPE_BOOLEAN;
    case TAMBOUR_KIND_CHOICE:
      return field->choice ();
    case TAMBOUR_KIND_DATE:
      return G_TYPE_DATE;
    case TAMBOUR_KIND_LABELS:
      return G_TYPE_STRV;
    }

  g_assert_not_reached ();
}

/**
 * tambour_field_new_pspec:
 * @field: a field
 *
 * Returns: (transfer floating): the property that shows @field
 */
GParamSpec *
tambour_field_new_pspec (const TambourField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;
  GType type = tambour_field_get_value_type (field);

  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_MONEY:
    case TAMBOUR_KIND_REF:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, G_MININT64, flags);
    case TAMBOUR_KIND_NUMBER:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case TAMBOUR_KIND_FLAG:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case TAMBOUR_KIND_CHOICE:
      return g_param_spec_enum (field->name, NULL, NULL, type, 0, flags);
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_LABELS:
      return g_param_spec_boxed (field->name, NULL, NULL, type, flags);
    }

  g_assert_not_reached ();
}

static GDate *
date_to_boxed (TambourDate date)
{
  return tambour_date_is_stated (date) ? g_date_new_julian (date.julian) : NULL;
}

/**
 * tambour_field_get:
 * @field: a field
 * @record: a record that has it
 * @value: (inout): a value initialised to the field's value type
 *
 * Reads the field as its property shows it.
 */
void
tambour_field_get (const TambourField *field,
                   gconstpointer       record,
                   GValue             *value)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      g_value_set_string (value, AT (field, record, char *));
      break;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      g_value_set_int64 (value, AT (field, record, gint64));
      break;
    case TAMBOUR_KIND_NUMBER:
      g_value_set_double (value, AT (field, record, double));
      break;
    case TAMBOUR_KIND_FLAG:
      g_value_set_boolean (value, AT (field, record, bool));
      break;
    case TAMBOUR_KIND_CHOICE:
      g_value_set_enum (value, AT (field, record, guint));
      break;
    case TAMBOUR_KIND_DATE:
      g_value_take_boxed (value, date_to_boxed (AT (field, record, TambourDate)));
      break;
    case TAMBOUR_KIND_MONEY:
      g_value_take_string (value, tambour_money_dup_text (AT (field, record, TambourMoney)));
      break;
    case TAMBOUR_KIND_LABELS:
      g_value_set_boxed (value, AT (field, record, gpointer));
      break;
    }
}

static void
assign (const TambourField *field,
        gpointer            record,
        const GValue       *value)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      AT (field, record, char *) = g_value_dup_string (value);
      break;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      AT (field, record, gint64) = g_value_get_int64 (value);
      break;
    case TAMBOUR_KIND_NUMBER:
      AT (field, record, double) = g_value_get_double (value);
      break;
    case TAMBOUR_KIND_FLAG:
      AT (field, record, bool) = g_value_get_boolean (value);
      break;
    case TAMBOUR_KIND_CHOICE:
      AT (field, record, guint) = g_value_get_enum (value);
      break;
    case TAMBOUR_KIND_DATE:
      {
        const GDate *date = g_value_get_boxed (value);

        AT (field, record, TambourDate).julian = date && g_date_valid (date) ? g_date_get_julian (date) : 0;
      }
      break;
    case TAMBOUR_KIND_MONEY:
      if (g_value_get_string (value) != NULL)
        tambour_money_parse (g_value_get_string (value), &AT (field, record, TambourMoney));
      break;
    case TAMBOUR_KIND_LABELS:
      AT (field, record, gpointer) = g_value_dup_boxed (value);
      break;
    }
}

/* A record-sized scratch for one member is not needed: the member is moved out. */
typedef union
{
  gpointer     pointer;
  gint64       number;
  double       real;
  bool         flag;
  guint        choice;
  TambourDate  date;
  TambourMoney money;
} Member;

static gsize
member_size (const TambourField *field)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_LABELS:
      return sizeof (gpointer);
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      return sizeof (gint64);
    case TAMBOUR_KIND_NUMBER:
      return sizeof (double);
    case TAMBOUR_KIND_FLAG:
      return sizeof (bool);
    case TAMBOUR_KIND_CHOICE:
      return sizeof (guint);
    case TAMBOUR_KIND_DATE:
      return sizeof (TambourDate);
    case TAMBOUR_KIND_MONEY:
      return sizeof (TambourMoney);
    }

  g_assert_not_reached ();
}

/**
 * tambour_field_set:
 * @field: a field
 * @record: a record that has it
 * @value: a value of the field's value type
 *
 * Returns: %TRUE if @record holds something else than before
 */
gboolean
tambour_field_set (const TambourField *field,
                   gpointer            record,
                   const GValue       *value)
{
  TambourField alone = *field;
  Member old = { 0 };
  gboolean same;

  alone.offset = 0;
  memcpy (&old, &AT (field, record, char), member_size (field));
  tambour_field_init (field, record);
  assign (field, record, value);

  same = tambour_field_equal (&alone, &old, &AT (field, record, char));
  tambour_field_clear (&alone, &old);

  return !same;
}

/**
 * tambour_field_init:
 * @field: a field
 * @record: memory that holds nothing yet
 *
 * Makes the field not stated.
 */
void
tambour_field_init (const TambourField *field,
                    gpointer            record)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_LABELS:
      AT (field, record, gpointer) = NULL;
      break;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      AT (field, record, gint64) = TAMBOUR_NO_COUNT;
      break;
    case TAMBOUR_KIND_NUMBER:
      AT (field, record, double) = TAMBOUR_NO_NUMBER;
      break;
    case TAMBOUR_KIND_FLAG:
      AT (field, record, bool) = false;
      break;
    case TAMBOUR_KIND_CHOICE:
      AT (field, record, guint) = 0;
      break;
    case TAMBOUR_KIND_DATE:
      AT (field, record, TambourDate).julian = 0;
      break;
    case TAMBOUR_KIND_MONEY:
      AT (field, record, TambourMoney) = (TambourMoney) { .minor = TAMBOUR_NO_COUNT };
      break;
    }
}

/**
 * tambour_field_clear:
 * @field: a field
 * @record: a record that has it
 *
 * Frees what the field owns and makes it not stated.
 */
void
tambour_field_clear (const TambourField *field,
                     gpointer            record)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      g_free (AT (field, record, char *));
      break;
    case TAMBOUR_KIND_LABELS:
      g_strfreev (AT (field, record, GStrv));
      break;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_NUMBER:
    case TAMBOUR_KIND_FLAG:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_MONEY:
      break;
    }

  tambour_field_init (field, record);
}

/**
 * tambour_field_copy:
 * @field: a field
 * @record: the record that gets the value
 * @from: the record that it is taken from
 */
void
tambour_field_copy (const TambourField *field,
                    gpointer            record,
                    gconstpointer       from)
{
  if (record == from)
    return;

  tambour_field_clear (field, record);

  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      AT (field, record, char *) = g_strdup (AT (field, from, char *));
      break;
    case TAMBOUR_KIND_LABELS:
      AT (field, record, GStrv) = g_strdupv (AT (field, from, GStrv));
      break;
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_NUMBER:
    case TAMBOUR_KIND_FLAG:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_MONEY:
      memcpy (&AT (field, record, char), &AT (field, from, char), member_size (field));
      break;
    }
}

static gboolean
same_text (const char *a,
           const char *b)
{
  return g_strcmp0 (a ? a : "", b ? b : "") == 0;
}

static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_money (const TambourMoney *a,
            const TambourMoney *b)
{
  return a->minor == b->minor &&
         (a->minor == TAMBOUR_NO_COUNT || strncmp (a->currency, b->currency, sizeof a->currency) == 0);
}

static gboolean
same_labels (const char * const *a,
             const char * const *b)
{
  const char * const none[] = { NULL };

  return g_strv_equal (a ? a : none, b ? b : none);
}

/**
 * tambour_field_equal:
 * @field: a field
 * @a: a record that has it
 * @b: another
 *
 * Returns: %TRUE if both hold the same
 */
gboolean
tambour_field_equal (const TambourField *field,
                     gconstpointer       a,
                     gconstpointer       b)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      return same_text (AT (field, a, char *), AT (field, b, char *));
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      return AT (field, a, gint64) == AT (field, b, gint64);
    case TAMBOUR_KIND_NUMBER:
      return same_number (AT (field, a, double), AT (field, b, double));
    case TAMBOUR_KIND_FLAG:
      return AT (field, a, bool) == AT (field, b, bool);
    case TAMBOUR_KIND_CHOICE:
      return AT (field, a, guint) == AT (field, b, guint);
    case TAMBOUR_KIND_DATE:
      return AT (field, a, TambourDate).julian == AT (field, b, TambourDate).julian;
    case TAMBOUR_KIND_MONEY:
      return same_money (&AT (field, a, TambourMoney), &AT (field, b, TambourMoney));
    case TAMBOUR_KIND_LABELS:
      return same_labels (AT (field, a, const char * const *), AT (field, b, const char * const *));
    }

  g_assert_not_reached ();
}

/**
 * tambour_field_is_stated:
 * @field: a field
 * @record: a record that has it
 *
 * Returns: %TRUE if the field says something; a choice always does unless it
 *   is the first one, and a flag when it is set
 */
gboolean
tambour_field_is_stated (const TambourField *field,
                         gconstpointer       record)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      return AT (field, record, char *) != NULL && AT (field, record, char *)[0] != '\0';
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_INSTANT:
      return AT (field, record, gint64) != TAMBOUR_NO_COUNT;
    case TAMBOUR_KIND_NUMBER:
      return !isnan (AT (field, record, double));
    case TAMBOUR_KIND_FLAG:
      return AT (field, record, bool);
    case TAMBOUR_KIND_CHOICE:
      return AT (field, record, guint) != 0;
    case TAMBOUR_KIND_DATE:
      return AT (field, record, TambourDate).julian != 0;
    case TAMBOUR_KIND_MONEY:
      return AT (field, record, TambourMoney).minor != TAMBOUR_NO_COUNT;
    case TAMBOUR_KIND_LABELS:
      return AT (field, record, GStrv) != NULL && AT (field, record, GStrv)[0] != NULL;
    }

  g_assert_not_reached ();
}

/**
 * tambour_choice_nick:
 * @choice: an enumeration
 * @value: one of its values
 *
 * Returns: (transfer none): the stable code of @value
 */
const char *
tambour_choice_nick (GType choice,
                     guint value)
{
  GEnumClass *values = g_type_class_peek_static (choice);
  const GEnumValue *found;

  if (values == NULL)
    values = g_type_class_ref (choice);

  found = g_enum_get_value (values, value);

  return found ? found->value_nick : values->values[0].value_nick;
}

/**
 * tambour_choice_dup_nicks:
 * @choice: an enumeration
 *
 * Returns: (transfer full): its codes, for who typed another: “one, two, three”
 */
char *
tambour_choice_dup_nicks (GType choice)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (choice);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < values->n_values; i++)
    g_string_append_printf (list, "%s%s", i ? ", " : "", values->values[i].value_nick);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/**
 * tambour_choice_from_nick:
 * @choice: an enumeration
 * @nick: a code
 * @value: (out): the value with that code
 *
 * Returns: %FALSE if there is none, and @value is left alone
 */
gboolean
tambour_choice_from_nick (GType       choice,
                          const char *nick,
                          guint      *value)
{
  GEnumClass *values = g_type_class_peek_static (choice);

  if (values == NULL)
    values = g_type_class_ref (choice);

  for (guint i = 0; i < values->n_values; i++)
    if (g_ascii_strcasecmp (values->values[i].value_nick, nick) == 0)
      {
        *value = values->values[i].value;
        return TRUE;
      }

  return FALSE;
}
