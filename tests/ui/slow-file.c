/* slow-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "slow-file.h"

#include <string.h>

/**
 * SlowFile:
 *
 * A file on a slow disk: its first half is there at once, the second when a test
 * says so. Who reads it can give up meanwhile.
 */
struct _SlowFile
{
  GObject  parent_instance;

  char    *name;
  gsize    size;
  gint     is_released;
};

#define TYPE_SLOW_STREAM (slow_stream_get_type ())
G_DECLARE_FINAL_TYPE (SlowStream, slow_stream, SLOW, STREAM, GFileInputStream)

struct _SlowStream
{
  GFileInputStream  parent_instance;

  SlowFile         *file;
  gsize             done;
};

G_DEFINE_FINAL_TYPE (SlowStream, slow_stream, G_TYPE_FILE_INPUT_STREAM)

static gssize
slow_stream_read_fn (GInputStream  *stream,
                     void          *buffer,
                     gsize          count,
                     GCancellable  *cancellable,
                     GError       **error)
{
  SlowStream *self = SLOW_STREAM (stream);
  gsize half = self->file->size / 2;
  gsize n = MIN (count, self->done < half ? half - self->done : self->file->size - self->done);

  while (self->done == half && !g_atomic_int_get (&self->file->is_released))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return -1;
      g_usleep (1000);
    }

  memset (buffer, 'x', n);
  self->done += n;

  return (gssize) n;
}

static void
slow_stream_finalize (GObject *object)
{
  g_clear_object (&SLOW_STREAM (object)->file);

  G_OBJECT_CLASS (slow_stream_parent_class)->finalize (object);
}

static void
slow_stream_class_init (SlowStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slow_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = slow_stream_read_fn;
}

static void
slow_stream_init (SlowStream *self)
{
}

static GFile *
slow_file_dup (GFile *file)
{
  return g_object_ref (file);
}

static char *
slow_file_get_name (GFile *file)
{
  return g_strdup (SLOW_FILE (file)->name);
}

static GFileInfo *
slow_file_query_info (GFile                *file,
                      const char           *attributes,
                      GFileQueryInfoFlags   flags,
                      GCancellable         *cancellable,
                      GError              **error)
{
  GFileInfo *info = g_file_info_new ();

  g_file_info_set_file_type (info, G_FILE_TYPE_REGULAR);
  g_file_info_set_size (info, (goffset) SLOW_FILE (file)->size);

  return info;
}

static GFileInputStream *
slow_file_read_fn (GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  SlowStream *stream = g_object_new (TYPE_SLOW_STREAM, NULL);

  stream->file = g_object_ref (SLOW_FILE (file));

  return G_FILE_INPUT_STREAM (stream);
}

static void
slow_file_iface_init (GFileIface *iface)
{
  iface->dup = slow_file_dup;
  iface->get_basename = slow_file_get_name;
  iface->get_parse_name = slow_file_get_name;
  iface->query_info = slow_file_query_info;
  iface->read_fn = slow_file_read_fn;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlowFile, slow_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, slow_file_iface_init))

static void
slow_file_finalize (GObject *object)
{
  g_clear_pointer (&SLOW_FILE (object)->name, g_free);

  G_OBJECT_CLASS (slow_file_parent_class)->finalize (object);
}

static void
slow_file_class_init (SlowFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slow_file_finalize;
}

static void
slow_file_init (SlowFile *self)
{
}

/* Returns: (transfer full): a file of @size bytes, of which the half can be read */
GFile *
slow_file_new (const char *name,
               gsize       size)
{
  SlowFile *self = g_object_new (TYPE_SLOW_FILE, NULL);

  self->name = g_strdup (name);
  self->size = size;

  return G_FILE (self);
}

/* The rest can be read too. */
void
slow_file_release (SlowFile *self)
{
  g_atomic_int_set (&self->is_released, TRUE);
}
