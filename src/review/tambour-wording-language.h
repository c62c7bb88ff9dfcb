/* tambour-wording-language.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourWordingLanguage:
 * @percent: what stands after the number of a percentage
 * @money_after: the currency's sign stands after the amount
 * @day: a date without its year: {0} the day, {1} the short month
 * @date: the same with {2} the year
 * @long_date: {0} the day, {1} the month, {2} the year
 * @month_year: {0} the month, {1} the year
 *
 * How a language writes numbers and dates. From Unicode's CLDR, with the digits
 * 0 to 9 in every language, as REPORT-DESIGN draws them.
 */
typedef struct
{
  const char *tag;
  gboolean    rtl;
  const char *point;
  const char *group;
  const char *percent;
  gboolean    money_after;
  const char *day;
  const char *date;
  const char *long_date;
  const char *month_year;
  const char *months[12];
  const char *long_months[12];
} TambourWordingLanguage;

const TambourWordingLanguage *tambour_wording_language_find (const char *tag);

G_END_DECLS
