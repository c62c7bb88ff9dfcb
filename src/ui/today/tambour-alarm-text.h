/* tambour-alarm-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-alarms.h"

G_BEGIN_DECLS

/**
 * TambourAlarmText:
 * @title: in a few words
 * @body: a few lines
 *
 * What a notification says, in the language of the person.
 */
typedef struct
{
  char *title;
  char *body;
} TambourAlarmText;

void tambour_alarm_text_clear (TambourAlarmText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourAlarmText, tambour_alarm_text_clear)

void tambour_alarm_text_clocks   (TambourAlarmText *self,
                                  GPtrArray        *clocks,
                                  TambourInstant    now);
void tambour_alarm_text_arrivals (TambourAlarmText *self,
                                  GPtrArray        *arrivals,
                                  TambourInstant    now);

G_END_DECLS
