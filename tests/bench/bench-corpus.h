/* bench-corpus.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BENCH_N_QUERIES 60

/**
 * BenchCorpus:
 *
 * Made-up records of about 60 words: 120,000 pronounceable words, of which some
 * are far more common than others, as in every language. The same each time.
 */
typedef struct _BenchCorpus BenchCorpus;

BenchCorpus *bench_corpus_new  (void);
void         bench_corpus_free (BenchCorpus *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchCorpus, bench_corpus_free)

void bench_corpus_next (BenchCorpus *self,
                        GString     *title,
                        GString     *account,
                        GString     *body);

/**
 * BenchSort:
 *
 * What is typed: the beginning of a word, a word, a word and a beginning, two
 * words and a beginning.
 */
typedef enum
{
  BENCH_ONE_LETTER,
  BENCH_TWO_LETTERS,
  BENCH_THREE_LETTERS,
  BENCH_FOUR_LETTERS,
  BENCH_WORD,
  BENCH_WORD_AND_PREFIX,
  BENCH_PAIR_AND_PREFIX,
  BENCH_N_SORTS,
} BenchSort;

const char *bench_sort_get_name (BenchSort    sort);
char       *bench_corpus_query  (BenchCorpus *self,
                                 BenchSort    sort,
                                 guint        i);

double      bench_now           (void);
double      bench_percentile    (double      *times,
                                 guint        n_times,
                                 double       percentile);
long        bench_peak_memory   (void);

G_END_DECLS
