/* tambour-date-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "tambour-date-format.h"

#define MOST_TOKENS 32

typedef enum
{
  PART_LITERAL,
  PART_YEAR,
  PART_MONTH,
  PART_MONTH_NAME,
  PART_DAY,
  PART_HOUR,
  PART_HOUR_OF_HALF,
  PART_MINUTE,
  PART_SECOND,
  PART_HALF,
} Part;

typedef struct
{
  Part  part;
  guint least;  /* digits */
  guint most;
  char  literal;
} Token;

struct _TambourDateFormat
{
  Token tokens[MOST_TOKENS];
  guint n_tokens;
  gboolean has_time;
};

/* What a run of one letter means: m is the month and M the minute, as in
 * d/m/yyyy HH:MM. Two letters want two digits, one letter takes one or two.
 */
static const struct
{
  const char *letters;
  Token       token;
} meanings[] = {
  { "yyyy", { PART_YEAR, 4, 4 } },
  { "yy", { PART_YEAR, 2, 2 } },
  { "mmm", { PART_MONTH_NAME } },
  { "mm", { PART_MONTH, 2, 2 } },
  { "m", { PART_MONTH, 1, 2 } },
  { "dd", { PART_DAY, 2, 2 } },
  { "d", { PART_DAY, 1, 2 } },
  { "HH", { PART_HOUR, 2, 2 } },
  { "H", { PART_HOUR, 1, 2 } },
  { "hh", { PART_HOUR_OF_HALF, 2, 2 } },
  { "h", { PART_HOUR_OF_HALF, 1, 2 } },
  { "MM", { PART_MINUTE, 2, 2 } },
  { "SS", { PART_SECOND, 2, 2 } },
  { "AM", { PART_HALF } },
};

static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

static gsize
read_token (const char *pattern,
            Token      *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_has_prefix (pattern, meanings[i].letters))
      {
        *token = meanings[i].token;
        return strlen (meanings[i].letters);
      }

  *token = (Token) { PART_LITERAL, .literal = *pattern };

  return g_ascii_isalpha (*pattern) && *pattern != 'T' ? 0 : 1;
}

static gboolean
has_part (const TambourDateFormat *self,
          Part                     part)
{
  for (guint i = 0; i < self->n_tokens; i++)
    if (self->tokens[i].part == part)
      return TRUE;

  return FALSE;
}

static gboolean
is_complete (const TambourDateFormat *self)
{
  gboolean half = has_part (self, PART_HOUR_OF_HALF);

  return has_part (self, PART_YEAR) && has_part (self, PART_DAY) &&
         (has_part (self, PART_MONTH) || has_part (self, PART_MONTH_NAME)) &&
         half == has_part (self, PART_HALF) &&
         has_part (self, PART_MINUTE) == (half || has_part (self, PART_HOUR));
}

/**
 * tambour_date_format_new:
 * @pattern: `d`, `dd` day; `m`, `mm`, `mmm` month; `yyyy`, `yy` year; `H`, `HH` hour;
 *   `h`, `hh` with `AM` hour of the half day; `MM` minute; `SS` second; all else stands for itself
 * @error: return location for %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: (transfer full) (nullable): the format, or %NULL if it does not say
 *   what day, or has a letter that means nothing
 */
TambourDateFormat *
tambour_date_format_new (const char  *pattern,
                         GError     **error)
{
  g_autoptr(TambourDateFormat) self = g_new0 (TambourDateFormat, 1);

  for (const char *at = pattern; *at != '\0';)
    {
      gsize length = self->n_tokens < MOST_TOKENS ? read_token (at, &self->tokens[self->n_tokens]) : 0;

      if (length == 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("“%s” is no date format: “%s” means nothing in it"), pattern, at);
          return NULL;
        }

      self->n_tokens++;
      at += length;
    }

  if (!is_complete (self))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” is no date format: it needs day, month and year, and hours with minutes"), pattern);
      return NULL;
    }

  self->has_time = has_part (self, PART_MINUTE);

  return g_steal_pointer (&self);
}

/**
 * tambour_date_format_free:
 * @self: (transfer full): a format
 */
void
tambour_date_format_free (TambourDateFormat *self)
{
  g_free (self);
}

static gboolean
read_number (const char  **text,
             const Token  *token,
             int          *number)
{
  guint n = 0;

  *number = 0;
  while (n < token->most && g_ascii_isdigit (**text))
    {
      *number = *number * 10 + *(*text)++ - '0';
      n++;
    }

  return n >= token->least;
}

static gboolean
read_month_name (const char **text,
                 int         *month)
{
  for (*month = 1; *month <= 12; (*month)++)
    if (g_ascii_strncasecmp (*text, months + 3 * (*month - 1), 3) == 0)
      {
        *text += 3;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_half (const char **text,
           int         *half)
{
  *half = g_ascii_toupper (**text);
  if ((*half != 'A' && *half != 'P') || g_ascii_toupper ((*text)[1]) != 'M')
    return FALSE;

  *text += 2;

  return TRUE;
}

static gboolean
read_part (const char  **text,
           const Token  *token,
           int          *parts)
{
  switch (token->part)
    {
    case PART_LITERAL:
      return *(*text)++ == token->literal;
    case PART_MONTH_NAME:
      return read_month_name (text, &parts[PART_MONTH]);
    case PART_HALF:
      return read_half (text, &parts[PART_HALF]);
    case PART_YEAR:
      if (!read_number (text, token, &parts[PART_YEAR]))
        return FALSE;
      if (token->most == 2)
        parts[PART_YEAR] += parts[PART_YEAR] < 70 ? 2000 : 1900;
      return TRUE;
    case PART_MONTH:
    case PART_DAY:
    case PART_HOUR:
    case PART_HOUR_OF_HALF:
    case PART_MINUTE:
    case PART_SECOND:
      return read_number (text, token, &parts[token->part]);
    }

  g_assert_not_reached ();
}

/**
 * tambour_date_format_parse:
 * @self: a format
 * @text: a cell
 * @local: (out): the local time that it says
 *
 * Returns: %FALSE if @text is not written so, or no such day or time exists
 */
gboolean
tambour_date_format_parse (const TambourDateFormat *self,
                           const char              *text,
                           TambourLocalTime        *local)
{
  int parts[PART_HALF + 1] = { 0 };

  for (guint i = 0; i < self->n_tokens; i++)
    if (*text == '\0' || !read_part (&text, &self->tokens[i], parts))
      return FALSE;

  if (parts[PART_HALF] != 0)
    {
      if (parts[PART_HOUR_OF_HALF] < 1 || parts[PART_HOUR_OF_HALF] > 12)
        return FALSE;
      parts[PART_HOUR] = parts[PART_HOUR_OF_HALF] % 12 + (parts[PART_HALF] == 'P' ? 12 : 0);
    }

  local->date = tambour_date_new (parts[PART_YEAR], parts[PART_MONTH], parts[PART_DAY]);
  local->second = self->has_time ? parts[PART_HOUR] * 3600 + parts[PART_MINUTE] * 60 + parts[PART_SECOND] : -1;

  return *text == '\0' && tambour_date_is_stated (local->date) &&
         parts[PART_HOUR] < 24 && parts[PART_MINUTE] < 60 && parts[PART_SECOND] < 60;
}

/**
 * tambour_local_time_to_instant:
 * @local: a local time; without a time of day it is the first instant of the day
 * @zone: the zone that it is local to
 *
 * A time that the clocks skip is the first instant after the gap, one that
 * occurs twice its first occurrence (RESPONSE-CLOCK.md rule 3).
 *
 * Returns: the instant
 */
TambourInstant
tambour_local_time_to_instant (TambourLocalTime  local,
                               GTimeZone        *zone)
{
  const TambourDate epoch = tambour_date_new (1970, 1, 1);
  gint64 days = (gint64) local.date.julian - epoch.julian;

  return tambour_zone_instant_of (zone, days * TAMBOUR_DAY + MAX (local.second, 0));
}
