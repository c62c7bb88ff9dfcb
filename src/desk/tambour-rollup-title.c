/* tambour-rollup-title.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-rollup-private.h"

#include "tambour-reviews.h"

#include "tambour-wording.h"

/* So many targets at least are told as a share. */
#define SHARED 10

/* What all accounts come to in one sentence: how many stand well, and the worst of the others. */

/**
 * tambour_rollup_count_health:
 * @self: what became of all accounts
 * @counts: (out): how many stand how, by #TambourHealthLevel
 */
void
tambour_rollup_count_health (const TambourRollup *self,
                             guint                counts[TAMBOUR_HEALTH_RISK + 1])
{
  for (guint i = 0; i <= TAMBOUR_HEALTH_RISK; i++)
    counts[i] = 0;
  for (guint i = 0; i < self->all->len; i++)
    counts[((const TambourReviewsDone *) g_ptr_array_index (self->all, i))->health]++;
}

static const char *
choose_alone (TambourHealthLevel health)
{
  switch (health)
    {
    case TAMBOUR_HEALTH_NONE:
      return _("Nothing tells yet how {0} stands");
    case TAMBOUR_HEALTH_GOOD:
      return _("{0} is in good health");
    case TAMBOUR_HEALTH_ATTENTION:
      return _("{0} needs attention");
    case TAMBOUR_HEALTH_RISK:
      return _("{0} is at risk");
    }

  g_return_val_if_reached ("");
}

static char *
say_all_good (const TambourRollup *self,
              const char          *known)
{
  TambourRollupSum targets;
  g_autofree char *share = NULL;

  tambour_rollup_add_up (self, "response.met", &targets);
  if (!tambour_rollup_sum_is_told (&targets) || targets.fact.now.of < SHARED)
    return tambour_wording_fill (_("All {0} accounts are in good health"), known, NULL);

  share = tambour_wording_attainment (targets.fact.now.n, targets.fact.now.of);

  return tambour_wording_fill (_("All {0} accounts are in good health, and {1} of response targets were met"), known, share, NULL);
}

/* Places: how many stand well, of how many, and how many do not. */
static const char *
choose_sentence (const guint counts[TAMBOUR_HEALTH_RISK + 1])
{
  guint risk = counts[TAMBOUR_HEALTH_RISK];
  guint attention = counts[TAMBOUR_HEALTH_ATTENTION];

  if (risk + attention == 0)
    return ngettext ("{0} account is in good health; nothing tells of the rest",
                     "{0} accounts are in good health; nothing tells of the rest", counts[TAMBOUR_HEALTH_GOOD]);
  if (counts[TAMBOUR_HEALTH_GOOD] == 0 && risk > 0)
    return ngettext ("None of the {1} accounts is in good health; {2} is at risk",
                     "None of the {1} accounts is in good health; {2} are at risk", risk);
  if (counts[TAMBOUR_HEALTH_GOOD] == 0)
    return ngettext ("None of the {1} accounts is in good health; {2} needs attention",
                     "None of the {1} accounts is in good health; {2} need attention", attention);
  if (risk > 0)
    return ngettext ("We count {0} of {1} accounts in good health; {2} is at risk",
                     "We count {0} of {1} accounts in good health; {2} are at risk", risk);

  return ngettext ("We count {0} of {1} accounts in good health; {2} needs attention",
                   "We count {0} of {1} accounts in good health; {2} need attention", attention);
}

/* One account by its name, which may be too long for a title. */
static char *
say_alone (const TambourReviewsDone *done,
           gboolean                  in_short)
{
  const char *name = done->account->name && !in_short ? done->account->name : _("The account");

  return tambour_wording_fill (choose_alone (done->health), name, NULL);
}

/**
 * tambour_rollup_say_title:
 * @self: what became of all accounts
 * @in_short: without a name from a record
 *
 * Returns: (transfer full): all of them in one sentence, in the language of the thread
 */
char *
tambour_rollup_say_title (const TambourRollup *self,
                          gboolean             in_short)
{
  guint counts[TAMBOUR_HEALTH_RISK + 1];
  guint bad;
  g_autofree char *good = NULL;
  g_autofree char *known = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *sentence = NULL;

  tambour_rollup_count_health (self, counts);
  known = tambour_wording_spelled (self->all->len - counts[TAMBOUR_HEALTH_NONE]);
  if (self->all->len == 1)
    return say_alone (g_ptr_array_index (self->all, 0), in_short);
  if (counts[TAMBOUR_HEALTH_NONE] == self->all->len)
    return g_strdup (_("Nothing tells yet how the accounts stand"));

  bad = counts[TAMBOUR_HEALTH_RISK] > 0 ? counts[TAMBOUR_HEALTH_RISK] : counts[TAMBOUR_HEALTH_ATTENTION];
  if (bad == 0 && counts[TAMBOUR_HEALTH_NONE] == 0)
    return say_all_good (self, known);

  good = tambour_wording_spelled (counts[TAMBOUR_HEALTH_GOOD]);
  rest = tambour_wording_spelled (bad);
  sentence = tambour_wording_fill (choose_sentence (counts), good, known, rest, NULL);

  return tambour_wording_capital (sentence);
}
