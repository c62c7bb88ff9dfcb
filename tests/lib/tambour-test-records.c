/* tambour-test-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-records.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

#define FIRST_INSTANT 0                               /* 1970 */
#define LAST_INSTANT  G_GINT64_CONSTANT (4102444800)  /* 2100 */

/* What people write, and what breaks careless readers: quotes, commas,
 * ampersands, other scripts, words that look like numbers or formulas.
 */
static const char * const words[] = {
  "Orion", "Foods", "“quoted”", "\"straight\"", "it's", "a,b", "semi;colon", "R&D", "<b>", "Größe", "naïve",
  "東京", "القاهرة", "🥁", "0042", "=1+1", "100%", "back\\slash", "null", "tab\there", "né", "x_y", "{}", "--",
};

static gint64
pick_count (GRand  *random,
            gint64  low,
            gint64  high)
{
  return low + (gint64) (g_rand_double (random) * (double) (high - low));
}

static char *
make_text (GRand    *random,
           gboolean  several_lines)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gint32 n = g_rand_int_range (random, 1, several_lines ? 24 : 5);

  for (gint32 i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, several_lines && i % 6 == 0 ? '\n' : ' ');
      g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
  g_string_append_printf (text, " %u", g_rand_int (random) % 100000);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A set in sorted order, which is how a merge leaves it. */
static GStrv
make_labels (GRand *random)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  gint32 n = g_rand_int_range (random, 1, 5);

  for (gint32 i = 0; i < n; i++)
    g_strv_builder_take (labels, g_strdup_printf ("%c%u-%s", 'a' + i, g_rand_int (random) % 1000,
                                                  words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]));

  return g_strv_builder_end (labels);
}

/* Any value but the first, which counts as not stated. */
static guint
make_choice (GType  choice,
             GRand *random)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (choice);
  GEnumClass *values = (GEnumClass *) klass;

  g_assert_cmpuint (values->n_values, >, 1);

  return values->values[g_rand_int_range (random, 1, values->n_values)].value;
}

static TambourMoney
make_money (GRand *random)
{
  static const char * const currencies[] = { "EUR", "USD", "JPY", "KWD", "CHF" };
  TambourMoney money = { .minor = pick_count (random, -1000000, 1000000000) };

  memcpy (money.currency, currencies[g_rand_int_range (random, 0, G_N_ELEMENTS (currencies))], sizeof money.currency);

  return money;
}

/**
 * tambour_test_fill_field:
 * @field: a field
 * @record: a record that has it
 * @random: what the value is drawn from
 *
 * States the field: afterwards tambour_field_is_stated() holds. The value is
 * one that the field can hold, and survives every round trip.
 */
void
tambour_test_fill_field (const TambourField *field,
                         gpointer            record,
                         GRand              *random)
{
  tambour_field_clear (field, record);

  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
      AT (field, record, char *) = make_text (random, (field->flags & TAMBOUR_FIELD_LONG) != 0);
      break;
    case TAMBOUR_KIND_COUNT:
      AT (field, record, gint64) = pick_count (random, -5, 1000000);
      break;
    case TAMBOUR_KIND_NUMBER:
      AT (field, record, double) = g_rand_double_range (random, -1000, 1000);
      break;
    case TAMBOUR_KIND_FLAG:
      AT (field, record, bool) = true;
      break;
    case TAMBOUR_KIND_CHOICE:
      AT (field, record, guint) = make_choice (field->choice (), random);
      break;
    case TAMBOUR_KIND_INSTANT:
      AT (field, record, TambourInstant).seconds = pick_count (random, FIRST_INSTANT, LAST_INSTANT);
      break;
    case TAMBOUR_KIND_DATE:
      AT (field, record, TambourDate) = tambour_date_new (g_rand_int_range (random, 1970, 2100),
                                                          g_rand_int_range (random, 1, 13),
                                                          g_rand_int_range (random, 1, 29));
      break;
    case TAMBOUR_KIND_MONEY:
      AT (field, record, TambourMoney) = make_money (random);
      break;
    case TAMBOUR_KIND_REF:
      AT (field, record, char *) = tambour_id_new_at (pick_count (random, FIRST_INSTANT, LAST_INSTANT) * 1000, random);
      break;
    case TAMBOUR_KIND_LABELS:
      AT (field, record, GStrv) = make_labels (random);
      break;
    }
}

static gboolean
ends_a_report (TambourRecord      *record,
               const TambourField *field)
{
  return TAMBOUR_IS_REPORT (record) && field->offset == G_STRUCT_OFFSET (TambourReport, state);
}

/**
 * tambour_test_can_change:
 * @record: a record
 * @field: a field of its kind
 *
 * Returns: whether the store takes another value of it, and changes after that
 */
gboolean
tambour_test_can_change (TambourRecord      *record,
                         const TambourField *field)
{
  return !(TAMBOUR_RECORD_GET_CLASS (record)->traits & TAMBOUR_RECORD_APPEND_ONLY) && !(field->flags & TAMBOUR_FIELD_FIXED) &&
         field->kind != TAMBOUR_KIND_REF && !ends_a_report (record, field);
}

/**
 * tambour_test_change_field:
 * @field: a field
 * @record: a record that has it
 * @random: what the value is drawn from
 *
 * Gives the field another value than it has; a flag, and a choice of two
 * values, may become unstated.
 */
void
tambour_test_change_field (const TambourField *field,
                           gpointer            record,
                           GRand              *random)
{
  GType type = G_OBJECT_TYPE (record);
  g_autoptr(TambourRecord) before = tambour_record_new (type, "before");

  tambour_field_copy (field, before, record);

  for (guint i = 0; i < 8; i++)
    {
      tambour_test_fill_field (field, record, random);
      if (!tambour_field_equal (field, before, record))
        return;
    }

  tambour_field_clear (field, record);
  g_assert_false (tambour_field_equal (field, before, record));
}

/**
 * tambour_test_fill_record:
 * @self: a record
 * @random: what the values are drawn from
 *
 * States every field except the mark of a deleted record.
 */
void
tambour_test_fill_record (TambourRecord *self,
                          GRand         *random)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!g_str_equal (klass->fields[i].name, "deleted_at"))
      tambour_test_fill_field (&klass->fields[i], self, random);
}

/**
 * tambour_test_record_new:
 * @type: a kind of record
 * @random: what id and values are drawn from; the same seed gives the same
 *   record
 *
 * Returns: (transfer full): a record in which every field is stated, and that
 *   is not deleted
 */
TambourRecord *
tambour_test_record_new (GType  type,
                         GRand *random)
{
  gint64 made = pick_count (random, FIRST_INSTANT, LAST_INSTANT) * 1000;
  g_autofree char *id = tambour_id_new_at (made, random);
  TambourRecord *self = tambour_record_new (type, id);

  tambour_test_fill_record (self, random);

  return self;
}

/**
 * tambour_test_assert_equal:
 * @a: a record
 * @b: another
 *
 * Fails with the name of the field in which they differ.
 */
void
tambour_test_assert_equal (TambourRecord *a,
                           TambourRecord *b)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (a);

  g_assert_true (klass == TAMBOUR_RECORD_GET_CLASS (b));
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->extra, ==, b->extra);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!tambour_field_equal (&klass->fields[i], a, b))
      {
        g_autofree char *one = tambour_field_dup_text (&klass->fields[i], a);
        g_autofree char *other = tambour_field_dup_text (&klass->fields[i], b);

        g_error ("%s.%s: “%s” is not “%s”", klass->kind, klass->fields[i].name, one, other);
      }
}
