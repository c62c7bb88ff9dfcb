/* tambour-waker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-waker.h"

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct _TambourWaker
{
  TambourWakerFunc func;
  gpointer         user_data;
  int              fd;         /* -1 where there is none */
  guint            source;
};

/* A read that fails says that the clock was set. */
static gboolean
woken_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  TambourWaker *self = user_data;
  guint64 times;

  self->source = 0;
  if (read (fd, &times, sizeof times) < 0)
    g_debug ("The clock was set.");
  self->func (self->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * tambour_waker_new:
 * @func: what to call
 * @user_data: for @func
 *
 * Returns: (transfer full): one that waits for nothing
 */
TambourWaker *
tambour_waker_new (TambourWakerFunc func,
                   gpointer         user_data)
{
  TambourWaker *self = g_new0 (TambourWaker, 1);

  self->func = func;
  self->user_data = user_data;
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);

  return self;
}

/**
 * tambour_waker_free:
 * @self: (transfer full): one that is not needed any more
 */
void
tambour_waker_free (TambourWaker *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

/**
 * tambour_waker_set:
 * @self: a waker
 * @at: when to call; not stated for not at all
 *
 * Takes the place of what was asked for before.
 */
void
tambour_waker_set (TambourWaker   *self,
                   TambourInstant  at)
{
  struct itimerspec when = { 0 };

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fd < 0)
    return;

  if (tambour_instant_is_stated (at))
    when.it_value.tv_sec = MAX (at.seconds, 1);
  timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
  if (tambour_instant_is_stated (at))
    {
      self->source = g_unix_fd_add (self->fd, G_IO_IN, woken_cb, self);
      g_source_set_name_by_id (self->source, "[tambour] waker");
    }
}
