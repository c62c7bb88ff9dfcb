/* tambour-wording-language.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-wording-language.h"

#include <string.h>

#define NBSP "\302\240"

static const TambourWordingLanguage LANGUAGES[] = {
  {
    .tag = "en", .point = ".", .group = ",", .percent = "%",
    .day = "{0}" NBSP "{1}", .date = "{0}" NBSP "{1}" NBSP "{2}",
    .long_date = "{0}" NBSP "{1} {2}", .month_year = "{0} {1}",
    .months = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
    .long_months = { "January", "February", "March", "April", "May", "June", "July", "August",
                     "September", "October", "November", "December" },
  },
  {
    .tag = "de", .point = ",", .group = ".", .percent = NBSP "%", .money_after = TRUE,
    .day = "{0}." NBSP "{1}", .date = "{0}." NBSP "{1}" NBSP "{2}",
    .long_date = "{0}." NBSP "{1} {2}", .month_year = "{0} {1}",
    .months = { "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.",
                "Dez." },
    .long_months = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                     "September", "Oktober", "November", "Dezember" },
  },
  {
    .tag = "ar", .rtl = TRUE, .point = ".", .group = ",", .percent = "%", .money_after = TRUE,
    .day = "{0}" NBSP "{1}", .date = "{0}" NBSP "{1}" NBSP "{2}",
    .long_date = "{0}" NBSP "{1} {2}", .month_year = "{0} {1}",
    .months = { "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
                "نوفمبر", "ديسمبر" },
    .long_months = { "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
                     "أكتوبر", "نوفمبر", "ديسمبر" },
  },
};

/**
 * tambour_wording_language_find:
 * @tag: (nullable): a language such as `de`, `de-AT` or `de_AT.UTF-8`
 *
 * Returns: how it writes numbers and dates; English for one that is not known
 */
const TambourWordingLanguage *
tambour_wording_language_find (const char *tag)
{
  gsize length = tag ? strcspn (tag, "-_.@") : 0;

  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    if (strlen (LANGUAGES[i].tag) == length && g_ascii_strncasecmp (LANGUAGES[i].tag, tag, length) == 0)
      return &LANGUAGES[i];

  return &LANGUAGES[0];
}
