/* bench-corpus.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench-corpus.h"

#define N_WORDS   120000
#define N_COMMON  200
#define SEED      G_GUINT64_CONSTANT (88172645463325252)

static const char * const syllables[] = {
  "ba", "be", "bi", "bo", "bu", "ca", "ce", "ci", "co", "cu", "da", "de", "di", "do", "du", "fa", "fe", "fi", "fo",
  "ga", "ge", "go", "ha", "he", "hi", "ho", "in", "an", "en", "on", "un", "ka", "la", "le", "li", "lo", "lu", "ma",
  "me", "mi", "mo", "mu", "na", "ne", "ni", "no", "nu", "pa", "pe", "pi", "po", "pu", "ra", "re", "ri", "ro", "ru",
  "sa", "se", "si", "so", "su", "sta", "stri", "tion", "ment", "ing", "er", "al", "ic", "ta", "te", "ti", "to", "tu",
  "va", "ve", "vi", "vo", "wa", "we", "wi", "ex", "com", "pro", "con", "tra", "sub", "pre", "dis",
};

/* The ranks of the words that are asked for: from the most common to rare ones. */
static const guint ranks[] = { 5, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000 };

struct _BenchCorpus
{
  guint64  state;
  char    *words[N_WORDS];
  double   share[N_WORDS];
};

static guint64
draw (BenchCorpus *self)
{
  self->state ^= self->state << 13;
  self->state ^= self->state >> 7;
  self->state ^= self->state << 17;

  return self->state;
}

static char *
make_word (BenchCorpus *self,
           guint        rank)
{
  g_autoptr(GString) word = g_string_new (NULL);
  guint n = rank < N_COMMON ? 1 + draw (self) % 2 : 2 + draw (self) % 3;

  for (guint i = 0; i < n; i++)
    g_string_append (word, syllables[draw (self) % G_N_ELEMENTS (syllables)]);

  return g_string_free (g_steal_pointer (&word), FALSE);
}

/**
 * bench_corpus_new:
 *
 * Returns: (transfer full): the corpus at its first record
 */
BenchCorpus *
bench_corpus_new (void)
{
  BenchCorpus *self = g_new0 (BenchCorpus, 1);
  double total = 0;

  self->state = SEED;
  for (guint i = 0; i < N_WORDS; i++)
    {
      self->words[i] = make_word (self, i);
      total += 1.0 / pow (i + 2.7, 1.05);
      self->share[i] = total;
    }
  for (guint i = 0; i < N_WORDS; i++)
    self->share[i] /= total;

  return self;
}

/**
 * bench_corpus_free:
 * @self: (transfer full): a corpus
 */
void
bench_corpus_free (BenchCorpus *self)
{
  for (guint i = 0; i < N_WORDS; i++)
    g_free (self->words[i]);
  g_free (self);
}

static const char *
pick_word (BenchCorpus *self)
{
  double wanted = (double) (draw (self) >> 11) / 9007199254740992.0;
  guint low = 0;
  guint high = N_WORDS - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->share[middle] < wanted)
        low = middle + 1;
      else
        high = middle;
    }

  return self->words[low];
}

/**
 * bench_corpus_next:
 * @self: a corpus
 * @title: gets six words
 * @account: gets two words
 * @body: gets about 52 words
 *
 * Goes on to the next record.
 */
void
bench_corpus_next (BenchCorpus *self,
                   GString     *title,
                   GString     *account,
                   GString     *body)
{
  guint n_words = 32 + draw (self) % 41;

  g_string_truncate (title, 0);
  g_string_truncate (body, 0);

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (title, "%s%s", i ? " " : "", pick_word (self));

  g_string_printf (account, "%s %s", pick_word (self), self->words[1000 + draw (self) % 4000]);

  for (guint i = 0; i < n_words; i++)
    {
      const char *gap = i == 0 ? "" : draw (self) % 12 ? " "
                                                       : ", ";

      g_string_append (body, gap);
      g_string_append (body, pick_word (self));
    }
  if (draw (self) % 3 == 0)
    g_string_append_printf (body, " case-%06d", (int) (draw (self) % 1000000));
  g_string_append_c (body, '.');
}

/**
 * bench_sort_get_name:
 * @sort: a sort of query
 *
 * Returns: (transfer none): its name
 */
const char *
bench_sort_get_name (BenchSort sort)
{
  static const char * const names[BENCH_N_SORTS] = {
    "1-letter", "2-letters", "3-letters", "4-letters", "word", "word+prefix", "pair+prefix",
  };

  return names[sort];
}

static const char *
asked_word (BenchCorpus *self,
            guint        i)
{
  i %= G_N_ELEMENTS (ranks) * 10;

  return self->words[ranks[i / 10] + i % 10];
}

/**
 * bench_corpus_query:
 * @self: a corpus
 * @sort: a sort of query
 * @i: which of them
 *
 * Returns: (transfer full): what is typed
 */
char *
bench_corpus_query (BenchCorpus *self,
                    BenchSort    sort,
                    guint        i)
{
  const char *word = asked_word (self, i * 37 + sort * 11 + i / 120);
  const char *second = asked_word (self, i * 53 + 7);
  const char *third = asked_word (self, i * 29 + 5);

  switch (sort)
    {
    case BENCH_ONE_LETTER:
    case BENCH_TWO_LETTERS:
    case BENCH_THREE_LETTERS:
    case BENCH_FOUR_LETTERS:
      return g_strndup (word, sort + 1);
    case BENCH_WORD:
      return g_strdup (word);
    case BENCH_WORD_AND_PREFIX:
      return g_strdup_printf ("%s %.3s", second, word);
    case BENCH_PAIR_AND_PREFIX:
      return g_strdup_printf ("%s %s %.2s", second, third, word);
    case BENCH_N_SORTS:
      break;
    }

  g_assert_not_reached ();
}

/**
 * bench_now:
 *
 * Returns: milliseconds since some moment
 */
double
bench_now (void)
{
  return g_get_monotonic_time () / 1e3;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/**
 * bench_percentile:
 * @times: (array length=n_times): times, which get sorted
 * @n_times: how many
 * @percentile: from 0 to 1
 *
 * Returns: the time that this share of the times stays below
 */
double
bench_percentile (double *times,
                  guint   n_times,
                  double  percentile)
{
  qsort (times, n_times, sizeof *times, compare_times);

  return times[MIN ((guint) (n_times * percentile), n_times - 1)];
}

/**
 * bench_peak_memory:
 *
 * Returns: the most memory that this process has had, in KiB
 */
long
bench_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || !(line = strstr (status, "VmHWM:")))
    return 0;

  return atol (line + strlen ("VmHWM:"));
}
