/* tambour-pages-cover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>

#include "tambour-chart-cover.h"
#include "tambour-fact-text.h"
#include "tambour-pages-words.h"

#include "tambour-wording.h"

/* The panel shows one dot a day. Its area is the share of users exposed; where usage is not
 * recorded, how many cases were opened, the busiest day as large as 28 % exposed.
 */
#define BUSIEST_DAY 0.28
#define QUIET_DAY   0.004

static TambourDate
get_last_day (TambourFacts *facts)
{
  return (TambourDate) { facts->period.to.julian - 1 };
}

/* --- facts table ------------------------------------------------------------ */

static char *
write_period (TambourFacts *facts)
{
  g_autofree char *dates = tambour_wording_dates (facts->period.from, get_last_day (facts));

  if (facts->plan_name == NULL)
    return g_steal_pointer (&dates);

  /* Translators: a period and the name of a support plan: “…, Platinum plan”. */
  return tambour_wording_fill (_("{0}, {1} plan"), dates, facts->plan_name, NULL);
}

static char *
write_sponsor (TambourFacts *facts)
{
  TambourContact *sponsor = facts->sponsor;

  if (sponsor == NULL || sponsor->name == NULL)
    return NULL;
  if (sponsor->title == NULL || *sponsor->title == '\0')
    return g_strdup (sponsor->name);

  return tambour_wording_fill (_("{0}, {1}"), sponsor->name, sponsor->title, NULL);
}

static void
add_line (GArray     *lines,
          GPtrArray  *texts,
          const char *name,
          char       *value)
{
  TambourFactLine line = { name, value };

  if (value == NULL)
    return;

  g_ptr_array_add (texts, value);
  g_array_append_val (lines, line);
}

/* Only what the records tell; that there is no agreement is said, not guessed. */
static void
add_lines (TambourFacts *facts,
           GArray       *lines,
           GPtrArray    *texts)
{
  add_line (lines, texts, _("Period"), write_period (facts));
  if (facts->agreement == NULL)
    add_line (lines, texts, _("Agreement"), g_strdup (_("none is recorded for this period")));
  if (tambour_date_is_stated (facts->review_on))
    add_line (lines, texts, _("Review"), tambour_wording_date (facts->review_on, TAMBOUR_DATE_FORM_LONG));
  add_line (lines, texts, _("Sponsor"), write_sponsor (facts));
  if (facts->tam && facts->tam->name)
    add_line (lines, texts, _("Prepared by"),
              tambour_wording_fill (_("{0}, technical account manager"), facts->tam->name, NULL));
  if (lines->len < 4)
    {
      TambourDate read = tambour_zone_date_of (facts->zone, facts->as_of);

      add_line (lines, texts, _("Data as of"), tambour_wording_date (read, TAMBOUR_DATE_FORM_LONG));
    }
}

/* --- the panel -------------------------------------------------------------- */

static gboolean
has_coverage (TambourFacts *facts)
{
  return facts->usage.coverage && facts->usage.n_days > 0;
}

static gboolean
is_ringed (TambourFacts *facts,
           TambourDate   date)
{
  for (guint i = 0; facts->p1_days && i < facts->p1_days->len; i++)
    if (g_array_index (facts->p1_days, TambourDate, i).julian == date.julian)
      return TRUE;

  return FALSE;
}

static void
count_case (TambourFacts *facts,
            TambourCase  *support_case,
            GArray       *days)
{
  gint64 day = tambour_zone_date_of (facts->zone, support_case->opened_at).julian - facts->period.from.julian;

  if (day >= 0 && day < days->len)
    g_array_index (days, guint, day)++;
}

/* The cases that M01 counts, by the day on which they were opened. */
static GArray *
count_by_day (TambourFacts *facts)
{
  guint n_days = (guint) (facts->period.to.julian - facts->period.from.julian);
  GArray *days = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_days);
  g_autoptr(GHashTable) counted = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ids = facts->service.total ? facts->service.total->now.ids : NULL;

  g_array_set_size (days, n_days);
  for (guint i = 0; ids && i < ids->len; i++)
    g_hash_table_add (counted, ids->pdata[i]);

  for (guint i = 0; facts->records && i < facts->records->len; i++)
    {
      GPtrArray *records = facts->records->pdata[i];

      for (guint j = 0; j < records->len; j++)
        if (TAMBOUR_IS_CASE (records->pdata[j]) &&
            g_hash_table_contains (counted, tambour_record_get_id (records->pdata[j])))
          count_case (facts, records->pdata[j], days);
    }

  return days;
}

static guint
find_busiest (GArray *days)
{
  guint most = 0;

  for (guint i = 0; i < days->len; i++)
    most = MAX (most, g_array_index (days, guint, i));

  return most;
}

static double
get_protection (TambourFacts *facts,
                GArray       *cases,
                guint         busiest,
                guint         day)
{
  if (has_coverage (facts))
    return day < facts->usage.coverage->len ? g_array_index (facts->usage.coverage, double, day) : NAN;
  if (busiest == 0 || day >= cases->len)
    return NAN;

  return 1 - MAX (QUIET_DAY, BUSIEST_DAY * g_array_index (cases, guint, day) / busiest);
}

/* Twelve rows at most: a longer period shows its last year. */
static void
draw_panel (TambourFacts  *facts,
            GArray        *cases,
            TambourCanvas *canvas)
{
  TambourDate last = get_last_day (facts);
  guint busiest = find_busiest (cases);
  const char *months[13] = { NULL };
  g_autoptr(GArray) dots = g_array_new (FALSE, FALSE, sizeof (TambourDaysDot));
  TambourDaysChart chart = { .months = months };
  int row = -1, row_month = 0;

  for (gint64 julian = MAX (facts->period.from.julian, last.julian - 364); julian <= last.julian && row < 12; julian++)
    {
      TambourDate date = { julian };
      TambourDaysDot dot = { .ringed = is_ringed (facts, date) };
      int year, month, day;

      tambour_date_split (date, &year, &month, &day);
      if (row < 0 || month != row_month)
        {
          if (++row >= 12)
            break;
          months[row] = tambour_wording_month (month);
          row_month = month;
        }
      dot.row = (guint) row;
      dot.day = (guint) day;
      dot.protection = get_protection (facts, cases, busiest, (guint) (julian - facts->period.from.julian));
      g_array_append_val (dots, dot);
    }

  chart.alternative = has_coverage (facts) ? _("Share of users exposed, one dot a day") : _("Cases opened, one dot a day");
  chart.n_months = MIN ((guint) row + 1, 12);
  chart.days = (const TambourDaysDot *) dots->data;
  chart.n_days = dots->len;
  tambour_chart_days (canvas, 564, 62, &chart);
}

/* Days, not outages: two may begin on the same one. */
static guint
count_ringed (TambourFacts *facts)
{
  guint n = 0;

  for (gint64 julian = facts->period.from.julian; julian < facts->period.to.julian; julian++)
    n += is_ringed (facts, (TambourDate) { julian });

  return n;
}

static char *
write_rings (TambourFacts *facts)
{
  guint n = count_ringed (facts);
  g_autofree char *spelled = tambour_wording_spelled (n);

  if (n == 0)
    return NULL;

  return tambour_wording_fill (ngettext ("A ring marks the one outage day.", "Rings mark the {0} outage days.", n), spelled,
                               NULL);
}

static char *
write_exposure (TambourFacts *facts)
{
  GArray *coverage = facts->usage.coverage;
  guint first = 0, last = coverage->len - 1;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  while (isnan (g_array_index (coverage, double, first)))
    first++;
  while (isnan (g_array_index (coverage, double, last)))
    last--;

  then = tambour_wording_percent (100 - 100 * g_array_index (coverage, double, first), 0);
  now = tambour_wording_percent (100 - 100 * g_array_index (coverage, double, last), 0);
  from = tambour_wording_date ((TambourDate) { facts->period.from.julian + first }, TAMBOUR_DATE_FORM_LONG);
  to = tambour_wording_date ((TambourDate) { facts->period.from.julian + last }, TAMBOUR_DATE_FORM_LONG);

  return tambour_wording_fill (_("One dot is one day; its area is the share of users still exposed: {0} on {1}, {2} on {3}."),
                               then, from, now, to, NULL);
}

static char *
write_caption (TambourFacts *facts,
               GArray       *cases)
{
  guint busiest = find_busiest (cases);
  g_autofree char *most = tambour_wording_number (busiest);
  g_autofree char *rings = write_rings (facts);
  g_autofree char *what = NULL;
  const char *gaps = NULL;

  if (has_coverage (facts))
    {
      what = write_exposure (facts);
      gaps = facts->usage.n_days < facts->usage.coverage->len ? _("Small outlines are days without data.") : NULL;
    }
  else if (busiest > 0)
    {
      what = tambour_wording_fill (_("One dot is one day; its area is the number of cases opened on it, "
                                     "{0} on the busiest day."),
                                   most, NULL);
    }
  else
    {
      what = g_strdup (_("One outline is one day of the period; no case is recorded on any of them."));
    }

  return g_strjoin (" ", what, rings ? rings : gaps, rings ? gaps : NULL, NULL);
}

/**
 * tambour_pages_cover:
 * @self: pages
 *
 * Adds the first page: whose review it is, its verdict, and the year in dots.
 */
void
tambour_pages_cover (TambourPages *self)
{
  TambourFacts *facts = self->facts;
  g_autoptr(GArray) cases = count_by_day (facts);
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (TambourFactLine));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *name = facts->account->name ? facts->account->name : "";
  g_autofree char *verdict = tambour_pages_take_title (self, TAMBOUR_CHAPTER_COVER, NULL,
                                                       tambour_findings_verdict (facts, self->findings));
  g_autofree char *confidential = tambour_wording_fill (_("Confidential: prepared for {0}"), name, NULL);
  g_autofree char *caption = write_caption (facts, cases);
  TambourCanvas *canvas = tambour_document_add_page (self->document, "1", _("Executive business review"));
  TambourPageCover cover = {
    .product = self->product,
    .label = _("Executive business review"),
    .name = name,
    .verdict = verdict,
    .caption = caption,
    .confidential = confidential,
  };

  add_lines (facts, lines, texts);
  cover.facts = (const TambourFactLine *) lines->data;
  cover.n_facts = lines->len;

  tambour_page_cover (canvas, &cover);
  draw_panel (facts, cases, canvas);
}
