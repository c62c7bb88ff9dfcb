/* tambour-record-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-amount.h"
#include "tambour-choice-words.h"
#include "tambour-record-words.h"
#include "tambour-when.h"

/* What records say, in words: choices by their names, dates and amounts by the
 * locale, references by the titles of what they lead to.
 */

/* What fits into a toast, or the label of a change. */
#define MAX_SHORT 60

/* Facts in the second line of a row. */
#define MAX_FACTS 3

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/**
 * tambour_words_who:
 * @name: (nullable): who did something
 * @me: (nullable): who reads it, as records name them
 *
 * Returns: (nullable): their name, or "you"
 */
const char *
tambour_words_who (const char *name,
                   const char *me)
{
  return name != NULL && g_strcmp0 (name, me) == 0 ? _("you") : name;
}

/**
 * tambour_words_have:
 * @text: (nullable): a text
 * @folded: what somebody looks for, folded by g_utf8_casefold()
 *
 * Returns: whether it is in there
 */
gboolean
tambour_words_have (const char *text,
                    const char *folded)
{
  g_autofree char *own = text ? g_utf8_casefold (text, -1) : NULL;

  return own != NULL && strstr (own, folded) != NULL;
}

/**
 * tambour_words_isolate:
 * @text: a text in whatever script
 *
 * Returns: (transfer full): it as a part of a sentence, which it does not turn round
 */
char *
tambour_words_isolate (const char *text)
{
  return g_strconcat ("\xe2\x81\xa8", text, "\xe2\x81\xa9", NULL);
}

/**
 * tambour_words_first_line:
 * @text: (nullable): a text
 *
 * Returns: (transfer full): its first line that says something
 */
char *
tambour_words_first_line (const char *text)
{
  const char *start = text ? text : "";
  gsize length;

  while (g_ascii_isspace (*start))
    start++;

  length = strcspn (start, "\r\n");

  return g_strchomp (g_strndup (start, length));
}

/**
 * tambour_words_shorten:
 * @text: a text
 *
 * Returns: (transfer full): as much of it as a toast has room for
 */
char *
tambour_words_shorten (const char *text)
{
  g_autofree char *line = tambour_words_first_line (text);
  g_autofree char *part = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_SHORT)
    return g_steal_pointer (&line);

  part = g_utf8_substring (line, 0, MAX_SHORT - 1);

  return g_strconcat (g_strchomp (part), "…", NULL);
}

/**
 * tambour_words_moment:
 * @instant: an instant
 * @now: the time that is "now"
 *
 * Returns: (transfer full): its date and time here, such as "Tue 10 Nov, 08:05"
 */
char *
tambour_words_moment (TambourInstant instant,
                      TambourInstant now)
{
  g_autoptr(GTimeZone) here = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *weekday = NULL;
  TambourDate date, today;

  if (!tambour_instant_is_stated (instant))
    return g_strdup ("");

  here = g_time_zone_new_local ();
  date = tambour_zone_date_of (here, instant);
  today = tambour_zone_date_of (here, now);
  day = tambour_when_date (date, today);
  time = tambour_when_time (instant, here);
  if (ABS ((gint64) date.julian - today.julian) >= 7)
    /* Translators: a date and a time: "10 Nov, 08:05" */
    return g_strdup_printf (C_("moment", "%1$s, %2$s"), day, time);

  weekday = tambour_when_weekday (date);

  /* Translators: a weekday, a date and a time: "Tue 10 Nov, 08:05" */
  return g_strdup_printf (C_("moment", "%1$s %2$s, %3$s"), weekday, day, time);
}

/**
 * tambour_words_lately:
 * @instant: an instant
 * @now: the time that is "now"
 *
 * Returns: (transfer full): the time alone today, such as "09:12", else the date
 *   as well
 */
char *
tambour_words_lately (TambourInstant instant,
                      TambourInstant now)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  if (tambour_instant_is_stated (instant) &&
      tambour_zone_date_of (here, instant).julian == tambour_zone_date_of (here, now).julian)
    return tambour_when_time (instant, here);

  return tambour_words_moment (instant, now);
}

/**
 * tambour_words_weekday:
 * @date: a date
 * @now: the time that is "now"
 *
 * Returns: (transfer full): it with its weekday, such as "Tue 10 Nov"
 */
char *
tambour_words_weekday (TambourDate    date,
                       TambourInstant now)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *day = tambour_when_date (date, tambour_zone_date_of (here, now));
  g_autofree char *weekday = tambour_when_weekday (date);

  /* Translators: a weekday and a date: "Tue 10 Nov" */
  return g_strdup_printf (C_("date", "%1$s %2$s"), weekday, day);
}

static char *
date_words (TambourDate    date,
            TambourInstant now)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  TambourDate today = tambour_zone_date_of (here, now);

  return ABS ((gint64) date.julian - today.julian) >= 7 ? tambour_when_date (date, today) : tambour_words_weekday (date, now);
}

static char *
other_words (const char     *id,
             GHashTable     *others,
             TambourInstant  now)
{
  TambourRecord *other = others && id ? g_hash_table_lookup (others, id) : NULL;

  return other ? tambour_record_words_title (other, others, now) : NULL;
}

/* A text that is the id of a record stands for that record. */
static char *
text_words (const char     *text,
            GHashTable     *others,
            TambourInstant  now)
{
  char *words = other_words (text, others, now);

  return words ? words : g_strdup (text ? text : "");
}

static char *
labels_words (GStrv           labels,
              GHashTable     *others,
              TambourInstant  now)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    g_strv_builder_take (words, text_words (labels[i], others, now));
  all = g_strv_builder_end (words);

  /* Translators: stands between the members of a list */
  return g_strjoinv (C_("list", ", "), all);
}

static char *
ref_words (const char     *id,
           GHashTable     *others,
           TambourInstant  now)
{
  char *words = other_words (id, others, now);

  if (words != NULL)
    return words;

  return g_strdup (id != NULL ? _("A record that is not here") : "");
}

/**
 * tambour_field_words:
 * @field: a field
 * @record: a record that has it
 * @others: (nullable): the records that @record mentions, by id
 * @now: the time that is "now"
 *
 * Returns: (transfer full): what the field says, as people read it; "" if nothing
 */
char *
tambour_field_words (const TambourField *field,
                     TambourRecord      *record,
                     GHashTable         *others,
                     TambourInstant      now)
{
  switch (field->kind)
    {
    case TAMBOUR_KIND_TEXT:
      return text_words (AT (field, record, char *), others, now);
    case TAMBOUR_KIND_COUNT:
      return tambour_field_is_stated (field, record) ? tambour_when_number (AT (field, record, gint64)) : g_strdup ("");
    case TAMBOUR_KIND_NUMBER:
      return tambour_amount_number (AT (field, record, double));
    case TAMBOUR_KIND_FLAG:
      return g_strdup (AT (field, record, bool) ? _("Yes") : _("No"));
    case TAMBOUR_KIND_CHOICE:
      return g_strdup (_(tambour_choice_get_words (field->choice (), AT (field, record, guint))));
    case TAMBOUR_KIND_INSTANT:
      return tambour_words_moment (AT (field, record, TambourInstant), now);
    case TAMBOUR_KIND_DATE:
      return tambour_field_is_stated (field, record) ? date_words (AT (field, record, TambourDate), now) : g_strdup ("");
    case TAMBOUR_KIND_MONEY:
      return tambour_amount_money (AT (field, record, TambourMoney));
    case TAMBOUR_KIND_REF:
      return ref_words (AT (field, record, TambourRef).id, others, now);
    case TAMBOUR_KIND_LABELS:
      return labels_words (AT (field, record, GStrv), others, now);
    }

  g_assert_not_reached ();
}

static gboolean
is_own (TambourRecordClass *klass,
        const TambourField *field)
{
  return field >= klass->fields + klass->n_common;
}

/* The first text of its own that says something. */
static char *
find_text (TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAMBOUR_KIND_TEXT && tambour_field_is_stated (&klass->fields[i], record))
      return tambour_words_first_line (AT (&klass->fields[i], record, char *));

  return NULL;
}

static gboolean
is_time (const TambourField *field)
{
  return field->kind == TAMBOUR_KIND_DATE || field->kind == TAMBOUR_KIND_INSTANT;
}

/* What stands for a record that is called by a date: something that it says, or
 * what happened then.
 */
static char *
find_saying (TambourRecord  *record,
             GHashTable     *others,
             TambourInstant  now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAMBOUR_KIND_TEXT && (klass->fields[i].flags & TAMBOUR_FIELD_SEARCHED) &&
        tambour_field_is_stated (&klass->fields[i], record))
      return tambour_words_first_line (AT (&klass->fields[i], record, char *));

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAMBOUR_KIND_CHOICE && (klass->fields[i].flags & TAMBOUR_FIELD_REQUIRED))
      return tambour_field_words (&klass->fields[i], record, others, now);

  return NULL;
}

/**
 * tambour_record_words_title:
 * @record: a record
 * @others: (nullable): the records that @record mentions, by id
 * @now: the time that is "now"
 *
 * Returns: (transfer full): what people call it: one line, never empty
 */
char *
tambour_record_words_title (TambourRecord  *record,
                            GHashTable     *others,
                            TambourInstant  now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (klass->title != NULL && is_time (klass->title))
    line = find_saying (record, others, now);

  if (line == NULL && klass->title != NULL &&
      (klass->title->kind == TAMBOUR_KIND_CHOICE || tambour_field_is_stated (klass->title, record)))
    {
      words = tambour_field_words (klass->title, record, others, now);
      line = tambour_words_first_line (words);
    }

  if (line == NULL || *line == '\0')
    {
      g_clear_pointer (&line, g_free);
      line = find_text (record);
    }

  return line && *line ? g_steal_pointer (&line) : g_strdup (_(klass->label));
}

/**
 * tambour_record_words_short:
 * @record: a record
 * @others: (nullable): the records that @record mentions, by id
 * @now: the time that is "now"
 *
 * Returns: (transfer full): its title, as long as a toast has room for, as a
 *   part of a sentence
 */
char *
tambour_record_words_short (TambourRecord  *record,
                            GHashTable     *others,
                            TambourInstant  now)
{
  g_autofree char *title = tambour_record_words_title (record, others, now);
  g_autofree char *part = tambour_words_shorten (title);

  return tambour_words_isolate (part);
}

/* What tells records of one kind apart in a list; the date stands at the end of the row. */
static gboolean
is_fact (TambourRecordClass *klass,
         const TambourField *field,
         TambourRecord      *record)
{
  if (!is_own (klass, field) || field->label == NULL || field == klass->title || (field->flags & TAMBOUR_FIELD_LONG))
    return FALSE;

  switch (field->kind)
    {
    case TAMBOUR_KIND_CHOICE:
      return TRUE;
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
    case TAMBOUR_KIND_MONEY:
      return tambour_field_is_stated (field, record);
    case TAMBOUR_KIND_COUNT:
    case TAMBOUR_KIND_NUMBER:
    case TAMBOUR_KIND_FLAG:
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_LABELS:
      return FALSE;
    }

  g_assert_not_reached ();
}

static gboolean
is_status (const TambourField *field)
{
  return field->kind == TAMBOUR_KIND_CHOICE && (field->flags & TAMBOUR_FIELD_INDEXED);
}

static void
add_fact (GPtrArray          *facts,
          const TambourField *field,
          TambourRecord      *record,
          GHashTable         *others,
          TambourInstant      now)
{
  g_autofree char *words = field->kind == TAMBOUR_KIND_REF ? other_words (AT (field, record, char *), others, now)
                                                           : tambour_field_words (field, record, others, now);
  g_autofree char *part = words ? tambour_words_shorten (words) : NULL;

  if (part != NULL && *part != '\0' && !g_ptr_array_find_with_equal_func (facts, part, g_str_equal, NULL))
    g_ptr_array_add (facts, g_steal_pointer (&part));
}

/**
 * tambour_record_words_line:
 * @record: a record
 * @others: (nullable): the records that @record mentions, by id; what they do not
 *   hold is left out
 * @now: the time that is "now"
 *
 * Returns: (transfer full): a few facts that tell it from others of its kind; how
 *   it stands comes first
 */
char *
tambour_record_words_line (TambourRecord  *record,
                           GHashTable     *others,
                           TambourInstant  now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = klass->n_common; i < klass->n_fields && facts->len < MAX_FACTS; i++)
      if (is_status (&klass->fields[i]) == (pass == 0) && is_fact (klass, &klass->fields[i], record))
        add_fact (facts, &klass->fields[i], record, others, now);

  g_ptr_array_add (facts, NULL);

  return g_strjoinv (" · ", (char **) facts->pdata);
}

/* What a record is called by need not be said twice. */
static gboolean
is_when (TambourRecordClass *klass,
         const TambourField *field,
         TambourRecord      *record)
{
  g_autofree char *saying = NULL;

  if (field != klass->title)
    return (field->flags & TAMBOUR_FIELD_INDEXED) != 0;

  saying = find_saying (record, NULL, (TambourInstant) { 0 });

  return saying != NULL;
}

/**
 * tambour_record_words_when:
 * @record: a record
 * @now: the time that is "now"
 *
 * Returns: (transfer full): the date that matters most about it, or ""
 */
char *
tambour_record_words_when (TambourRecord  *record,
                           TambourInstant  now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autoptr(GTimeZone) here = NULL;

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (!is_time (field) || !tambour_field_is_stated (field, record) || !is_when (klass, field, record))
        continue;

      here = g_time_zone_new_local ();

      return field->kind == TAMBOUR_KIND_DATE ? tambour_when_date (AT (field, record, TambourDate), tambour_zone_date_of (here, now))
                                              : tambour_when_moment (AT (field, record, TambourInstant), here, now);
    }

  return g_strdup ("");
}
