/* tambour-wording.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

/* In this layer a text is translated into the language of the review, never into that of the
 * process. So the usual words mean that here; include this header last.
 */
#undef _
#undef N_
#undef ngettext
#define _(message) tambour_wording_text (message)
#define N_(message) (message)
#define ngettext(singular, plural, n) tambour_wording_count_text (singular, plural, n)

G_BEGIN_DECLS

#define TAMBOUR_NBSP "\302\240"

/**
 * TambourDateForm:
 *
 * How a date is written: as the column of a table or the text around it needs.
 */
typedef enum
{
  TAMBOUR_DATE_FORM_DAY,    /* 30 Oct */
  TAMBOUR_DATE_FORM_SHORT,  /* 30 Oct 2026 */
  TAMBOUR_DATE_FORM_LONG,   /* 30 October 2026 */
  TAMBOUR_DATE_FORM_MONTH,  /* October 2026 */
  TAMBOUR_DATE_FORM_DAY_LONG, /* 30 October */
} TambourDateForm;

void        tambour_wording_set_language  (const char *language);
const char *tambour_wording_get_language  (void);
gboolean    tambour_wording_is_translated (const char *language);
gboolean    tambour_wording_is_rtl        (void);
gboolean    tambour_wording_is_foreign    (const char *text);

const char  *tambour_wording_text           (const char       *message) G_GNUC_FORMAT (1);
const char *tambour_wording_count_text    (const char         *singular,
                                           const char         *plural,
                                           gint64              n);
char       *tambour_wording_fill          (const char         *sentence,
                                           ...) G_GNUC_NULL_TERMINATED;
char       *tambour_wording_fill_strv     (const char         *sentence,
                                           const char * const *values);
char       *tambour_wording_unbroken      (const char         *text);
char       *tambour_wording_capital       (const char         *sentence);
char       *tambour_wording_list          (const char * const *names);
char       *tambour_wording_isolate       (const char         *text);

char       *tambour_wording_number        (gint64              n);
char       *tambour_wording_decimal       (double              value,
                                           guint               decimals);
char       *tambour_wording_signed        (double              value,
                                           guint               decimals);
char       *tambour_wording_spelled       (gint64              n);
char       *tambour_wording_of            (gint64              n,
                                           gint64              whole);
char       *tambour_wording_percent       (double              value,
                                           guint               decimals);
char       *tambour_wording_share         (gint64              n,
                                           gint64              whole);
char       *tambour_wording_attainment    (gint64              n,
                                           gint64              whole);
char       *tambour_wording_change        (double              now,
                                           double              before);
char       *tambour_wording_change_counts (gint64              now,
                                           gint64              before);
char       *tambour_wording_points        (double              difference,
                                           guint               decimals);

const char *tambour_wording_currency      (const char         *code);
char       *tambour_wording_amount        (TambourMoney        money);
char       *tambour_wording_money         (TambourMoney        money);
char       *tambour_wording_money_each    (double              amount,
                                           const char         *currency);
char       *tambour_wording_money_exact   (TambourMoney        money);
char       *tambour_wording_formula       (const char         *formula);
char       *tambour_wording_money_short   (TambourMoney        money);
char       *tambour_wording_money_round   (TambourMoney        money);

char       *tambour_wording_duration      (gint64              seconds);
char       *tambour_wording_duration_long (gint64              seconds);
char       *tambour_wording_days          (gint64              n);
char       *tambour_wording_hours         (gint64              seconds);

char       *tambour_wording_date          (TambourDate         date,
                                           TambourDateForm     form);
char       *tambour_wording_dates         (TambourDate         first,
                                           TambourDate         last);
const char *tambour_wording_month         (int                 month);
const char *tambour_wording_month_long    (int                 month);

G_END_DECLS
