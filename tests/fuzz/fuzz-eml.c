/* fuzz-eml.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "tambour-eml.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever the bytes are: a mail in UTF-8, with files whose names lead nowhere. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourEml) mail = tambour_eml_parse (bytes, &error);

  g_assert ((mail == NULL) == (error != NULL));
  if (mail == NULL)
    return 0;

  g_assert (g_utf8_validate (mail->subject, -1, NULL) && g_utf8_validate (mail->text, -1, NULL));
  g_assert (mail->id != NULL && *mail->id);
  for (guint i = 0; i < mail->files->len; i++)
    {
      const TambourEmlFile *file = mail->files->pdata[i];

      g_assert (*file->name && !strchr (file->name, '/') && g_utf8_validate (file->name, -1, NULL));
    }

  return 0;
}
