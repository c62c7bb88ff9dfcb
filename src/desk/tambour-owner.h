/* tambour-owner.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/* The bits of the weekdays from Monday to Friday. */
#define TAMBOUR_OWNER_OFFICE_DAYS 0x1f

/**
 * TambourOwner:
 * @name: what the person is called
 * @zone: the IANA name of the person's time zone
 * @opens: the minute of the day at which work begins
 * @closes: the minute at which it ends, after @opens, 1440 at most
 * @weekdays: bits of the days of work, Monday first; at least one
 *
 * Who works with a portfolio, and when.
 */
typedef struct
{
  const char *name;
  const char *zone;
  guint       opens;
  guint       closes;
  guint       weekdays;
} TambourOwner;

gboolean tambour_owner_put (TambourStore        *store,
                            const TambourOwner  *owner,
                            GError             **error);

G_END_DECLS
