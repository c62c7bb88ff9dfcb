/* tambour-library-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library-text.h"

#include "tambour-amount.h"
#include "tambour-choice-words.h"
#include "tambour-when.h"

/* What the library says of things to read, to watch and to learn. */

/* Puts one fact behind another. */
static void
add_fact (GString    *line,
          const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, fact);
}

static char *
take_line (GString **line)
{
  return g_string_free (g_steal_pointer (line), FALSE);
}

/**
 * tambour_library_text_kind:
 * @item: something in the library
 *
 * Returns: (transfer none): what kind of thing it is
 */
const char *
tambour_library_text_kind (TambourLibraryItem *item)
{
  return _(tambour_choice_get_words (TAMBOUR_TYPE_LIBRARY_KIND, item->kind));
}

/* Whole hours are said as such. */
static char *
say_minutes (gint64 minutes)
{
  return tambour_when_duration (minutes * 60, minutes >= 60 && minutes % 60 == 0 ? TAMBOUR_WHEN_SHORT : TAMBOUR_WHEN_FULL);
}

/**
 * tambour_library_text_length:
 * @item: something in the library
 *
 * Returns: (transfer full): how long it takes, or ""
 */
char *
tambour_library_text_length (TambourLibraryItem *item)
{
  return item->minutes == TAMBOUR_NO_COUNT ? g_strdup ("") : say_minutes (item->minutes);
}

/**
 * tambour_library_text_about:
 * @item: something in the library
 * @today: the day that is today
 *
 * Returns: (transfer full): what it is, how long it takes, and since when there is it
 */
char *
tambour_library_text_about (TambourLibraryItem *item,
                            TambourDate         today)
{
  g_autofree char *length = tambour_library_text_length (item);
  g_autofree char *day = tambour_when_date (item->published, today);
  g_autofree char *published = NULL;
  GString *line = g_string_new (NULL);

  add_fact (line, tambour_library_text_kind (item));
  add_fact (line, length);
  if (*day != '\0')
    /* Translators: %s is a day such as "6 Oct" */
    published = g_strdup_printf (_("published %s"), day);
  add_fact (line, published);
  if (item->retired)
    add_fact (line, _("retired"));

  return take_line (&line);
}

/**
 * tambour_library_text_line:
 * @line: something in a list of the library
 * @today: the day that is today
 *
 * Returns: (transfer full): how long it takes, and how often it was shared
 */
char *
tambour_library_text_line (const TambourLibraryLine *line,
                           TambourDate               today)
{
  TambourLibraryItem *item = TAMBOUR_LIBRARY_ITEM (line->record);
  g_autofree char *length = tambour_library_text_length (item);
  g_autofree char *day = tambour_when_date (item->published, today);
  g_autofree char *number = tambour_when_number (line->n_shared);
  g_autofree char *shared = NULL;
  GString *text = g_string_new (NULL);

  add_fact (text, day);
  add_fact (text, length);
  /* Translators: %s is how often something was shared */
  shared = line->n_shared > 0 ? g_strdup_printf (ngettext ("shared %s time", "shared %s times", (gulong) line->n_shared), number)
                              : g_strdup (_("not shared yet"));
  add_fact (text, shared);

  return take_line (&text);
}

/**
 * tambour_library_text_labels:
 * @labels: (nullable): some words
 *
 * Returns: (transfer full) (nullable): all of them
 */
char *
tambour_library_text_labels (const char * const *labels)
{
  return labels != NULL && *labels != NULL ? g_strjoinv (", ", (GStrv) labels) : NULL;
}

/* --- why it is suggested ------------------------------------------------------- */

static char *
say_ground (const TambourSuggestion *suggestion)
{
  switch (suggestion->ground)
    {
    case TAMBOUR_SUGGESTION_FINDINGS:
      /* Translators: %1$d is how many findings of audits are open, %2$s what they are about */
      return g_strdup_printf (ngettext ("%1$d open finding about %2$s", "%1$d open findings about %2$s", suggestion->n_findings),
                              (int) suggestion->n_findings, suggestion->about);
    case TAMBOUR_SUGGESTION_PRODUCT:
    case TAMBOUR_SUGGESTION_TYPE:
      /* Translators: %s is a product, such as "Windows Server", or a type of one */
      return g_strdup_printf (_("for %s, which they run"), suggestion->about);
    case TAMBOUR_SUGGESTION_TAG:
      /* Translators: %s is an industry, such as "Hospitals" */
      return g_strdup_printf (_("for their industry, %s"), suggestion->about);
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_library_text_reason:
 * @suggestion: a suggestion
 *
 * Returns: (transfer full): why it is suggested
 */
char *
tambour_library_text_reason (const TambourSuggestion *suggestion)
{
  g_autofree char *ground = say_ground (suggestion);
  g_autofree char *more = NULL;

  if (suggestion->n_more == 0)
    return g_steal_pointer (&ground);

  more = g_strdup_printf (ngettext ("%d more reason", "%d more reasons", suggestion->n_more), (int) suggestion->n_more);

  return g_strjoin (" · ", ground, more, NULL);
}

/**
 * tambour_library_text_suggestion:
 * @suggestion: a suggestion
 *
 * Returns: (transfer full): why it is suggested, and what it is
 */
char *
tambour_library_text_suggestion (const TambourSuggestion *suggestion)
{
  g_autofree char *reason = tambour_library_text_reason (suggestion);

  return g_strjoin (" · ", reason, tambour_library_text_kind (suggestion->item), NULL);
}

/* --- what was shared -------------------------------------------------------------- */

/**
 * tambour_library_text_share:
 * @share: something that was shared
 * @with_contact: whether with whom is to be said first
 *
 * Returns: (transfer full): with whom, and what they said or why it was
 */
char *
tambour_library_text_share (const TambourLibraryShare *share,
                            gboolean                   with_contact)
{
  TambourContentShare *shared = share->share;
  gboolean has_reaction = shared->reaction != NULL && *shared->reaction != '\0';
  g_autofree char *said = g_strdup (has_reaction ? shared->reaction : shared->why);
  g_autofree char *quoted = NULL;
  GString *line = g_string_new (NULL);

  if (with_contact)
    add_fact (line, share->contact_name);
  if (said != NULL)
    g_strdelimit (said, "\n", ' ');
  /* Translators: %s is what a customer said */
  quoted = has_reaction ? g_strdup_printf (_("“%s”"), said) : g_steal_pointer (&said);
  add_fact (line, quoted);

  return take_line (&line);
}

/**
 * tambour_library_text_outcome:
 * @share: something that was shared
 *
 * Returns: (transfer none): what came of it, in a word
 */
const char *
tambour_library_text_outcome (TambourContentShare *share)
{
  if (share->discussed)
    return C_("shared", "Discussed");

  return share->opened ? C_("shared", "Opened") : C_("shared", "Not opened");
}

/**
 * tambour_library_text_outcome_style:
 * @share: something that was shared
 *
 * Returns: (transfer none) (nullable): the class of that word
 */
const char *
tambour_library_text_outcome_style (TambourContentShare *share)
{
  if (share->discussed)
    return "success";

  return share->opened ? "accent" : NULL;
}

/* --- what they are taught and use --------------------------------------------------- */

/**
 * tambour_library_text_training:
 * @training: a training
 *
 * Returns: (transfer full): how many came, how long it took, who passed, and how it was
 */
char *
tambour_library_text_training (TambourTraining *training)
{
  gint64 people = tambour_training_people (training);
  g_autofree char *came = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *passed = NULL;
  GString *line = g_string_new (NULL);

  if (training->seats != TAMBOUR_NO_COUNT && people > 0)
    /* Translators: how many came to a training, and how many could have */
    came = g_strdup_printf (ngettext ("%1$d of %2$d seat", "%1$d of %2$d seats", (gulong) training->seats), (int) people, (int) training->seats);
  else if (training->seats != TAMBOUR_NO_COUNT)
    came = g_strdup_printf (ngettext ("%d seat", "%d seats", (gulong) training->seats), (int) training->seats);
  else if (people > 0)
    came = g_strdup_printf (ngettext ("%d person", "%d people", (gulong) people), (int) people);
  add_fact (line, came);

  if (!isnan (training->hours))
    hours = say_minutes ((gint64) round (training->hours * 60));
  add_fact (line, hours);
  if (training->check_passed != TAMBOUR_NO_COUNT)
    /* Translators: %d is how many passed the check after a training */
    passed = g_strdup_printf (ngettext ("%d passed", "%d passed", (gulong) training->check_passed), (int) training->check_passed);
  add_fact (line, passed);
  if (line->len == 0)
    add_fact (line, _("nobody wrote down who came"));

  return take_line (&line);
}

/**
 * tambour_library_text_sum:
 * @sum: what was taught in a year
 * @today: the day that is today
 *
 * Returns: (transfer full): the person-hours beside the number of trainings that they
 *   are counted from (METRICS.md M24)
 */
char *
tambour_library_text_sum (const TambourTrainingSum *sum,
                          TambourDate               today)
{
  g_autofree char *day = tambour_when_date (sum->from, today);
  g_autofree char *hours = tambour_amount_number (round (sum->hours));

  if (sum->n == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_("none since %s"), day);

  /* Translators: %1$s is a number of person-hours, %2$d of how many trainings they are counted, %3$s a day */
  return g_strdup_printf (ngettext ("%1$s person-hours · n = %2$d since %3$s", "%1$s person-hours · n = %2$d since %3$s", sum->n_counted),
                          hours, (int) sum->n_counted, day);
}

/**
 * tambour_library_text_feature:
 * @feature: something that they are entitled to
 * @today: the day that is today
 *
 * Returns: (transfer full): since when it is in use
 */
char *
tambour_library_text_feature (TambourFeatureAdoption *feature,
                              TambourDate             today)
{
  g_autofree char *day = tambour_when_date (feature->since, today);

  if (!feature->in_use || *day == '\0')
    return g_strdup ("");

  /* Translators: %s is a day */
  return g_strdup_printf (_("since %s"), day);
}

/**
 * tambour_library_text_adoption:
 * @sheet: what an account uses
 *
 * Returns: (transfer full): how much of what is theirs is in use (METRICS.md M32)
 */
char *
tambour_library_text_adoption (const TambourEnablement *sheet)
{
  if (sheet->features->len == 0)
    return g_strdup ("");

  /* Translators: how many features are in use, of those that a customer is entitled to and are relevant */
  return g_strdup_printf (_("%1$u of %2$u in use"), sheet->n_in_use, sheet->features->len);
}
