/* tambour-wording.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libintl.h>
#include <string.h>

#include "tambour-messages.h"
#include "tambour-wording-private.h"

#include "tambour-wording.h"

/* The bidirectional isolates of Unicode: what is between them reads in its own direction. */
#define ISOLATE "\342\201\250"
#define END_ISOLATE "\342\201\251"

/**
 * TambourWording:
 *
 * Numbers, dates, durations and money in words, in the language of the review
 * (REPORT-DESIGN section 7), and the translation of its sentences. The
 * language belongs to the thread: several reviews can be written at once.
 */
typedef struct
{
  const TambourWordingLanguage *language;
  TambourMessages            *messages; /* belongs to the cache */
  char                        tag[16];
} Words;

static _Thread_local Words words;

/**
 * tambour_wording_current:
 *
 * Returns: how the language of this thread writes numbers and dates
 */
const TambourWordingLanguage *
tambour_wording_current (void)
{
  return words.language ? words.language : tambour_wording_language_find (NULL);
}

/* The catalogue at @path, opened once and kept as long as the process. */
static TambourMessages *
find_messages (const char *path)
{
  static GMutex lock;
  static GHashTable *cache;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  gpointer found;

  if (cache == NULL)
    cache = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (cache, path, NULL, &found))
    {
      found = tambour_messages_open (path);
      g_hash_table_insert (cache, g_strdup (path), found);
    }

  return found;
}

static TambourMessages *
open_messages (const char *tag)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autofree char *territory = g_strdup (tag);
  g_autofree char *plain = g_strndup (tag, strcspn (tag, "-_.@"));
  const char * const candidates[] = { g_strdelimit (territory, "-", '_'), plain };

  for (guint i = 0; folder && i < G_N_ELEMENTS (candidates); i++)
    {
      g_autofree char *path = g_build_filename (folder, candidates[i], "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
      TambourMessages *found = find_messages (path);

      if (found)
        return found;
    }

  return NULL;
}

/**
 * tambour_wording_set_language:
 * @language: (nullable): a language such as `de` or `de-AT`; %NULL for English
 *
 * Says in which language this thread writes from now on. Translations come from
 * the folder that the program gave to bindtextdomain(); without one for
 * @language, sentences are English, and numbers and dates those of @language.
 */
void
tambour_wording_set_language (const char *language)
{
  const char *tag = language && *language ? language : "en";

  if (words.language && strcmp (words.tag, tag) == 0)
    return;

  words.language = tambour_wording_language_find (tag);
  words.messages = open_messages (tag);
  g_strlcpy (words.tag, tag, sizeof words.tag);
}

/**
 * tambour_wording_is_translated:
 * @language: (nullable): such as `de`
 *
 * Returns: whether sentences can be written in @language; always in English
 */
gboolean
tambour_wording_is_translated (const char *language)
{
  return language == NULL || g_ascii_strncasecmp (language, "en", 2) == 0 || open_messages (language) != NULL;
}

/**
 * tambour_wording_get_language:
 *
 * Returns: the language that this thread writes in
 */
const char *
tambour_wording_get_language (void)
{
  return words.language ? words.tag : "en";
}

/**
 * tambour_wording_is_rtl:
 *
 * Returns: whether that language is written from right to left
 */
gboolean
tambour_wording_is_rtl (void)
{
  return tambour_wording_current ()->rtl;
}

/**
 * tambour_wording_text:
 * @message: an English text
 *
 * Returns: the same in the language of the review. Written `_()`.
 */
const char *
tambour_wording_text (const char *message)
{
  const char *text = words.messages ? tambour_messages_find (words.messages, message) : NULL;

  return text ? text : message;
}

/**
 * tambour_wording_count_text:
 * @singular: an English text for one
 * @plural: the same for another number
 * @n: the number
 *
 * Returns: the form for @n in the language of the review. Written `ngettext()`.
 */
const char *
tambour_wording_count_text (const char *singular,
                            const char *plural,
                            gint64      n)
{
  const char *text = words.messages ? tambour_messages_count (words.messages, singular, n) : NULL;

  return text ? text : n == 1 ? singular
                              : plural;
}

/* --- sentences ------------------------------------------------------------ */

static gboolean
reads_leftwards (gunichar character)
{
  return (character >= 0x590 && character < 0x900) || (character >= 0xfb1d && character < 0xfe00) ||
         (character >= 0xfe70 && character < 0xff00);
}

/**
 * tambour_wording_is_foreign:
 * @text: a text on a page that is read from right to left
 *
 * Returns: whether no letter of @text is read so, but others are: as in records in English
 */
gboolean
tambour_wording_is_foreign (const char *text)
{
  gboolean has_letter = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (reads_leftwards (character))
        return FALSE;

      has_letter |= g_unichar_isalpha (character);
    }

  return has_letter;
}

/* What a record says in English keeps its order in a sentence that is read from right to left. */
static void
append_value (GString    *text,
              const char *value)
{
  gboolean isolated = tambour_wording_is_rtl () && tambour_wording_is_foreign (value);

  g_string_append (text, isolated ? ISOLATE : "");
  g_string_append (text, value);
  g_string_append (text, isolated ? END_ISOLATE : "");
}

/**
 * tambour_wording_fill_strv:
 * @sentence: a text with the places `{0}` to `{9}`
 * @values: what stands there
 *
 * Returns: (transfer full): the text; a place without a value is left as it is
 */
char *
tambour_wording_fill_strv (const char         *sentence,
                           const char * const *values)
{
  g_autoptr(GString) text = g_string_new (NULL);
  int n = (int) g_strv_length ((char **) values);

  for (const char *at = sentence; *at; at++)
    {
      if (at[0] == '{' && g_ascii_isdigit (at[1]) && at[2] == '}' && at[1] - '0' < n)
        {
          append_value (text, values[at[1] - '0']);
          at += 2;
        }
      else
        {
          g_string_append_c (text, *at);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tambour_wording_fill:
 * @sentence: a text with the places `{0}` to `{9}`
 * @...: what stands there, ended by %NULL
 *
 * Whole sentences are translated with their places, so that a translation can
 * put them in its own order; unlike with printf(), a wrong one does no harm.
 *
 * Returns: (transfer full): the text
 */
char *
tambour_wording_fill (const char *sentence,
                      ...)
{
  const char *values[11] = { NULL };
  va_list arguments;

  va_start (arguments, sentence);
  for (guint i = 0; i < 10 && (values[i] = va_arg (arguments, const char *)) != NULL; i++)
    ;
  va_end (arguments);

  return tambour_wording_fill_strv (sentence, values);
}

/**
 * tambour_wording_unbroken:
 * @text: a few words that stay on one line
 *
 * Returns: (transfer full): the same with no-break spaces
 */
char *
tambour_wording_unbroken (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, " ", -1);

  return g_strjoinv (TAMBOUR_NBSP, parts);
}

/**
 * tambour_wording_fill_bound:
 * @sentence: a number with its unit, with the places `{0}` and `{1}`
 * @value: the first value
 * @second: (nullable): the second
 *
 * Returns: (transfer full): the text, never wrapped, whatever spaces the translation has
 */
char *
tambour_wording_fill_bound (const char *sentence,
                            const char *value,
                            const char *second)
{
  g_autofree char *text = tambour_wording_fill (sentence, value, second, NULL);

  return tambour_wording_unbroken (text);
}

/**
 * tambour_wording_capital:
 * @sentence: a sentence that may begin with a spelled number
 *
 * Returns: (transfer full): the same with a capital
 */
char *
tambour_wording_capital (const char *sentence)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (*sentence)
    {
      g_string_append_unichar (text, g_unichar_totitle (g_utf8_get_char (sentence)));
      g_string_append (text, g_utf8_next_char (sentence));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tambour_wording_list:
 * @names: names, at least one
 *
 * Returns: (transfer full): the names in one phrase, such as “a, b and c”
 */
char *
tambour_wording_list (const char * const *names)
{
  guint n = g_strv_length ((char **) names);
  g_autofree char *phrase = g_strdup (names[0]);

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *before = g_steal_pointer (&phrase);

      /* Translators: a list of names; the last two are joined by “and”. */
      phrase = tambour_wording_fill (i + 1 < n ? _("{0}, {1}") : _("{0} and {1}"), before, names[i], NULL);
    }

  return g_steal_pointer (&phrase);
}

/**
 * tambour_wording_isolate:
 * @text: a name, a case number or a signed number
 *
 * Returns: (transfer full): @text, kept apart from a text that runs from right to left
 */
char *
tambour_wording_isolate (const char *text)
{
  return tambour_wording_is_rtl () ? g_strconcat (ISOLATE, text, END_ISOLATE, NULL) : g_strdup (text);
}
